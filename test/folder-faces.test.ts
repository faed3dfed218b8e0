// A county's folder: what the editor, `check` and SARIF say of it, with the related places in other files.
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

const county = {
  'nianbao.json': JSON.stringify({
    rules: { 'copied-text': 'hint' },
    ignore: ['草稿/'],
    roster: [{ name: '云岭县人民政府', children: '*镇*' }, '青禾镇人民政府', '东山镇人民政府', '云岭县财政局'],
  }),
  '2023/青禾镇.nianbao': `${report('青禾镇人民政府', 2023, { after: 1 })}\n五、存在的主要问题及改进情况\n\n${problems}\n`,
  '2024/青禾镇.nianbao': `${report('青禾镇人民政府', 2024, { before: 0, inForce: 6, text: '在东山镇专栏公开 3 条。' })}
五、存在的主要问题及改进情况

${problems}
`,
  '2024/东山镇.nianbao': report('东山镇人民政府', 2024, {}),
  '2024/云岭县.nianbao': report('云岭县人民政府', 2024, { received: 5, inForce: 11 }),
  '草稿/青禾镇.nianbao': report('青禾镇人民政府', 2023, { after: 9 }),
};

const across = [
  'carry-over',
  'stock-change',
  'children-sum',
  'missing-file',
  'copied-text',
  'other-body',
  'big-change',
];

/** A finding in one line, with its places: file, zero-based line and column. */
function line(code: unknown, file: string, start: Position, message: unknown, related: readonly string[]): string {
  return [`${file}:${start.line}:${start.character}`, code, message, ...related].join(' | ');
}

interface Position {
  readonly line: number;
  readonly character: number;
}

interface JsonFinding {
  readonly code: string;
  readonly file: string;
  readonly message: string;
  readonly range: { readonly start: Position };
  readonly related: readonly {
    readonly file?: string;
    readonly message: string;
    readonly range: { readonly start: Position };
  }[];
}

async function ofCheck(cwd: string): Promise<readonly string[]> {
  const { out } = await nianbao(['check', '--format', 'json', '.'], { cwd });
  return (JSON.parse(out) as JsonFinding[])
    .filter(({ code }) => across.includes(code))
    .map(({ code, file, message, range, related }) =>
      line(
        code,
        file,
        range.start,
        message,
        related.map((each) => placed(each.file ?? file, each.range.start, each.message)),
      ),
    )
    .sort();
}

function placed(file: string, start: Position, message: string): string {
  return `${file}:${start.line}:${start.character} ${message}`;
}

interface SarifLocation {
  readonly message?: { readonly text: string };
  readonly physicalLocation: {
    readonly artifactLocation: { readonly uri: string };
    readonly region: { readonly startLine: number; readonly startColumn: number };
  };
}

async function ofSarif(cwd: string): Promise<readonly string[]> {
  const { out } = await nianbao(['check', '--format', 'sarif', '.'], { cwd });
  const [run] = (JSON.parse(out) as { runs: readonly { results: readonly SarifResult[] }[] }).runs;
  const at = ({ physicalLocation: { artifactLocation, region } }: SarifLocation) => ({
    file: decodeURIComponent(artifactLocation.uri),
    start: { line: region.startLine - 1, character: region.startColumn - 1 },
  });
  return (run?.results ?? [])
    .filter(({ ruleId }) => across.includes(ruleId))
    .flatMap(({ ruleId, message, locations: [first], relatedLocations = [] }) => {
      if (!first) return [];
      const { file, start } = at(first);
      const related = relatedLocations.map((each) => placed(at(each).file, at(each).start, each.message?.text ?? ''));
      return [line(ruleId, file, start, message.text, related)];
    })
    .sort();
}

interface SarifResult {
  readonly ruleId: string;
  readonly message: { readonly text: string };
  readonly locations: readonly SarifLocation[];
  readonly relatedLocations?: readonly SarifLocation[];
}

async function ofEditor(cwd: string): Promise<readonly string[]> {
  const root = pathToFileURL(`${cwd}/`).href;
  const name = (uri: string): string => decodeURIComponent(uri.slice(root.length));
  const client = await Client.start({
    capabilities: pulling,
    folders: [root.slice(0, -1)],
    files: nodeFilesTelling(() => {}),
    options: { language: 'zh' },
  });
  const { items } = await client.connection.sendRequest(WorkspaceDiagnosticRequest.type, { previousResultIds: [] });
  return items
    .flatMap((item) =>
      item.kind !== 'full'
        ? []
        : item.items
            .filter(({ code }) => across.includes(String(code)))
            .map(({ code, message, range, relatedInformation = [] }) =>
              line(
                code,
                name(item.uri),
                range.start,
                message,
                relatedInformation.map((each) =>
                  placed(name(each.location.uri), each.location.range.start, each.message),
                ),
              ),
            ),
    )
    .sort();
}

test('the editor, check and SARIF find the same across the files of a folder, at the same places', () =>
  inFolder(county, async (cwd) => {
    const found = await ofCheck(cwd);
    expect(found.map((each) => each.split(' | ').slice(0, 2).join(' '))).toEqual(
      [
        '2024/云岭县.nianbao:15:21 children-sum',
        '2024/青禾镇.nianbao:19:0 copied-text',
        '2024/青禾镇.nianbao:10:20 stock-change',
        '2024/青禾镇.nianbao:16:21 carry-over',
        '2024/青禾镇.nianbao:4:9 other-body',
      ].sort((a, b) => (a < b ? -1 : 1)),
    );
    expect(found.join('\n')).toContain('2023/青禾镇.nianbao:17:16 上年报告：');
    expect(await ofEditor(cwd)).toEqual(found);
    expect(await ofSarif(cwd)).toEqual(found);
  }));

test('of a file that is checked alone the same is said', () =>
  inFolder(county, async (cwd) => {
    const { out } = await nianbao(['check', '--format', 'json', '青禾镇.nianbao'], { cwd: join(cwd, '2024') });
    const codes = (JSON.parse(out) as JsonFinding[]).map(({ code }) => code).filter((code) => across.includes(code));
    expect(codes.sort()).toEqual(['carry-over', 'copied-text', 'other-body', 'stock-change']);
  }));
