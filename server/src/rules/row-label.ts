import { judgedTables } from '../analysis/judged-tables.ts';
import { labelIn, labelStyles } from '../forms/labels.ts';
import { type BoundLabel, isExact, type Table } from '../report/report.ts';
import { styleOf } from '../report/written-labels.ts';
import { canonical } from '../text/canonical.ts';
import type { Localized } from '../text/language.ts';
import { withoutOrdinal } from '../text/ordinals.ts';
import { finding } from './engine/finding.ts';
import type { Finding, Rule } from './engine/rule.ts';

export const rowLabel: Rule = {
  code: 'row-label',
  group: 'tables',
  severity: 'warning',
  title: { zh: '行名与表样不一致', en: 'A row’s label differs from the form’s' },
  explanation: {
    zh: `行名认得出来，但有错字、漏字，被截断，没有写序号，或者用了别的说法（如把「行政规范性文件」写成「规范性文件」）。同一张表里有 5 个以上行名是同一种错的，合为一条。空格、全角半角、引号的不同不算；短行名（如「1.国家秘密」）同表样的行名一样对。

行名以表样为准，错漏的行名会被退回，机器汇总时也可能对不上行。

用快速修复改正，不影响数据：表里用短行名的改成短行名，用全称的改成全称。

依据：年度报告格式表二、表三、表四的行名。`,
    en: `The label can be recognised, but has wrong or lost characters, is cut, lacks its number, or is another wording (such as 规范性文件 for 行政规范性文件). Five or more labels of a table with one such slip are one finding. Spacing, width and quotation marks make no difference; a short label (1.国家秘密) is as right as the official one.

Labels are those of the form. A report with wrong ones is sent back, and machines that add reports up may miss the row.

The fix writes the label in the table’s own style, short or official, and leaves the values alone.

Source: the labels of tables two, three and four of the official form.`,
  },
  example: {
    wrong: `二、主动公开政府信息情况

| 第二十条第（六）项 | 本年处理决定数量 |
| 行政处罚 | 0 |
| {{row-label:行政强置}} | 0 |
`,
    right: `二、主动公开政府信息情况

| 第二十条第（六）项 | 本年处理决定数量 |
| 行政处罚 | 0 |
| 行政强制 | 0 |
`,
  },
  *check(subject) {
    for (const table of judgedTables(subject)) {
      const found = [...wrongLabels(table)];
      if (found.length === 0) continue;
      const style = styleOf(table, subject.report, 'official');
      const wrong = found.map(
        (label): WrongLabel => ({ ...label, due: labelIn(style, label.definition), slip: slipOf(label) }),
      );
      const alike = Map.groupBy(wrong.filter(isCertain), ({ slip }) => slip);
      for (const label of wrong) {
        const others = isCertain(label) ? (alike.get(label.slip) ?? []) : [];
        if (others.length < MANY) yield ofOne(table, label);
        else if (label === others[0]) yield ofMany(table, label, others);
      }
    }
  },
};

/** What is wrong with a label: its number alone is left out, it is another wording, or it is misspelt or cut. */
type Slip = 'unnumbered' | 'wording' | 'misspelt';

interface WrongLabel extends BoundLabel {
  /** What should stand there, in the table's own style. */
  readonly due: string;
  readonly slip: Slip;
}

/** So many labels with one slip are one finding: they come from one habit or one table that was copied. */
const MANY = 5;
const MOST_RELATED = 30;

const ofEach: Readonly<Record<Slip, (text: string, due: string) => Localized>> = {
  unnumbered: otherWording,
  wording: otherWording,
  misspelt: (text, due) => ({
    zh: `的行名「${text}」有错漏，应为「${due}」`,
    en: `the label “${text}” is misspelt or cut; it should be “${due}”`,
  }),
};

function otherWording(text: string, due: string): Localized {
  return {
    zh: `的行名「${text}」不是表样的写法，应为「${due}」`,
    en: `the form’s wording for “${text}” is “${due}”`,
  };
}

const ofAll: Readonly<Record<Slip, Localized>> = {
  unnumbered: { zh: '没有写序号', en: 'lack their numbers' },
  wording: { zh: '不是表样的写法', en: 'are not in the form’s wording' },
  misspelt: { zh: '有错漏', en: 'are misspelt or cut' },
};

function ofOne(table: Table, label: WrongLabel): Finding {
  const { cell, definition, due, slip } = label;
  return finding('row-label', {
    span: cell.span,
    data: { table: table.definition.id, row: definition.id, official: definition.label },
    fixes: () => [
      {
        title: { zh: `改为「${due}」`, en: `Change to “${due}”` },
        edits: [{ span: cell.span, text: due }],
        certain: isCertain(label),
      },
    ],
    message: () => {
      const { name } = table.definition;
      const said = ofEach[slip](cell.text, due);
      return { zh: `${name.zh}${said.zh}`, en: `${name.en}: ${said.en}` };
    },
  });
}

function ofMany(table: Table, first: WrongLabel, all: readonly WrongLabel[]): Finding {
  return finding('row-label', {
    span: first.cell.span,
    data: { table: table.definition.id, rows: all.map(({ definition }) => definition.id) },
    fixes: () => [
      {
        title: {
          zh: `这 ${all.length} 个行名都改为表样的写法`,
          en: `Write the form’s text of these ${all.length} labels`,
        },
        edits: all.map(({ cell, due }) => ({ span: cell.span, text: due })),
        certain: true,
      },
    ],
    related: () =>
      all.slice(1, 1 + MOST_RELATED).map(({ cell, due }) => ({
        span: cell.span,
        message: () => ({ zh: `应为「${due}」`, en: `should be “${due}”` }),
      })),
    message: () => {
      const { name } = table.definition;
      const { cell, due, slip } = first;
      return {
        zh: `${name.zh}有 ${all.length} 个行名${ofAll[slip].zh}，如「${cell.text}」应为「${due}」`,
        en: `${name.en}: ${all.length} labels ${ofAll[slip].en}; “${cell.text}” for instance should be “${due}”`,
      };
    },
  });
}

function slipOf({ cell, definition, match }: BoundLabel): Slip {
  if (match === 'misspelt') return 'misspelt';
  const written = canonical(cell.text);
  const labels = labelStyles.map((style) => canonical(labelIn(style, definition)));
  const isBare = labels.some((label) => withoutOrdinal(label) !== label && written === withoutOrdinal(label));
  return isBare ? 'unnumbered' : 'wording';
}

/** Whether the official label says all that the written one does; a short one stands for it. */
function isCertain({ cell, definition }: BoundLabel): boolean {
  return !saysMore(cell.text, definition.label);
}

/** Whether a label carries a remark in brackets or a figure that the official one would lose. */
function saysMore(text: string, label: string): boolean {
  const [written, official] = [canonical(text), canonical(label)];
  const isNoted = written.endsWith(')') && !official.endsWith(')');
  const figures = (label: string): readonly string[] => withoutOrdinal(label).match(/\d+/g) ?? [];
  return isNoted || figures(written).some((figure) => !figures(official).includes(figure));
}

function* wrongLabels(table: Table): Generator<BoundLabel> {
  let last = -1;
  for (const line of table.lines) {
    if (line.kind !== 'group' && (line.kind !== 'value' || line.misfit !== null)) continue;
    for (const label of line.labels) {
      if (isExact(label.match) || label.match === 'none' || label.cell.span.start <= last) continue;
      last = label.cell.span.start;
      yield label;
    }
  }
}
