import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { frontMatterKeys } from '../../server/src/forms/front-matter.ts';
import { readReport } from '../../server/src/report/bind.ts';
import { tableMarkup } from '../../server/src/report/markup.ts';
import { parse } from '../../server/src/syntax/parse.ts';
import { maxFileSize, maxPieces } from '../../server/src/text/limits.ts';
import { newestEdition } from '../support/forms.ts';

interface Example {
  readonly kind: string;
  readonly text: string;
}

const path = join(import.meta.dirname, '../../docs/markup.md');
const docs = readFileSync(path, 'utf8');
const [chinese = '', english = ''] = docs.split('\n## English\n');

/** The examples of a part of the page: every fence says of what kind its lines are. */
function examplesOf(part: string): readonly Example[] {
  return [...part.matchAll(/^```nianbao ([a-z -]+)\n([\s\S]*?)\n```$/gm)].map(([, kind = '', text = '']) => ({
    kind,
    text,
  }));
}

const lineKinds = [
  'title',
  'section',
  'subsection',
  'item',
  'text',
  'escaped',
  'row',
  'rule',
  'comment',
  'suppression',
];

describe.each([
  ['Chinese', chinese],
  ['English', english],
])('the %s part', (_, part) => {
  const examples = examplesOf(part);

  test('has an example of every kind of line, and of front matter', () => {
    const kinds = new Set(examples.map((example) => example.kind));
    for (const kind of [...lineKinds, 'front-matter', 'report']) expect(kinds).toContain(kind);
  });

  test.each(examples.filter(({ kind }) => lineKinds.includes(kind)))('$kind: $text', ({ kind, text }) => {
    for (const line of parse(text).lines)
      expect(line.kind === 'text' && line.escaped ? 'escaped' : line.kind).toBe(kind);
  });

  test.each(examples.filter(({ kind }) => kind === 'front-matter'))('front matter: $text', ({ text }) => {
    const { frontMatter } = readReport(text);
    expect(frontMatter.length).toBeGreaterThan(0);
    for (const { key, entry } of frontMatter) {
      expect(key, entry.key.text).not.toBeNull();
      expect(entry.value?.text).toBeTruthy();
    }
  });

  test.each(examples.filter(({ kind }) => kind.startsWith('table ')))(
    '$kind is the canonical one (UPDATE=1 writes it)',
    ({ kind, text }) => {
      const definition = newestEdition.tables.find((table) => `table ${table.id}` === kind);
      const canonical = definition && tableMarkup(definition, 'short', () => '0');
      if (process.env.UPDATE && canonical) {
        const page = readFileSync(path, 'utf8').replace(
          `\`\`\`nianbao ${kind}\n${text}\n`,
          `\`\`\`nianbao ${kind}\n${canonical}\n`,
        );
        writeFileSync(path, page);
      } else expect(canonical).toBe(text);
    },
  );

  test('shows a report that is understood', () => {
    const { title, year, body, sections, tables } = readReport(
      examples.find(({ kind }) => kind === 'report')?.text ?? '',
    );
    expect([title?.marked, year?.value, body?.text]).toEqual([true, 2024, '青禾镇人民政府']);
    expect(sections.map((section) => section.match)).toEqual(['official', 'official']);
    expect(tables.map((table) => [...table.rows.keys()])).toEqual([['regulations', 'normative-documents']]);
  });

  test('shows rows that are the same, whatever parts their cells', () => {
    const [same] = examples.filter(({ kind }) => kind === 'row');
    const rows = parse(same?.text ?? '').lines.map((line) =>
      line.kind === 'row' ? line.cells.map((cell) => cell.text) : [],
    );
    for (const row of rows) expect(row).toEqual(['行政规范性文件', '1', '0', '6']);
  });

  test('shows official layouts whose values are read', () => {
    const [, disclosure, requests, disputes] = examples.filter(({ kind }) => kind === 'row');
    const { tables } = readReport(
      [
        ...['二、主动公开政府信息情况', disclosure?.text],
        ...['三、收到和处理政府信息公开申请情况', requests?.text],
        ...['四、政府信息公开行政复议、行政诉讼情况', disputes?.text],
      ].join('\n'),
    );
    expect(tables.flatMap((table) => [...table.rows.keys()])).toEqual([
      'regulations',
      'normative-documents',
      'licensing',
      'granted',
      'refused.state-secret',
      'reconsideration',
      'litigation-direct',
      'litigation-after-reconsideration',
    ]);
  });

  test('names every key of the front matter, and the size limit', () => {
    for (const { key, spellings } of frontMatterKeys) {
      expect(part).toContain(`| \`${spellings[0]}\` |`);
      if (part === english) expect(part).toContain(`| \`${key}\` |`);
    }
    expect(part).toContain(maxFileSize.toLocaleString('en'));
    expect(part).toContain(maxPieces.toLocaleString('en'));
  });
});
