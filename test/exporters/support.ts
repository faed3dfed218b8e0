import { Parser } from 'htmlparser2';
import type { DocumentTable } from '../../server/src/exporters/document.ts';
import { documentOf } from '../../server/src/exporters/document-of.ts';
import type { LayoutCell } from '../../server/src/forms/edition.ts';
import type { FormTable } from '../../server/src/forms/form.ts';
import { readReport } from '../../server/src/report/bind.ts';
import { editions } from '../support/forms.ts';
import { barRows, canonicalRows, type Shape, tabRows } from '../support/shapes.ts';

/** A cell as a reader of a format sees it. */
export interface SeenCell {
  readonly text: string;
  readonly colspan: number;
  readonly rowspan: number;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly tag?: string;
}

export const shapes: Readonly<Record<string, Shape>> = { canonicalRows, barRows, tabRows };

/** Every table of every edition in every layout that a source may have. */
export const forms = editions.flatMap((edition) =>
  edition.tables.flatMap((table) =>
    Object.entries(shapes).map(([shape, write]) => {
      const section = edition.sections.find((one) => one.table === table.id);
      const heading = `${'一二三四五六'[(section?.ordinal ?? 1) - 1]}、${section?.title}`;
      const text = `---\n年度: ${edition.years.first}\n---\n\n${heading}\n\n${write(table, valueText(table))}\n`;
      return { name: `${edition.id} ${table.id} as ${shape}`, table, text };
    }),
  ),
);

/** A number for each place of a form, no two alike. */
export function valueText(table: FormTable): (row: string, column: string) => string {
  const places = table.layout.flat().flatMap(({ value }) => (value ? [`${value.row} ${value.column}`] : []));
  return (row, column) => String(100 + places.indexOf(`${row} ${column}`));
}

/** The official form, its values filled in. */
export function official(table: FormTable): readonly (readonly SeenCell[])[] {
  const textOf = valueText(table);
  const shown = ({ text, value }: LayoutCell): string => (value ? textOf(value.row, value.column) : (text ?? ''));
  return table.layout.map((row) =>
    row.map((cell) => ({ text: shown(cell), colspan: cell.colspan, rowspan: cell.rowspan })),
  );
}

export function tablesOf(text: string): readonly DocumentTable[] {
  return documentOf(readReport(text)).elements.filter((element) => element.kind === 'table');
}

/** The rows of the tables of a page as a browser reads them, and every other tag with its attributes. */
export function readHtml(html: string) {
  const tables: SeenCell[][][] = [];
  const tags: { readonly name: string; readonly attributes: Readonly<Record<string, string>> }[] = [];
  let cell: { tag: string; text: string; attributes: Readonly<Record<string, string>> } | null = null;
  const parser = new Parser({
    onopentag(name, attributes) {
      tags.push({ name, attributes });
      if (name === 'table') tables.push([]);
      if (name === 'tr') tables.at(-1)?.push([]);
      if (name === 'th' || name === 'td') cell = { tag: name, text: '', attributes };
    },
    ontext(text) {
      if (cell) cell.text += text;
    },
    onclosetag(name) {
      if (!cell || name !== cell.tag) return;
      const { colspan = '1', rowspan = '1' } = cell.attributes;
      tables
        .at(-1)
        ?.at(-1)
        ?.push({ ...cell, colspan: Number(colspan), rowspan: Number(rowspan) });
      cell = null;
    },
  });
  parser.end(html);
  return { tables, tags };
}

export function shapeOf(rows: readonly (readonly SeenCell[])[]): readonly (readonly SeenCell[])[] {
  return rows.map((row) => row.map(({ text, colspan, rowspan }) => ({ text, colspan, rowspan })));
}

export { hostile } from '../support/hostile.ts';
