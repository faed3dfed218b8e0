import type { Report, Table, TableLine } from '../../server/src/report/report.ts';

/** A report's tables on a few lines, to compare whole: one line for each table and for each of its lines. */
export function printTables(report: Report): string {
  return [...report.tables.flatMap(printTable), ...report.tornParts.map((part) => `torn ${part.table.id}`)].join('\n');
}

function printTable(table: Table): readonly string[] {
  const repeated = table.repeats ? ' again' : '';
  return [
    `${table.definition.id} ${table.edition.id}${repeated}`,
    ...table.lines.map((line) => `  ${printLine(line)}`),
  ];
}

function printLine(line: TableLine): string {
  switch (line.kind) {
    case 'header':
      return `head ${line.heads.map((head) => `${head.cell.text}${mark(head.match, head.official)}`).join(', ')}`;
    case 'group':
      return `group ${line.group.id}${line.surplus.length > 0 ? ` + ${line.surplus.map((cell) => cell.text).join(' ')}` : ''}`;
    case 'value': {
      const label = line.labels.map((each) => mark(each.match, each.definition.label)).join('');
      const values = line.misfit
        ? `misfit ${line.misfit.found.length}`
        : line.cells.map((cell) => cell.value ?? '_').join(' ');
      return `${line.row.id}${label}: ${values}`;
    }
    case 'unknown':
      return `unknown ${line.label?.text ?? ''}: ${line.values.map((cell) => cell.text).join(' ')}${line.declared ? ' declared' : ''}`;
    case 'blank':
      return 'blank';
  }
}

/** Nothing for the official wording, else what it stands for. */
function mark(match: string, official: string | null): string {
  return match === 'official' ? '' : `[${match} ${official ?? ''}]`;
}

/** What a report says of itself, and its headings. */
export function printOutline(report: Report): string {
  const { title, body, year, edition, sections } = report;
  const head = `${body?.text ?? '-'} | ${year ? `${year.value} ${year.source}` : '-'} | ${edition.id} | ${title?.text ?? '-'}`;
  const lines = sections.map(({ definition, match, repeats, title: name, inlineText }) => {
    const rest = inlineText ? ` + ${inlineText.text}` : '';
    return `${definition?.id ?? '?'} ${match}${repeats ? ' again' : ''}: ${name.text}${rest}`;
  });
  return [head, ...lines].join('\n');
}
