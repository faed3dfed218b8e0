import { describe, expect, test } from 'vitest';
import { subjectOf } from '../server/src/analysis/subject.ts';
import { json } from '../server/src/exporters/json.ts';
import { readReport } from '../server/src/report/bind.ts';
import { check } from '../server/src/rules/engine/check.ts';
import { contradictions, haveSharedReports, inTheForm, sharedFile, truths } from './support/truths.ts';

/** Reports whose raw text is valid markup: their tables stand one row to a line, or they have none. */
const rawIsMarkup = /^00[012]_/;
const torn = /^00[34]_/;

describe.skipIf(!haveSharedReports)('real reports, raw', () => {
  const raw = truths.filter((truth) => rawIsMarkup.test(truth.file));

  test.each(raw)('$file has the values of its truth', (truth) => {
    const exported = JSON.parse(json.write(readReport(sharedFile(truth.file).toString('utf8'))));
    expect(exported).toMatchObject({
      body: truth.body,
      year: truth.year,
      edition: truth.edition,
      values: truth.values,
    });
  });

  test.each(raw)('$file has the findings of its truth', (truth) => {
    const { findings, failures } = check(subjectOf(readReport(inTheForm(sharedFile(truth.file).toString('utf8')))));
    expect(failures).toEqual([]);
    expect(contradictions(truth, findings)).toEqual([]);
  });

  test.each(raw)('$file has no finding of error severity', (truth) => {
    const { findings } = check(subjectOf(readReport(inTheForm(sharedFile(truth.file).toString('utf8')))));
    expect(findings.filter((finding) => finding.severity === 'error').map((finding) => finding.message().zh)).toEqual(
      [],
    );
  });

  test.each(truths.filter((truth) => torn.test(truth.file)))(
    '$file has one torn table for each part and no storm',
    (truth) => {
      const { findings } = check(subjectOf(readReport(sharedFile(truth.file).toString('utf8'))));
      const codes = findings.map((finding) => finding.code);
      expect(codes.filter((code) => code === 'torn-table')).toHaveLength(3);
      expect(codes.length).toBeLessThan(8);
    },
  );
});
