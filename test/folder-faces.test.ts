// A county's folder: what the editor, `check`, SARIF and the desk say of it, with the related places in other files.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { WorkspaceDiagnosticRequest } from 'vscode-languageserver/node';
import { nodeFilesTelling } from '../server/src/lsp/files-node.ts';
import { inFolder, nianbao } from './cli/support.ts';
import { Client, pulling } from './lsp/support.ts';

const problems =
  '主要问题是村务公开栏更新不够及时，有的村半年才换一次，群众看到的是旧内容。改进情况是由驻村干部每月检查一次，公开栏和网站同步更新，年底逐村核对，查询机由专人管理。';

function report(body: string, year: number, { received = 2, before = 0, after = 0, inForce = 5, text = '' }): string {
  const row = (label: string, value: number): string => `| ${label} | ${value} | 0 | 0 | 0 | 0 | 0 | ${value} |`;
  return `# ${body}${year}年政府信息公开工作年度报告

一、总体情况

（一）主动公开。${text}

二、主动公开政府信息情况

| 第二十条第（一）项 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
| 规章 | 0 | 0 | 0 |
| 行政规范性文件 | 0 | 0 | ${inForce} |

三、收到和处理政府信息公开申请情况

| 表三 | 自然人 | 企业 | 科研 | 公益 | 法律服务 | 其他 | 总计 |
${row('一、本年新收政府信息公开申请数量', received)}
${row('二、上年结转政府信息公开申请数量', before)}
${row('四、结转下年度继续办理', after)}
`;
}

const settings = {
  rules: { 'copied-text': 'hint' },
  baseline: '基线.json',
  ignore: ['草稿/'],
  roster: [{ name: '云岭县人民政府', children: '*镇*' }, '青禾镇人民政府', '东山镇人民政府', '云岭县财政局'],
};

/** Last year's reports, a county and its towns, an ignored draft, a remark, and a mistake that will be known already. */
const county = {
  'nianbao.json': JSON.stringify(settings),
  '2023/青禾镇.nianbao': `${report('青禾镇人民政府', 2023, { after: 1 })}\n五、存在的主要问题及改进情况\n\n${problems}\n`,
  '2024/青禾镇.nianbao': `${report('青禾镇人民政府', 2024, { before: 0, inForce: 6, text: '在东山镇专栏公开 3 条。' })}
五、存在的主要问题及改进情况

// 审核: 请写明改进的时限
${problems}
`,
  '2024/东山镇.nianbao': report('东山镇人民政府', 2024, {}).replace(/(一、本年新收.*)\| 2 \|/, '$1| 3 |'),
  '2024/云岭县.nianbao': report('云岭县人民政府', 2024, { received: 5, inForce: 11 }),
  '草稿/青禾镇.nianbao': report('青禾镇人民政府', 2023, { after: 9 }),
};

const across = ['carry-over', 'stock-change', 'children-sum', 'copied-text', 'other-body'];

/** A finding as every face gives it. */
interface Found {
  readonly code: string;
  readonly file: string;
  readonly severity: string;
  readonly message: string;
  readonly start: Position;
  readonly related: readonly { readonly file: string; readonly start: Position; readonly message: string }[];
}

interface Position {
  readonly line: number;
  readonly character: number;
}

/** Each finding in one line, with its places: file, zero-based line and column. */
function lines(all: readonly Found[]): readonly string[] {
  const at = (file: string, { line, character }: Position): string => `${file}:${line}:${character}`;
  return all
    .map(({ code, file, severity, message, start, related }) =>
      [
        at(file, start),
        code,
        severity,
        message,
        ...related.map((each) => `${at(each.file, each.start)} ${each.message}`),
      ].join(' | '),
    )
    .sort();
}

interface JsonFinding {
  readonly code?: string;
  readonly file: string;
  readonly severity: string;
  readonly message: string;
  readonly range: { readonly start: Position };
  readonly baselined?: true;
  readonly related: readonly {
    readonly file?: string;
    readonly message: string;
    readonly range: { readonly start: Position };
  }[];
}

function ofJson({ code = '', file, severity, message, range, related }: JsonFinding): Found {
  const places = related.map((each) => ({ file: each.file ?? file, start: each.range.start, message: each.message }));
  return { code, file, severity, message, start: range.start, related: places };
}

async function checked(cwd: string): Promise<readonly JsonFinding[]> {
  const { out } = await nianbao(['check', '--format', 'json', '.'], { cwd });
  return JSON.parse(out) as readonly JsonFinding[];
}

