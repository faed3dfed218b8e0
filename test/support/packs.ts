import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cleanReport, withLine } from '../features/support.ts';

const page = readFileSync(join(import.meta.dirname, '../../docs/packs.md'), 'utf8');
const examples = [...page.matchAll(/^```json\n([\s\S]*?)^```/gm)].map(([, json = '']) => json);

/** The settings file and the pack that the documentation has as examples, and the pack's name. */
export const [exampleSettings = '', examplePack = ''] = examples;
export const packName = 'qinglan.nianbao-pack.json';

const lastReason = cleanReport.split('\n').find((line) => line.startsWith('| 8.属于行政查询')) ?? '';

/** The clean report with the row of the example's pack; its values in the table's columns. */
export function withPackRow(values = '0 0 0 0 0 0 0'): string {
  const row = `| 9.本省规定的其他情形 | ${values.split(' ').join(' | ')} |`;
  return withLine('| 8.属于行政查询', `${lastReason}\n${row}`);
}
