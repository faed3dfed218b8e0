// The parts of a report as sketches.
import { isCommonSentence } from '../forms/across-files.ts';
import { noticeStretch } from '../forms/notice-sentences.ts';
import type { Report } from '../report/report.ts';
import { canonical } from '../text/canonical.ts';
import { MOST_HASHES, type PartSketch } from './part-sketch.ts';
import { sectionProse } from './section-prose.ts';

/** The length of a stretch, and of the shortest text that is compared. */
const STRETCH = 6;
const SHORTEST = 60;
const DIGITS = /\d+/g;
const SENTENCE = /[。；;！？\n]/;

/** The parts of a report in prose that say enough to be compared. Figures make no difference. */
export function partSketches(report: Report): readonly PartSketch[] {
  return report.edition.sections
    .filter(({ table }) => table === null)
    .flatMap(({ id }): readonly PartSketch[] => {
      const prose = sectionProse(report, id);
      const text = prose ? ownWords(prose.sentences) : '';
      if (!prose || text.length < SHORTEST) return [];
      const { line } = prose.section;
      const { start, end } = line.span;
      const place = { line: line.number, start: 0, end: end - start };
      return [{ section: id, place, hashes: sketchOf(text) }];
    });
}

function ownWords(sentences: string): string {
  return sentences
    .split(SENTENCE)
    .filter((sentence) => !isCommonSentence(sentence) && !noticeStretch.test(sentence))
    .map((sentence) => canonical(sentence).replace(DIGITS, '0'))
    .join('');
}

function sketchOf(text: string): Uint32Array {
  const hashes = new Set<number>();
  for (let at = 0; at + STRETCH <= text.length; at++) hashes.add(hashAt(text, at));
  return Uint32Array.from(hashes).sort().slice(0, MOST_HASHES);
}

function hashAt(text: string, at: number): number {
  let hash = 0x811c9dc5;
  for (let i = at; i < at + STRETCH; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}
