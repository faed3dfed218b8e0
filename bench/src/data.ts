// The same reports for us and for the peers: as markup, and as YAML and JSON with a schema that knows the form.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { json } from '../../server/src/exporters/json.ts';
import { readReport } from '../../server/src/report/bind.ts';

export interface Sample {
  readonly name: string;
  readonly markup: string;
  /** What the markup's report says, for the peers. */
  readonly data: unknown;
}

const example = readFileSync(join(import.meta.dirname, '../../examples/青禾镇-2023.nianbao'), 'utf8');
const report = example.slice(example.indexOf('# '));
const sentence = '全年通过政府网站、公开栏和便民服务中心公开信息，群众可以随时查阅。';

/** One report with enough prose to make `bytes` bytes of UTF-8. */
function padded(bytes: number): string {
  const missing = Math.max(0, bytes - Buffer.byteLength(report));
  const prose = `${sentence.repeat(10)}\n\n`.repeat(
    Math.ceil(missing / Buffer.byteLength(`${sentence.repeat(10)}\n\n`)),
  );
  return report.replace('\n（二）依申请公开。', `\n${prose}（二）依申请公开。`);
}

function dataOf(markup: string): unknown {
  return JSON.parse(json.write(readReport(markup)));
}

/** A report of 12 KB, or of so many bytes; 1.2 MB as one report with long prose; 1.2 MB as reports one after the other, most of it tables. */
export function samples(bytes = 12_000): readonly Sample[] {
  const small = padded(bytes);
  const prose = padded(1_200_000);
  const copies = Math.ceil(1_200_000 / Buffer.byteLength(report));
  return [
    { name: '12 KB', markup: small, data: dataOf(small) },
    { name: '1.2 MB, one report', markup: prose, data: dataOf(prose) },
    {
      name: `1.2 MB, ${copies} reports in a row`,
      markup: report.repeat(copies),
      data: { reports: Array.from({ length: copies }, () => dataOf(report)) },
    },
  ];
}

/** A report like `text` with a name, a sentence and a number of its own; every third has a total that is wrong. */
export function variant(text: string, i: number): string {
  const own = text
    .replaceAll('青禾镇', `青禾${i}镇`)
    .replace('群众可以', `第${i}号栏，群众可以`)
    .replace(/(\| 行政许可 *\| *)\d+/, `$1${i}`);
  return i % 3 === 0 ? own.replace(/(（七）总计 *\| *)\d+/, '$1 99') : own;
}

const reportProperties = {
  body: { type: ['string', 'null'] },
  year: { type: ['integer', 'null'] },
  edition: { enum: ['2008', '2019', '2021'] },
  title: { type: ['string', 'null'] },
  sections: { $ref: '#/definitions/sections' },
  values: { $ref: '#/definitions/values' },
};

/** A JSON schema of the exported report: what the peers check, which is types and names, not sums. */
export const schema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  type: 'object',
  properties: {
    reports: { type: 'array', items: { $ref: '#/definitions/report' } },
    ...reportProperties,
  },
  additionalProperties: false,
  definitions: {
    report: {
      type: 'object',
      required: ['body', 'year', 'edition', 'sections', 'values'],
      properties: reportProperties,
      additionalProperties: false,
    },
    sections: {
      type: 'array',
      items: {
        type: 'object',
        required: ['title'],
        properties: { id: {}, title: { type: 'string' }, text: { type: 'string' } },
      },
    },
    count: { type: ['integer', 'null'], minimum: 0 },
    values: {
      type: 'object',
      properties: {
        requests: {
          type: 'object',
          additionalProperties: { type: 'array', items: { $ref: '#/definitions/count' }, minItems: 7, maxItems: 7 },
        },
        disclosure: {
          type: 'object',
          additionalProperties: { type: 'object', additionalProperties: { type: ['number', 'null'] } },
        },
        disputes: {
          type: 'object',
          additionalProperties: { type: 'array', items: { $ref: '#/definitions/count' }, minItems: 5, maxItems: 5 },
        },
      },
      additionalProperties: false,
    },
  },
};
