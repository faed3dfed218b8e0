import { expect, test } from 'vitest';
import { bodyKind } from '../../server/src/forms/bodies.ts';
import { isSameBody } from '../../server/src/forms/body-names.ts';

test.each([
  ['高平镇人民政府', '高平镇'],
  ['高平镇', '高平镇人民政府办公室'],
  ['江源县青禾镇人民政府', '江南市江源县青禾镇人民政府'],
  ['云岭满族自治县人民政府办公室', '云岭县政府办'],
  ['县水利局', '白云县水利局'],
  ['云岭县发展和改革委员会', '县发改委'],
  ['江南市云岭县市场监督管理局', '云岭县市监局'],
  ['青禾镇', '镇政府'],
  ['青禾镇', '中共青禾镇委员会'],
  ['云岭县文化和旅游局（云岭县文物局）', '云岭县文化和旅游局'],
  ['青禾街道', '云岭县人民政府青禾街道办事处'],
  ['江南市青禾镇', '云岭县青禾镇'],
  ['云岭县', '云岭县政务服务数据管理局'],
  ['江南高新区管委会', '江南市高新技术产业开发区管理委员会'],
])('%s and %s are one body', (one, other) => {
  expect(isSameBody(one, other)).toBe(true);
  expect(isSameBody(other, one)).toBe(true);
});

test.each([
  ['白云县水利局', '云岭县青禾镇人民政府'],
  ['云岭县水利局', '云岭县农业农村局'],
  ['云岭县市场监督管理局', '云岭县市政管理局'],
  ['云岭县青禾镇', '云岭县白石镇'],
  ['云岭县青禾镇', '白云县青禾镇'],
  ['云岭县', '白云县人民政府'],
  ['云岭县', '云岭县青禾镇'],
  ['江南市水利局', '江南市云岭县水利局'],
  ['江南市', '江南市云岭县'],
  ['江南市云岭区', '江南市白石区'],
  ['青禾街道', '青禾镇'],
])('%s and %s are two', (one, other) => {
  expect(isSameBody(one, other)).toBe(false);
  expect(isSameBody(other, one)).toBe(false);
});

test.each([
  ['青禾镇人民政府', 'town'],
  ['云岭县青禾镇', 'town'],
  ['云岭县青禾街道办事处', 'sub-district'],
  ['云岭区', 'government'],
  ['江南市人民政府', 'government'],
  ['云岭满族自治县人民政府办公室', 'government-office'],
  ['江南市水利局', 'department'],
  ['江南省教育厅', 'department'],
  ['云岭县发展和改革委员会', 'department'],
  ['国家税务总局云岭县税务局', null],
  ['云岭县税务局', null],
  ['江南经济技术开发区管理委员会', null],
  ['云岭县便民服务中心', null],
  ['水利局', null],
  ['2023年，我镇公开信息120条', null],
] as const)('%s is a %s', (name, kind) => {
  expect(bodyKind(name)).toBe(kind);
});
