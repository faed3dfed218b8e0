import { arithmeticProblems } from '../analysis/arithmetic.ts';
import { type IndexedValue, indexedValue } from '../analysis/indexed-report.ts';
import { judgedTables } from '../analysis/judged-tables.ts';
import { previousReport } from '../analysis/last-year.ts';
import { subjectOf } from '../analysis/subject.ts';
import { exactSum } from '../figures/decimal.ts';
import { placeName } from '../figures/labels.ts';
import { isSum, relationPlan } from '../figures/plan.ts';
import { type CarriedRow, carriedRows } from '../forms/continuity.ts';
import type { FormTable } from '../forms/form.ts';
import { rowLabel, rowName, shortLabel } from '../forms/names.ts';
import type { Cell, Report, Table } from '../report/report.ts';
import type { Edit } from '../text/edit.ts';
import type { Localized } from '../text/language.ts';
import { reportAfter } from './engine/afterwards.ts';
import { finding } from './engine/finding.ts';
import type { Finding, Fix, Related, Rule } from './engine/rule.ts';

const code = 'carry-over';

/** 上年结转 is not what last year's report carried forward. */
export const carryOver: Rule = {
  code,
  group: 'across-files',
  severity: 'warning',
  title: { zh: '上年结转与上年报告不符', en: '上年结转 differs from last year’s report' },
  explanation: {
    zh: `表三「二、上年结转政府信息公开申请数量」任何一栏，不等于上年报告同一栏的「四、结转下年度继续办理」。上年报告由文件头的「上年: 文件」指明，没有写的，按机关名称和年度在文件夹里找；没有找到、有好几份或者不是上一年的，不核对；空着的格子也不核对。

上年没有办完的申请，今年接着办，件数应当一件不多、一件不少。常见的是新建报告时忘了把上年的数抄过来，或者抄错了栏。整行没有抄过来的只提示一处；总计随着别的栏不符的，不另外提示。

请与上年公布的报告核对。上年的数确有更正的，可以用 nianbao-ignore 写明原因。

依据：由年度报告格式表三这两行的含义推出。`,
    en: `In a column of table three, 上年结转 differs from 结转下年度继续办理 of last year’s report. Which report that is, the front matter says (“上年: file”), else the body and the year, within the folder; where none or several are found or it is of another year, nothing is compared, and neither are blank cells.

What was not closed last year goes on this year, no more and no less. Usual causes: last year’s figures were not taken over into the new report, or into the wrong column. A row that was not taken over at all is one finding; a total that only follows from its columns is no finding of its own.

Compare with last year’s report as published. If its figures were corrected, say so in a nianbao-ignore comment.

Source: follows from the two rows of table three of the official form.`,
  },
  example: {
    previous: `# 青禾镇人民政府2022年政府信息公开工作年度报告

三、收到和处理政府信息公开申请情况

| 表三 | 自然人 | 企业 | 科研 | 公益 | 法律服务 | 其他 | 总计 |
| 四、结转下年度继续办理 | 2 | 0 | 0 | 0 | 0 | 0 | 2 |
`,
    wrong: `---
上年: 青禾镇-2022.nianbao
---
# 青禾镇人民政府2023年政府信息公开工作年度报告

三、收到和处理政府信息公开申请情况

| 表三 | 自然人 | 企业 | 科研 | 公益 | 法律服务 | 其他 | 总计 |
| 二、上年结转政府信息公开申请数量 | {{carry-over:0}} | 0 | 0 | 0 | 0 | 0 | 0 |
`,
    right: `---
上年: 青禾镇-2022.nianbao
---
# 青禾镇人民政府2023年政府信息公开工作年度报告

三、收到和处理政府信息公开申请情况

| 表三 | 自然人 | 企业 | 科研 | 公益 | 法律服务 | 其他 | 总计 |
| 二、上年结转政府信息公开申请数量 | 2 | 0 | 0 | 0 | 0 | 0 | 2 |
`,
  },
  knows: (subject) => previousReport(subject) !== null,
  *check(subject) {
    const previous = previousReport(subject);
    if (!previous) return;
    const { report } = subject;
    for (const carried of carriedRows) {
      const table = judgedTables(subject).find(({ definition }) => definition.id === carried.table);
      const row = table?.rows.get(carried.to);
      if (!table || !row) continue;
      const compared = row.cells.flatMap((cell): readonly Compared[] => {
        const before = indexedValue(previous, carried.table, carried.from, cell.column.id);
        return before && before.value !== null && cell.value !== null
          ? [{ cell, found: cell.value, before, expected: before.value }]
          : [];
      });
      const context: Context = { report, table, carried, file: previous.source };
      for (const slip of slipsOf(table.definition, row.cells, compared)) yield findingOf(context, slip);
    }
  },
};

/** A value of this year beside that of last year. */
interface Compared {
  readonly cell: Cell;
  readonly found: number;
  readonly before: IndexedValue;
  readonly expected: number;
}

/** What was done wrong once. */
interface Slip {
  readonly kind: 'cell' | 'moved' | 'left-out';
  /** The first cell that differs, where the finding stands, and the others. */
  readonly first: Compared;
  readonly others: readonly Compared[];
  /** The total, where it differs too. */
  readonly total: Compared | null;
}

interface Context {
  readonly report: Report;
  readonly table: Table;
  readonly carried: CarriedRow;
  readonly file: string;
}

/**
 * The differences as slips: a row left at 0 and values in the wrong columns are one each. A total follows from its row;
 * where the row is as last year's and the total isn't, one of the two sums is wrong, which is for other rules to say.
 */
