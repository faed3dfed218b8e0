// Invented text of reports, with the numbers and signs that a wrap or a PDF file tears.
import type { Form } from '../../../server/src/forms/form.ts';
import type { Random } from './random.ts';

/** The paragraphs of each section by its id; those before the first under `preface`. */
export type Prose = ReadonlyMap<string, readonly string[]>;

/** The prose of a report, invented. */
export function proseOf(form: Form, body: string, year: number, random: Random): Prose {
  const count = (): number => random.pick([3, 17, 59, 170, 1234, 20_586]);
  const sections = form.sections.filter(({ table }) => table === null);
  const [overview, ...others] = sections.map(({ id }) => id);
  return new Map([
    ['preface', [prefaceOf(body, year)]],
    [overview ?? '', overviewOf(year, count, random)],
    ...others.map((id, i): [string, readonly string[]] => [id, i === 0 ? problems(count, random) : others_(count)]),
  ]);
}

function prefaceOf(body: string, year: number): string {
  return `根据《中华人民共和国政府信息公开条例》（以下简称《条例》）要求，${body}编制${year}年政府信息公开工作年度报告。本报告所列数据的统计期限自${year}年1月1日起至${year}年12月31日止。`;
}

function overviewOf(year: number, count: () => number, random: Random): readonly string[] {
  const number = random.between(2, 48);
  return [
    `（一）主动公开。${year}年通过门户网站公开信息${count()}条，其中政策解读${count()}条，较上年增长${random.between(1, 9)}.${random.between(1, 9)}%。`,
    `（二）依申请公开。严格执行答复时限，全年答复意见${count()}条，没有超期的情况。`,
    `（三）政府信息管理。按照青政办发〔${year}〕${number}号文件要求，清理历史文件${count()}件，继续有效${count()}件。`,
    `（四）平台建设。政务微信公众号“青禾发布”推送消息${count()}条，阅读量超过${count()}人次。`,
    `（五）监督保障。组织培训${random.between(1, 9)}次，参加培训${count()}人次，没有出现需要追究责任的情形。`,
  ];
}

function problems(count: () => number, random: Random): readonly string[] {
  return [
    `（一）存在的问题。一是解读形式比较单一，图文解读只有${count()}篇；二是基层业务人员变动较大，${random.between(2, 9)}个村（社区）更换了信息员。`,
    '（二）改进情况。加强业务指导，每季度检查一次；丰富解读形式，让群众看得懂、用得上。',
  ];
}

function others_(count: () => number): readonly string[] {
  return [`本年度没有收取信息处理费。办理人大代表建议${count()}件，政协提案${count()}件，均已答复。`];
}
