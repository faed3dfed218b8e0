import { describe, expect, test } from 'vitest';
import { standardForms } from '../../server/src/forms/index.ts';
import { importReport } from '../../server/src/importers/index.ts';
import { withoutGlosses } from '../../server/src/importers/text/glosses.ts';
import { packedTexts } from '../../server/src/importers/text/packed-text.ts';
import { barRows } from '../support/shapes.ts';
import { keyOf, placesOf, sampleReport, valuesIn } from './sample-report.ts';

const form = standardForms().newest;
const values = new Map(placesOf(form).map((place, i) => [keyOf(place), (i * 7) % 40]));
const report = sampleReport(form, barRows, values);
const [title = '', ...rest] = report.split('\n\n');
const content = rest.join('\n\n');

async function imported(text: string, name: string): Promise<{ readonly markup: string; readonly notes: string }> {
  const result = await importReport(new TextEncoder().encode(text), { name });
  if ('failure' in result) throw new Error(result.failure.zh);
  return { markup: result.markup, notes: result.notes.map(({ message }) => message.zh).join('\n') };
}

describe('a report in JSON', () => {
  const page = content
    .split('\n')
    .map((line) => `<p>${line}</p>`)
    .join('');

  test.each([
    ['the answer of an interface', JSON.stringify({ code: 200, data: { title, date: '2022-01-17', content } })],
    ['a list of one record', JSON.stringify([{ id: 7, text: report }])],
    ['a page in a record', JSON.stringify({ title, html: `<div>${page}</div>` }, null, 2)],
    ['a line of JSON Lines', `${JSON.stringify({ url: 'a', title, text: content })}\n`],
  ])('%s', async (_, text) => {
    const { markup, notes } = await imported(text, 'a.json');
    expect(valuesIn(markup, form)).toEqual(values);
    expect(markup).toContain(`# ${title}`);
    expect(notes).toContain('JSON');
  });

  test.each(['[1] 青禾镇', '{ 表三 }', '{"a": 1}', '"短"', ''])('%j holds none', (text) => {
    expect(packedTexts(text)).toBeNull();
  });

  test('is no deeper than it can be read', () => {
    expect(packedTexts(`${'['.repeat(5000)}${']'.repeat(5000)}`)).toBeNull();
  });
});

describe('readings of characters in brackets', () => {
  const glossed = (mark: (sound: string) => string): string =>
    report.replace(/[开数报]/g, (character) => character + mark({ 开: 'kāi', 数: 'shù', 报: 'bao' }[character] ?? ''));

  test.each([
    ['once', (sound: string) => `(${sound})`],
    ['twice, in wide brackets', (sound: string) => `（${sound}）（${sound}）`],
  ])('%s are left out and said', async (_, mark) => {
    const { markup, notes } = await imported(glossed(mark), 'a.txt');
    expect(valuesIn(markup, form)).toEqual(values);
    expect(markup).toContain(title);
    expect(notes).toContain('读音');
  });

  test('units and names in brackets stay', () => {
    const text = '公路(km)里程、排放(t)量、平台(app)和网站(web)。';
    expect(withoutGlosses(text)).toEqual({ text, glosses: 0 });
  });
});
