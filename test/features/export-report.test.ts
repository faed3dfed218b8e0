import { describe, expect, test } from 'vitest';
import { defaultSettings } from '../../server/src/analysis/settings.ts';
import { type ExportOptions, exportedFile } from '../../server/src/features/export-report.ts';
import { createSnapshot } from '../../server/src/features/snapshot.ts';
import { maxFileSize } from '../../server/src/text/limits.ts';
import { corpus } from '../support/corpus.ts';
import { wholeReport } from '../support/whole-report.ts';

const wrong = wholeReport(corpus.find(({ name }) => name.includes('wrong-total'))?.text ?? '');

function exported(format: string, text = wrong, options: Partial<ExportOptions> = {}) {
  const snapshot = createSnapshot('file:///a.nianbao', null, text);
  return exportedFile(snapshot, { format, settings: defaultSettings, language: 'zh', printPdf: null, ...options });
}

describe('exporting for an editor', () => {
  test('counts the errors and exports all the same', async () => {
    expect(await exported('html')).toMatchObject({ encoding: 'text', extension: '.html', errors: 1 });
    expect(await exported('json')).toMatchObject({ encoding: 'text', extension: '.json', errors: 1 });
  });

  test.each(['docx', 'xlsx'])('gives %s in base64', async (format) => {
    const file = await exported(format);
    expect(file).toMatchObject({ encoding: 'base64', extension: `.${format}` });
    expect('content' in file && atob(file.content).startsWith('PK')).toBe(true);
  });

  test('marks csv, so that Excel reads it as Chinese', async () => {
    expect(await exported('csv')).toMatchObject({ content: expect.stringMatching(/^\ufeffbody,/) });
  });

  test('prints the page of html as pdf, where something can', async () => {
    const pages: string[] = [];
    const printPdf = async (page: string) => {
      pages.push(page);
      return new Uint8Array([37, 80, 68, 70]);
    };
    expect(await exported('pdf', wrong, { printPdf })).toMatchObject({ content: btoa('%PDF'), extension: '.pdf' });
    expect(pages).toEqual([expect.stringMatching(/^<!DOCTYPE html>/)]);
  });

  test('says why there is no file', async () => {
    expect(await exported('pdf')).toEqual({ failure: expect.stringContaining('HTML') });
    const printPdf = async () => ({ zh: '没有浏览器', en: 'no browser' });
    expect(await exported('pdf', wrong, { printPdf })).toEqual({ failure: '没有浏览器' });
    expect(await exported('rtf')).toEqual({ failure: expect.any(String) });
    expect(await exported('html', ' '.repeat(maxFileSize + 1))).toEqual({ failure: expect.any(String) });
    expect(await exported('docx', '公开\n'.repeat(60_001))).toEqual({ failure: expect.stringContaining('6 万') });
  });
});
