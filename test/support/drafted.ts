// Whole reports whose tables are right, with prose of the caller's.
import fc from 'fast-check';
import type { Draft } from '../../server/src/analysis/draft.ts';
import type { TableId } from '../../server/src/forms/edition.ts';
import type { Form } from '../../server/src/forms/form.ts';
import { filled, titleTemplate } from '../../server/src/forms/template.ts';
import { tableMarkup } from '../../server/src/report/markup.ts';
import { numeral } from '../../server/src/text/chinese-numerals.ts';
import type { Figures } from './figures.ts';
import { editionById } from './forms.ts';
import { disputes, requests } from './tables.ts';

export interface Tables {
  /** The id of a form. */
  readonly form: string;
  readonly figures: Readonly<Record<TableId, Figures>>;
}

const count = fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, fc.nat(9), fc.nat(3000));
const documents = fc
  .tuple(count, count, count)
  .map(([made, repealed, more]): readonly number[] => [made, repealed, made + more]);
const decisions = count.map((value): readonly number[] => [value]);
const fees = fc.nat(99_999_999).map((value): readonly number[] => [value / 10_000]);

/** The disclosures of the form in force; in the older one all are 0. */
const disclosure = fc.record({
  regulations: documents,
  'normative-documents': documents,
  licensing: decisions,
  penalties: decisions,
  coercion: decisions,
  fees,
});

/** Figures of a whole report in which every relation holds; of requests and disputes there may be none. */
export const tables: fc.Arbitrary<Tables> = fc
  .record({
    table3: requests,
    table4: disputes,
    table2: disclosure,
    noRequests: fc.integer({ min: 0, max: 4 }).map((one) => one === 0),
    noDisputes: fc.boolean(),
  })
  .map(({ table3, table4, table2, noRequests, noDisputes }) => ({
    form: table3.edition.id,
    figures: {
      requests: noRequests ? {} : table3.figures,
      disputes: noDisputes ? {} : table4,
      disclosure: table3.edition.table('disclosure')?.column('in-force') ? table2 : {},
    },
  }));

const OTHER_PROSE: Readonly<Record<string, string>> = {
  platform: '政府网站设有公开专栏，由专人维护。',
  supervision: '加强培训和检查，没有发生责任追究。工作考核、社会评议结果良好。',
  problems: '存在的主要问题是信息更新不够及时。下一步将落实更新责任，加强检查。',
  other: '没有其他需要报告的事项。',
};

/** A report of a city's government with these tables; `prose` is what is said of each area or section. */
export function reportWith({ form, figures }: Tables, prose: Readonly<Record<string, string>>): string {
  const edition = editionById(form) as Form;
  const [body, year] = ['青禾市人民政府', String(edition.years.first)];
  const text = (id: string): string => prose[id] ?? OTHER_PROSE[id] ?? '按规定办理。';
  const areas = edition.areas.map(({ id, ordinal, title }) => `（${numeral(ordinal)}）${title}。${text(id)}`);
  const sections = edition.sections.map(({ id, ordinal, title, table }) => {
    const content = table
      ? markup(edition, table, figures[table] ?? {})
      : id === 'overview'
        ? areas.join('\n\n')
        : text(id);
    return `${numeral(ordinal)}、${title}\n\n${content}\n`;
  });
  const preface = filled(edition.preface, body, year);
  return [`# ${filled(titleTemplate, body, year)}\n`, `${preface}\n`, ...sections].join('\n');
}

function markup(edition: Form, id: TableId, figures: Figures): string {
  const table = edition.table(id);
  if (!table) throw new Error(`${edition.id} has no table ${id}`);
  return tableMarkup(table, 'official', (row, column) => {
    const block = table.blocks.find(({ lines }) => lines.some((line) => line.id === row));
    return String(figures[row]?.[block?.columns.indexOf(column) ?? -1] ?? 0);
  });
}

/** The prose that drafts make, with one wording of each sentence: those that `choose` picks by a number below their count. */
export function draftedProse(
  drafts: readonly Draft[],
  choose: (count: number) => number,
): Readonly<Record<string, string>> {
  const prose: Record<string, string> = {};
  for (const { sentence, texts } of drafts) {
    const place = sentence.area ?? sentence.section;
    prose[place] = (prose[place] ?? '') + (texts[choose(texts.length)] ?? '').replaceAll('\ufffc', '0');
  }
  return prose;
}
