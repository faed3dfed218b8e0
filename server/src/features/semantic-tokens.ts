// Semantic tokens: what each part of a report is, for editors that have no grammar of their own.
import type { SemanticTokens } from 'vscode-languageserver-types';
import type { RuleSettings } from '../analysis/settings.ts';
import { isTotal } from '../figures/participations.ts';
import type { Report, Table, TableLine } from '../report/report.ts';
import { suppressionsOf } from '../rules/engine/suppressions.ts';
import type { Line, Part } from '../syntax/tree.ts';
import { overlap, type Span } from '../text/span.ts';
import { otherSideOf } from './other-side.ts';
import { type Modifier, modifiers, type Type, types } from './semantic-tokens-legend.ts';
import type { Snapshot } from './snapshot.ts';

interface Token {
  readonly span: Span;
  readonly type: Type;
  readonly modifiers: readonly Modifier[];
}

/** The tokens of a report, or of the lines that `within` touches, in LSP's encoding. No token goes over a line's end. */
export function semanticTokens(
  snapshot: Snapshot,
  { settings, within }: { readonly settings: RuleSettings; readonly within?: Span },
): SemanticTokens {
  const { report, lines } = snapshot;
  const span = within ?? { start: 0, end: snapshot.text.length + 1 };
  // Most reports suppress nothing and needn't be checked for their colours.
  const isChecked = suppressionsOf(snapshot.subject(settings)).length > 0;
  const suppressed = new Set(
    isChecked ? snapshot.check(settings).suppressed.map(({ finding }) => finding.span.start) : [],
  );
  const other = otherSideOf(snapshot);
  const tokens = [
    ...tokensWithin(span, report, suppressed).filter((each) => !other?.holds(each.span)),
    ...(other ? tokensWithin(span, other.report, suppressed).filter((each) => other.holds(each.span)) : []),
  ];
  const inside = tokens.filter((each) => overlap(each.span, span));
  inside.sort((a, b) => a.span.start - b.span.start);
  return { data: encoded(inside, lines) };
}

function tokensWithin(span: Span, report: Report, suppressed: ReadonlySet<number>): readonly Token[] {
  return [
    ...frontMatterTokens(report),
    ...titleTokens(report),
    ...report.tree.lines.filter((line) => overlap(span, wholeLine(line))).flatMap(lineTokens),
    ...report.tables.filter((table) => overlap(span, table.span)).flatMap((table) => tableTokens(table, suppressed)),
  ];
}

function token(span: Span, type: Type, ...own: readonly Modifier[]): readonly Token[] {
  return span.end > span.start ? [{ span, type, modifiers: own }] : [];
}

function wholeLine({ span }: Line): Span {
  return { start: span.start, end: span.end + 1 };
}

function frontMatterTokens({ frontMatter }: Report): readonly Token[] {
  return frontMatter.flatMap(({ entry: { key, value } }) => [
    ...token(key.span, 'property', 'frontMatterKey'),
    ...(value ? token(value.span, 'string') : []),
  ]);
}

/** A title that no mark shows, on whatever lines it stands. */
function titleTokens({ title, tree }: Report): readonly Token[] {
  if (!title || title.marked) return [];
  return tree.lines.flatMap((line) =>
    line.kind === 'text' && overlap(line.span, title.span) ? token(line.content.span, 'class', 'heading') : [],
  );
}

function lineTokens(line: Line): readonly Token[] {
  switch (line.kind) {
    case 'title':
      return token(line.content.span, 'class', 'heading');
    case 'section':
      return [...token(line.mark.span, 'keyword', 'heading'), ...token(line.content.span, 'class', 'heading')];
    case 'subsection':
      return [...token(line.mark.span, 'keyword', 'heading'), ...token(line.title.span, 'class', 'heading')];
    case 'item':
      return token(line.mark.span, 'keyword');
    case 'comment':
      return token(line.span, 'comment');
    case 'suppression':
      return suppressionTokens(line.span, line.codes, line.reason);
    case 'conflict':
      return line.isMark ? token(line.span, 'operator', 'conflict') : token(line.span, 'comment', 'conflict');
    default:
      return [];
  }
}

/** Everything before the first code is the word that begins a suppression. */
function suppressionTokens(line: Span, codes: readonly Part[], reason: Part | null): readonly Token[] {
  const end = codes[0]?.span.start ?? reason?.span.start ?? line.end;
  return [
    ...token({ start: line.start, end }, 'macro'),
    ...codes.flatMap(({ span }) => token(span, 'decorator')),
    ...(reason ? token(reason.span, 'comment') : []),
  ];
}

function tableTokens(table: Table, suppressed: ReadonlySet<number>): readonly Token[] {
  return table.lines.flatMap((line, i) => rowTokens(table, line, table.lines[i - 1]?.line === line.line, suppressed));
}

/** `goesOn` where the line has been begun by another of the form's rows. */
function rowTokens(table: Table, line: TableLine, goesOn: boolean, suppressed: ReadonlySet<number>): readonly Token[] {
  switch (line.kind) {
    case 'header':
      return goesOn ? [] : line.heads.flatMap(({ cell }) => token(cell.span, 'property', 'label', 'head'));
    case 'group':
      return line.labels.flatMap(({ cell }) => token(cell.span, 'property', 'label', 'group'));
    case 'value':
      return [
        ...line.labels.flatMap(({ cell, definition }) =>
          token(cell.span, 'property', 'label', ...(definition.kind === 'row' ? [] : (['group'] as const))),
        ),
        ...line.cells.flatMap((cell) => {
          const own: readonly Modifier[] = [
            'value',
            ...(isTotal(table.definition, cell) ? (['total'] as const) : []),
            ...(cell.reading.kind === 'blank' ? (['blank'] as const) : []),
            ...(suppressed.has(cell.span.start) ? (['suppressed'] as const) : []),
          ];
          return token(cell.span, cell.reading.kind === 'text' ? 'string' : 'number', ...own);
        }),
      ];
    case 'unknown':
      return line.label ? token(line.label.span, 'property', 'label') : [];
    default:
      return [];
  }
}

/** Five numbers a token: lines and characters since the last one, length, type, bits of modifiers. */
function encoded(tokens: readonly Token[], lines: Snapshot['lines']): number[] {
  const data: number[] = [];
  let last = { line: 0, character: 0 };
  let end = 0;
  for (const { span, type, modifiers: own } of tokens) {
    if (span.start < end) continue;
    const at = lines.positionAt(span.start);
    const sameLine = at.line === last.line;
    const bits = own.reduce((sum, each) => sum | (1 << modifiers.indexOf(each)), 0);
    const length = Math.min(span.end, lines.lineEnd(at.line)) - span.start;
    data.push(at.line - last.line, at.character - (sameLine ? last.character : 0), length, types.indexOf(type), bits);
    last = at;
    end = span.end;
  }
  return data;
}