function slipsOf(definition: FormTable, cells: readonly Cell[], compared: readonly Compared[]): readonly Slip[] {
  const different = compared.filter(({ found, expected }) => found !== expected);
  const totalColumn = totalOf(definition, cells[0]?.row.id ?? '');
  const total = different.find(({ cell }) => cell.column.id === totalColumn) ?? null;
  const parts = different.filter((each) => each !== total);
  const [first, ...others] = parts;
  if (!first) {
    const isKnown = compared.length === cells.length;
    return total && !isKnown ? [{ kind: 'cell', first: total, others: [], total: null }] : [];
  }
  if (compared.every(({ found }) => found === 0)) return [{ kind: 'left-out', first, others, total }];
  if (others.length > 0 && exactSum(parts.map(difference)) === 0) return [{ kind: 'moved', first, others, total }];
  return parts.map((part) => ({ kind: 'cell', first: part, others: [], total }));
}

/** The column that sums up the others in a row, or null. */
function totalOf(definition: FormTable, row: string): string | null {
  const plan = relationPlan(definition);
  const sum = plan.instances.find((instance) => instance.row?.id === row && isSum(instance));
  return (sum && plan.places[sum.total.place]?.column.id) ?? null;
}

function difference({ found, expected }: Compared): number {
  return exactSum([found, -expected]);
}

function findingOf(context: Context, slip: Slip): Finding {
  const { table, carried, file } = context;
  const { first } = slip;
  const own = slip.total ? [...slip.others, slip.total] : slip.others;
  const all = [first, ...own];
  return finding(code, {
    span: first.cell.span,
    data: {
      table: table.definition.id,
      row: carried.to,
      column: first.cell.column.id,
      expected: first.expected,
      found: first.found,
      difference: difference(first),
    },
    related: () => [
      ...all.map((each): Related => ({ file, place: each.before.place, message: () => lastYears(context, each) })),
      ...own.map((each): Related => ({ span: each.cell.span, message: () => compared(each) })),
    ],
    fixes: () => [fixOf(context, slip)],
    message: () => messageOf(context, slip, all),
  });
}

function messageOf({ table, carried }: Context, { kind, first }: Slip, all: readonly Compared[]): Localized {
  const { cell, found, expected } = first;
  const { definition } = table;
  const from = lastYearsRow(definition, carried);
  if (kind === 'cell') {
    const name = placeName(definition, { row: cell.row, column: cell.column, index: 0 });
    const by = exactSum([found, -expected]);
    return {
      zh: `${name.zh}：填 ${found}，上年报告的「${from}」是 ${expected}，${by > 0 ? '多' : '少'} ${Math.abs(by)}`,
      en: `${name.en}: ${found}, but “${from}” of last year’s report is ${expected}, ${Math.abs(by)} ${by > 0 ? 'less' : 'more'}`,
    };
  }
  const name = rowName(definition, cell.row);
  const values = all.map((each) => `${shortLabel(each.cell.column.label)} ${each.expected}`);
  if (kind === 'left-out') {
    return {
      zh: `${name.zh}：全是 0，上年报告的「${from}」有${values.join('、')}，没有抄过来`,
      en: `${name.en}: all 0, but “${from}” of last year’s report has ${values.join(', ')}, not taken over`,
    };
  }
  return {
    zh: `${name.zh}：合计与上年报告的「${from}」一致，栏目不一致；上年报告是${values.join('、')}`,
    en: `${name.en}: the sum is that of “${from}” of last year’s report, but the columns differ; there: ${values.join(', ')}`,
  };
}

function lastYears({ table, carried }: Context, { cell, expected }: Compared): Localized {
  const label = `${lastYearsRow(table.definition, carried)} · ${shortLabel(cell.column.label)}`;
  return { zh: `上年报告：${label} ${expected}`, en: `last year’s report: ${label} ${expected}` };
}

function compared({ cell, found, expected }: Compared): Localized {
  const column = shortLabel(cell.column.label);
  return {
    zh: `${column}：填 ${found}，上年报告是 ${expected}`,
    en: `${column}: ${found}; last year’s report has ${expected}`,
  };
}

/** The row that was carried forward, as the form calls it. */
function lastYearsRow(definition: FormTable, { from }: CarriedRow): string {
  const row = definition.row(from)?.row;
  return row ? rowLabel(definition, row) : from;
}

/** Last year's figures in place of this year's, and what the table then comes to. */
function fixOf({ report, table }: Context, { first, others, total }: Slip): Fix {
  const cells = [first, ...others];
  const change = exactSum(cells.map((each) => -difference(each)));
  const edits: readonly Edit[] = [
    ...cells.map(({ cell, expected }) => ({ span: cell.span, text: String(expected) })),
    ...(total ? [{ span: total.cell.span, text: String(exactSum([total.found, change])) }] : []),
  ];
  const zh = others.length === 0 ? `改为上年报告的数 ${first.expected}` : '整行改为上年报告的数';
  const en =
    others.length === 0
      ? `Write ${first.expected}, as last year’s report has it`
      : 'Write the figures of last year’s report';
  const balances = holdsAfter(report, table, edits);
  return {
    title: {
      zh: `${zh}（${balances ? `${table.definition.name.zh}勾稽关系成立` : `${table.definition.name.zh}别的数也要改，勾稽关系才成立`}）`,
      en: `${en}; ${table.definition.name.en} then ${balances ? 'agrees' : 'still doesn’t agree'}`,
    },
    edits,
    certain: false,
  };
}

/** Whether all relations of a table hold after edits of the report. */
function holdsAfter(report: Report, { definition }: Table, edits: readonly Edit[]): boolean {
  return arithmeticProblems(subjectOf(reportAfter(report, edits))).every(
    (problem) => problem.table.definition.id !== definition.id,
  );
}
