// Word and print beside each other, where the machine has LibreOffice and a browser.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findBrowser } from '../../server/src/cli/pdf-browser.ts';
import { printPage } from '../../server/src/cli/pdf-print.ts';
import { documentOf } from '../../server/src/exporters/document-of.ts';
import { docx } from '../../server/src/exporters/docx.ts';
import { html } from '../../server/src/exporters/html.ts';
import { importReport } from '../../server/src/importers/index.ts';
import { readReport } from '../../server/src/report/bind.ts';
import { corpus } from '../support/corpus.ts';

const office = ['/usr/bin/soffice', '/usr/local/bin/soffice', '/opt/libreoffice/program/soffice'].find((path) =>
  existsSync(path),
);
const reader = ['/usr/bin/pdftotext', '/usr/local/bin/pdftotext'].find((path) => existsSync(path));
const browser = findBrowser({ platform: process.platform, env: process.env, has: (path) => existsSync(path) });
if (!office) console.warn('No LibreOffice on this machine: the round trip of Word files is NOT tested.');
if (!office || !reader || !browser)
  console.warn('Without LibreOffice, pdftotext and a browser the pages of Word and PDF are NOT compared.');

const examples = corpus.filter(({ name }) => /^examples\/(?:河湾镇|石桥乡|云岭县)|2021-city$/.test(name));

/** What LibreOffice makes of Word files, by their order. */
function converted(files: readonly Uint8Array[], to: 'docx' | 'pdf'): readonly Uint8Array[] {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-office-'));
  try {
    const sources = files.map((bytes, i) => {
      const path = join(folder, `${i}.docx`);
      writeFileSync(path, bytes);
      return path;
    });
    const out = join(folder, 'out');
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    execFileSync(office ?? '', [profile, '--headless', '--convert-to', to, '--outdir', out, ...sources], {
      stdio: 'ignore',
      timeout: 170_000,
    });
    return files.map((_, i) => readFileSync(join(out, `${i}.${to}`)));
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** The report as it is published, wherever it stands in its source. */
function content(markup: string): unknown {
  const { title, elements, body, year, edition } = documentOf(readReport(markup));
  return JSON.parse(
    JSON.stringify({ title: title.text, elements, body, year, edition }, (key, each) =>
      key === 'span' ? undefined : each,
    ),
  );
}

interface PrintedPage {
  /** Where headings and titles of tables stand. */
  readonly headings: readonly string[];
  /** The rows of tables that have their label on one line. */
  readonly rows: readonly string[];
  readonly number: string;
}

function pagesOf(pdf: Uint8Array, text: string): readonly PrintedPage[] {
  const { elements } = documentOf(readReport(text));
  const known = new Set(elements.flatMap((each) => (each.kind === 'heading' ? [each.text] : [])));
  const labels = elements
    .flatMap((each) => (each.kind === 'table' ? each.rows.flatMap(({ cells }) => cells) : []))
    .filter(({ kind, scope, text }) => kind === 'header' && scope === 'row' && /^\d\..{4,9}$/.test(text))
    .map((cell) => cell.text);
  const shown = execFileSync(reader ?? '', ['-layout', '-', '-'], { input: pdf }).toString();
  return shown
    .split('\f')
    .slice(0, -1)
    .map((page) => {
      const lines = page.split('\n').map((line) => line.replaceAll(/\s/g, ''));
      const filled = lines.filter((line) => line !== '');
      return {
        headings: filled.filter((line) => known.has(line) || /^申请人情况$|^第二十条第/.test(line)),
        rows: labels.filter((label) => filled.some((line) => line.includes(label))),
        number: filled.at(-1) ?? '',
      };
    });
}

const reports = examples.map(({ text }) => readReport(text));
const wordFiles = () => Promise.all(reports.map((report) => docx.write(report)));

describe.skipIf(!office)('a Word file', { timeout: 180_000 }, () => {
  test('has the same text, values and spans when LibreOffice has read and written it', async () => {
    const files = converted(await wordFiles(), 'docx');
    for (const [i, { name, text }] of examples.entries()) {
      const imported = await importReport(files[i] ?? new Uint8Array());
      expect(content('markup' in imported ? imported.markup : ''), name).toEqual(content(text));
    }
  });
});

describe.skipIf(!office || !reader || !browser)('the pages', { timeout: 360_000 }, () => {
  test('of Word and of print have the same headings, rows and heads of tables, and numbers', async () => {
    const files = converted(await wordFiles(), 'pdf');
    for (const [i, { name, text }] of examples.entries()) {
      const word = pagesOf(files[i] ?? new Uint8Array(), text);
      const print = pagesOf(await printPage(browser ?? '', html.write(readReport(text)), 120_000), text);
      expect(print, name).toEqual(word);
      if (/2021-city$/.test(name)) expect(print.flatMap(({ rows }) => rows).length).toBeGreaterThan(5);
      expect(print.map(({ number }) => number)).toEqual(print.map((_, page) => `—${page + 1}—`));
    }
  });
});
