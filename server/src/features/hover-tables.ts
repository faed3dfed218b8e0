// Hover in tables: labels, values and column heads.
import type {
  ColumnHeadElement,
  CornerElement,
  Element,
  GroupLabelElement,
  RowLabelElement,
  ValueElement,
} from '../analysis/element.ts';
import { relationTexts } from '../figures/plan.ts';
import { citations } from '../forms/citation-text.ts';
import type { GroupDefinition, RowDefinition } from '../forms/edition.ts';
import type { Cell, Table, ValueRow } from '../report/report.ts';
import type { Language } from '../text/language.ts';
import { groupsOf } from './describe.ts';
import type { Block, Described } from './hover-text.ts';
import { type RelationText, relationsOfCell, relationsOfRow } from './relations.ts';

/** Of a label or a head; null for anything else. */
export function tableHover(element: Element, language: Language): Described | null {
  switch (element.kind) {
    case 'column-head':
      return columnHover(element, language);
    case 'corner':
      return cornerHover(element, language);
    case 'row-label':
    case 'group-label':
      return labelHover(element, language);
    default:
      return null;
  }
}

function columnHover({ column, selection }: ColumnHeadElement, language: Language): Described {
  return {
    span: selection,
    blocks: [
      { kind: 'heading', text: column.label },
      { kind: 'text', text: column.description[language] },
    ],
  };
}

/** With the relations that the form prints there. */
function cornerHover({ table, official, selection }: CornerElement, language: Language): Described {
  const printed = relationTexts(table.definition).filter(({ zh }) => zh !== '' && official.includes(zh.slice(0, 8)));
  return {
    span: selection,
    blocks: [
      { kind: 'heading', text: official },
      { kind: 'list', items: printed.map((text) => text[language]) },
    ],
  };
}

function labelHover(element: RowLabelElement | GroupLabelElement, language: Language): Described {
  const { table, selection } = element;
  const { definition } = element.label;
  const row = definition.kind === 'row' ? table.rows.get(definition.id) : undefined;
  return {
    span: selection,
    blocks: [
      ...definitionBlocks(table, definition, language),
      ...(row ? [{ kind: 'text' as const, text: valuesText(row) }] : []),
      ...(definition.kind === 'row' ? relationBlocks(relationsOfRow(table, definition, language)) : []),
    ],
  };
}

function definitionBlocks(
  table: Table,
  definition: RowDefinition | GroupDefinition,
  language: Language,
): readonly Block[] {
  const above = [table.definition.name[language], ...groupsOf(table.definition, definition)];
  return [
    { kind: 'heading', text: definition.label },
    { kind: 'text', text: above.join(' › ') },
    { kind: 'text', text: definition.description[language] },
    { kind: 'text', text: citations(definition.legal) },
  ];
}

function valuesText({ cells }: ValueRow): string {
  return cells.map(({ column, text }) => `${column.label} ${text === '' ? '＿' : text}`).join(' · ');
}

/** Of a value: its row and column, what is counted and by which article, and the relations that it stands in. */
export function valueHover({ table, cell, selection }: ValueElement, language: Language): Described {
  const [, ...definition] = definitionBlocks(table, cell.row, language);
  return {
    span: selection,
    blocks: [
      { kind: 'heading', text: `${cell.row.label} · ${cell.column.label}` },
      ...definition,
      { kind: 'text', text: cell.column.description[language] },
      ...readingBlocks(cell, language),
      ...relationBlocks(relationsOfCell(table, cell.row, cell.column, language)),
    ],
  };
}

function readingBlocks({ value, reading }: Cell, language: Language): readonly Block[] {
  if (reading.kind !== 'number' || reading.plain) return [];
  return [{ kind: 'text', text: { zh: `读作 ${value}`, en: `Read as ${value}` }[language] }];
}

function relationBlocks(relations: readonly RelationText[]): readonly Block[] {
  return relations.length === 0
    ? []
    : [{ kind: 'list', items: relations.map(({ text, numbers }) => `${text}\n${numbers}`) }];
}
