// Hover in tables: labels, values and column heads.

import { relationTexts } from '../figures/plan.ts';
import type { ColumnDefinition, GroupDefinition, RowDefinition } from '../forms/edition.ts';
import type { BoundLabel, Cell, Head, Report, Table, ValueRow } from '../report/report.ts';
import type { RowLine } from '../syntax/tree.ts';
import type { Language } from '../text/language.ts';
import { touches } from '../text/span.ts';
import { citations, groupsOf } from './describe.ts';
import type { Block, Described } from './hover-text.ts';
import { type RelationText, relationsOfCell, relationsOfRow } from './relations.ts';

export function tableHover(report: Report, line: RowLine, offset: number, language: Language): Described | null {
  for (const table of report.tables) {
    for (const each of table.lines.filter((candidate) => candidate.line === line)) {
      const described =
        each.kind === 'header'
          ? headHover(table, each.heads, offset, language)
          : each.kind === 'group'
            ? labelHover(table, each.labels, offset, language)
            : each.kind === 'value'
              ? (labelHover(table, each.labels, offset, language) ?? valueHover(table, each, offset, language))
              : null;
      if (described) return described;
    }
  }
  return null;
}

function headHover(table: Table, heads: readonly Head[], offset: number, language: Language): Described | null {
  const head = heads.find(({ cell }) => touches(cell.span, offset));
  if (!head?.official) return null;
  const column = table.definition.columns.find(({ label }) => label === head.official);
  const blocks: Block[] = [{ kind: 'heading', text: head.official }];
  if (column) blocks.push({ kind: 'text', text: column.description[language] });
  else {
    const printed = relationTexts(table.definition).filter(
      ({ zh }) => zh !== '' && head.official?.includes(zh.slice(0, 8)),
    );
    blocks.push({ kind: 'list', items: printed.map((text) => text[language]) });
  }
  return { span: head.cell.span, blocks };
}

function labelHover(table: Table, labels: readonly BoundLabel[], offset: number, language: Language): Described | null {
  const label = labels.find(({ cell }) => touches(cell.span, offset));
  if (!label) return null;
  const { definition } = label;
  const row = definition.kind === 'row' ? table.rows.get(definition.id) : undefined;
  return {
    span: label.cell.span,
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

function valueHover(table: Table, row: ValueRow, offset: number, language: Language): Described | null {
  const cell = row.cells.find(({ node }) => touches(node.room, offset));
  if (!cell) return null;
  return {
    span: cell.span.start === cell.span.end ? cell.node.room : cell.span,
    blocks: [
      { kind: 'heading', text: `${cell.row.label} · ${cell.column.label}` },
      { kind: 'text', text: columnText(cell.column, language) },
      ...readingBlocks(cell, language),
      ...relationBlocks(relationsOfCell(table, cell.row, cell.column, language)),
    ],
  };
}

function columnText({ description }: ColumnDefinition, language: Language): string {
  return description[language];
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
