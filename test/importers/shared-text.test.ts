import { describe, expect, test } from 'vitest';
import { subjectOf } from '../../server/src/analysis/subject.ts';
import { json } from '../../server/src/exporters/json.ts';
import { decode } from '../../server/src/importers/decode.ts';
import type { Imported } from '../../server/src/importers/source.ts';
import { importText } from '../../server/src/importers/text.ts';
import { readReport } from '../../server/src/report/bind.ts';
import { formatting } from '../../server/src/report/format.ts';
import { check } from '../../server/src/rules/engine/check.ts';
import {
  contradictions,
  haveSharedReports,
  inTheForm,
  sharedFile,
  sharedFiles,
  type Truth,
  truths,
} from '../support/truths.ts';
import { accounted } from './show.ts';

/** Each text with its truth: the seeds, and what readers of PDF files made of the reports. */
const texts = truths.flatMap((truth): { name: string; truth: Truth }[] => {
  if (truth.file.endsWith('.txt')) return [{ name: truth.file, truth }];
  const number = truth.file.slice(0, 4);
  return sharedFiles(new RegExp(`^${number}.*\\.txt$`)).map((name) => ({ name, truth }));
});
const whole = texts.filter(({ name }) => !name.includes('_tables-'));

function imported(name: string): Imported {
  const result = importText(decode(sharedFile(name)).text);
  if ('failure' in result) throw new Error(result.failure.en);
  return result;
}

function closed(text: string): string {
  return text.replace(/[\s|]/g, '');
}

describe.skipIf(!haveSharedReports)('real reports as text', () => {
  test.each(texts)('$name has the values of its truth, all of them and no other', ({ name, truth }) => {
    const { markup, numbers } = imported(name);
    expect(JSON.parse(json.write(readReport(markup))).values).toEqual(truth.values);
    expect(accounted(numbers)).toBe(numbers.found);
  });

  test.each(whole)('$name has body, year and sections of its truth', ({ name, truth }) => {
    const report = readReport(imported(name).markup);
    const headings = report.sections.map(({ line }) => closed(line.mark.text + line.content.text));
    expect({ body: report.body?.text, year: report.year?.value, edition: report.edition.id, headings }).toEqual({
      body: truth.body,
      year: truth.year,
      edition: truth.edition,
      headings: truth.sections.map(closed),
    });
  });

  test.each(whole)('$name has the findings of its truth', ({ name, truth }) => {
    const { findings, failures } = check(subjectOf(readReport(inTheForm(imported(name).markup))));
    expect(failures).toEqual([]);
    expect(contradictions(truth, findings)).toEqual([]);
  });

  test.each(whole)('$name keeps every sentence', ({ name }) => {
    const source = decode(sharedFile(name)).text.replace(/\f?- \d -\f?/g, '');
    const sentences = closed(source).match(/[^。]*[，,、；]?[^。]*。/g) ?? [];
    const kept = closed(imported(name).markup);
    // What runs into a heading or out of a table isn't one sentence.
    const prose = sentences.filter((sentence) => !/第二十条第|勾稽关系|索引号|发布日期/.test(sentence));
    expect(prose.length).toBeGreaterThan(5);
    expect(prose.filter((sentence) => !kept.includes(sentence)).map((each) => each.slice(0, 60))).toEqual([]);
  });

  test.each(texts)('$name comes out formatted, and the same when imported again', ({ name }) => {
    const { markup } = imported(name);
    expect(formatting(readReport(markup))).toEqual([]);
    expect(importText(markup)).toMatchObject({ markup });
  });
});
