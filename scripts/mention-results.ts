/*
 * Results for the scorer of labelled prose: reads paragraphs (JSON Lines: id, year, edition, text, values) and writes for
 * each, as a report with these values, what is linked and what is warned of.
 *
 *   node scripts/mention-results.ts GOLD OUT
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { type GoldParagraph, resultOf } from '../test/support/mention-gold.ts';

const [gold = '', out = ''] = process.argv.slice(2);
const lines = readFileSync(gold, 'utf8')
  .split('\n')
  .filter((line) => line.trim() !== '');
writeFileSync(out, `${lines.map((line) => JSON.stringify(resultOf(JSON.parse(line) as GoldParagraph))).join('\n')}\n`);