interface DeskRow extends JsonFinding {
  readonly key: string;
}

/** The problems on the desk; a body that hasn't reported is none. */
async function deskRows(cwd: string): Promise<readonly DeskRow[]> {
  const { out } = await nianbao(['desk', '--year', 'all', '--format', 'jsonl'], { cwd });
  const lines = out.split('\n').filter((line) => line !== '');
  return lines.map((line) => JSON.parse(line) as DeskRow).filter(({ code }) => code);
}

interface SarifLocation {
  readonly message?: { readonly text: string };
  readonly physicalLocation: {
    readonly artifactLocation: { readonly uri: string };
    readonly region: { readonly startLine: number; readonly startColumn: number };
  };
}

interface SarifResult {
  readonly ruleId: string;
  readonly message: { readonly text: string };
  readonly locations: readonly [SarifLocation];
  readonly relatedLocations?: readonly SarifLocation[];
  readonly properties: { readonly severity: string };
}

async function ofSarif(cwd: string): Promise<readonly Found[]> {
  const { out } = await nianbao(['check', '--format', 'sarif', '.'], { cwd });
  const at = ({ physicalLocation: { artifactLocation, region }, message }: SarifLocation) => ({
    file: decodeURIComponent(artifactLocation.uri),
    start: { line: region.startLine - 1, character: region.startColumn - 1 },
    message: message?.text ?? '',
  });
  return (JSON.parse(out) as { readonly runs: readonly { readonly results: readonly SarifResult[] }[] }).runs
    .flatMap(({ results }) => results)
    .map(({ ruleId, message, locations: [first], relatedLocations = [], properties: { severity } }) => ({
      ...at(first),
      ...{ code: ruleId, message: message.text, severity },
      related: relatedLocations.map(at),
    }));
}

async function ofEditor(cwd: string): Promise<readonly Found[]> {
  const root = pathToFileURL(`${cwd}/`).href;
  const name = (uri: string): string => decodeURIComponent(uri.slice(root.length));
  const client = await Client.start({
    capabilities: pulling,
    folders: [root.slice(0, -1)],
    files: nodeFilesTelling(() => {}),
    options: { language: 'zh' },
  });
  const { items } = await client.connection.sendRequest(WorkspaceDiagnosticRequest.type, { previousResultIds: [] });
  return items.flatMap((item) =>
    item.kind !== 'full'
      ? []
      : item.items.map(({ code, severity = 0, message, range, relatedInformation = [] }) => ({
          ...{ code: String(code), file: name(item.uri), message: String(message), start: range.start },
          severity: ['', 'error', 'warning', 'information', 'hint'][severity] ?? '',
          related: relatedInformation.map((each) => ({
            file: name(each.location.uri),
            start: each.location.range.start,
            message: each.message,
          })),
        })),
  );
}

test('the editor, check, SARIF and the desk find the same in a folder, at the same places', () =>
  inFolder(county, async (cwd) => {
    const [known] = (await deskRows(cwd)).filter(({ code }) => code === 'applicant-total');
    expect(known?.file).toBe('2024/东山镇.nianbao');
    writeFileSync(join(cwd, '基线.json'), JSON.stringify({ findings: { [known?.key ?? '']: '东山镇 总计' } }));

    const all = await checked(cwd);
    const found = lines(all.map(ofJson));
    expect(all.map(({ code }) => code)).toEqual(expect.arrayContaining([...across, 'missing-row', 'review-remark']));
    expect(found.join('\n')).toContain('2023/青禾镇.nianbao:17:16 上年报告：');
    expect(all.filter(({ baselined }) => baselined).map(({ code, severity }) => [code, severity])).toEqual([
      ['applicant-total', 'hint'],
    ]);
    expect(lines(await ofEditor(cwd))).toEqual(found);
    expect(lines(await ofSarif(cwd))).toEqual(found);
    const open = all.filter(
      ({ code, severity }) => severity === 'error' || severity === 'warning' || code === 'review-remark',
    );
    expect(lines((await deskRows(cwd)).map(ofJson))).toEqual(lines(open.map(ofJson)));
  }));

test('of a file that is checked alone the same is said', () =>
  inFolder(county, async (cwd) => {
    const { out } = await nianbao(['check', '--format', 'json', '青禾镇.nianbao'], { cwd: join(cwd, '2024') });
    const codes = (JSON.parse(out) as JsonFinding[])
      .map(({ code }) => code)
      .filter((code = '') => across.includes(code));
    expect(codes.sort()).toEqual(['carry-over', 'copied-text', 'other-body', 'stock-change']);
  }));
