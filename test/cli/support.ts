import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Io } from '../../server/src/cli/io.ts';
import { run } from '../../server/src/cli/main.ts';
import { tableMarkup } from '../../server/src/report/markup.ts';
import { sampleForm } from '../support/forms.ts';

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export interface Around {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: string | Uint8Array;
  readonly terminal?: boolean;
  readonly columns?: number;
  readonly serve?: () => Promise<number>;
  /** What a user types when asked, one after the other; without it nobody can be asked. */
  readonly answers?: readonly string[];
}

/** Runs a command line in this process. Without `env` the locale names no language. */
export async function nianbao(argv: readonly string[], around: Around = {}): Promise<Ran> {
  let [out, err] = ['', ''];
  const { cwd = tmpdir(), env = {}, stdin = '', terminal = false, columns } = around;
  const io: Io = {
    cwd,
    env,
    stdin: async () => (typeof stdin === 'string' ? new TextEncoder().encode(stdin) : stdin),
    stdout: {
      write: (text) => {
        out += text;
      },
      isTerminal: terminal,
      columns,
    },
    stderr: {
      write: (text) => {
        err += text;
      },
      isTerminal: terminal,
      columns,
    },
    ...(around.serve ? { serve: around.serve } : {}),
    ...(around.answers ? { ask: answering(around.answers, (question) => (err += question)) } : {}),
  };
  const code = await run(argv, io);
  return { code, out, err };
}

function answering(answers: readonly string[], say: (question: string) => void): NonNullable<Io['ask']> {
  const left = [...answers];
  return async (question) => {
    say(question);
    return left.shift() ?? null;
  };
}

/** Runs `use` in a new folder with these files in it, which goes afterwards. */
export async function inFolder<Value>(
  files: Readonly<Record<string, string | Uint8Array>>,
  use: (folder: string) => Promise<Value>,
): Promise<Value> {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-'));
  try {
    for (const [name, content] of Object.entries(files)) {
      const path = join(folder, name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, content);
    }
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A report of 2023 in which every rule is kept; `figures` puts texts into cells named `table.row.column`. */
export function sampleReport(figures: Readonly<Record<string, string>> = {}): string {
  const { sections, tables, areas } = sampleForm;
  const parts = sections.map(({ ordinal, title, table: id }) => {
    const table = tables.find((candidate) => candidate.id === id);
    const heading = `${'一二三四五六'[ordinal - 1]}、${title}`;
    if (table)
      return `${heading}\n\n${tableMarkup(table, 'short', (row, column) => figures[`${table.id}.${row}.${column}`] ?? '0')}`;
    const areaLines = areas.map((area) => `（${'一二三四五'[area.ordinal - 1]}）${area.title}。按要求做好有关工作。`);
    if (ordinal === 1) return [heading, ...areaLines].join('\n\n');
    return `${heading}\n\n${ordinal === 5 ? '公开的内容还不够细，下一年逐项改进。' : '本年度没有收取信息处理费。'}`;
  });
  return [
    '---\n机关: 青禾镇人民政府\n年度: 2023\n---\n# 青禾镇人民政府2023年政府信息公开工作年度报告',
    '本报告所列数据的统计期限自2023年1月1日起至2023年12月31日止。',
    ...parts,
    '',
  ].join('\n\n');
}

/** The same with one fault: the total of table 3 is one short in one column. */
export const wrongReport = sampleReport({
  'requests.received.person': '2',
  'requests.received.total': '2',
  'requests.granted.person': '2',
  'requests.granted.total': '2',
  'requests.total.person': '1',
  'requests.total.total': '2',
});
