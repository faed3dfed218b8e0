// Reports to spoil: the example in the styles that it may be written in, and the whole reports of the corpus, official layouts among them.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { withLabels } from './labels.ts';
import { wholeReport } from './whole-report.ts';

const root = join(import.meta.dirname, '../..');
const example = wholeReport(readFileSync(join(root, 'examples/青禾镇-2023.nianbao'), 'utf8'));
const official = withLabels(example, 'official');
const corpus = join(root, 'test/corpus');

export const reportsToSpoil: readonly string[] = [
  official,
  withLabels(official, 'short'),
  official.replaceAll('2023', '2020').replaceAll('\n', '\r\n'),
  ...readdirSync(corpus)
    .filter((file) => file.endsWith('.nianbao'))
    .map((file) => readFileSync(join(corpus, file), 'utf8')),
];

const PART_LENGTH = 450;

/** The beginning and the middle of each, of which many more can be tried in the same time. */
export const partsToSpoil: readonly string[] = reportsToSpoil.flatMap((text) => {
  const at = text.length <= PART_LENGTH ? 0 : text.indexOf('\n', (text.length - PART_LENGTH) >> 1) + 1;
  return [text.slice(0, PART_LENGTH), text.slice(at, at + PART_LENGTH)];
});
