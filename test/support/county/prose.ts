// The prose of made-up reports: no two say the same, and what they count agrees with their tables.
import type { Random } from '../tearing/random.ts';
import { at, type Figures } from './figures.ts';

const things =
  '农房建设 养老助餐 村道硬化 集市改造 秸秆利用 河道清淤 校园供餐 饮水管网 林地确权 就业培训 危桥加固 路灯安装 茶园补贴 旧楼加梯 垃圾分类 婴幼儿托育 公厕改造 防汛物资 粮食收购 残疾人补贴 医保缴费 创业贷款 耕地保护 文化下乡 充电桩布点 老街修缮'.split(
    ' ',
  );
const places =
  '便民大厅 电子屏 村务公开栏 乡镇集市 图书馆 档案馆 文化站 社区书屋 客运站 卫生院 农资店 党群中心 邮政网点 银行网点'.split(
    ' ',
  );
const doings = '张贴 发放 解读 上墙 展播 汇编 推送 讲解 归集 登记 更新 核对'.split(' ');
const ways = '逐条 分类 按月 按季 集中 上门 联合 专题 轮流 限时'.split(' ');
const people = '网格员 驻村干部 窗口人员 志愿者 法律顾问 大学生村官 社区书记 业务骨干 退休教师 包片领导'.split(' ');
const faults =
  '更新不够及时 分类不够细致 解读形式单一 栏目设置不够清晰 检索不够方便 图表使用偏少 基层人手偏紧 培训覆盖不足 回应群众关切不够主动 公开目录衔接不够'.split(
    ' ',
  );
const steps =
  '建立台账 倒排时间 明确专人 增加图解 开设问答 定期通报 简化流程 完善目录 走访征询 组织轮训 压实责任 引入评议'.split(
    ' ',
  );

/** A sentence about what was done. */
function deed(random: Random): string {
  const [thing, other] = [random.pick(things), random.pick(things)];
  const forms = [
    `由${random.pick(people)}${random.pick(ways)}${random.pick(doings)}${thing}与${other}的办理指南`,
    `围绕${thing}在${random.pick(places)}${random.pick(ways)}${random.pick(doings)}，并请${random.pick(people)}收集对${other}的意见`,
    `把${thing}、${other}两类事项${random.pick(ways)}${random.pick(doings)}到${random.pick(places)}`,
    `请${random.pick(people)}就${thing}到${random.pick(places)}答问，${random.pick(ways)}${random.pick(doings)}${other}材料`,
  ];
  return random.pick(forms);
}

function deeds(random: Random, count: number): string {
  return `${Array.from({ length: count }, () => deed(random)).join('；')}。`;
}

/** The five areas of part 一, each with a sub-heading. */
export function overview(figures: Figures, year: number, random: Random): readonly string[] {
  const received = at(figures, 'requests', 'received', 'total');
  return [
    `（一）主动公开。${year}年，${deeds(random, 2)}`,
    `（二）依申请公开。全年收到政府信息公开申请${received}件，均按期办理。${deeds(random, 1)}`,
    `（三）政府信息管理。${deeds(random, 2)}`,
    `（四）政府信息公开平台建设。${deeds(random, 2)}`,
    `（五）监督保障。${deeds(random, 1)}将公开工作纳入年度考核，开展社会评议，未发生责任追究情形。`,
  ];
}

/** Part 五. */
export function problems(random: Random): readonly string[] {
  const [first, second] = [random.pick(faults), random.pick(faults)];
  return [
    `（一）存在的主要问题。一是${random.pick(things)}方面${first}，${random.pick(places)}的材料${second}；二是${random.pick(people)}对${random.pick(things)}的政策掌握不牢。`,
    `（二）改进情况。${random.pick(steps)}，由${random.pick(people)}牵头，${random.pick(ways)}${random.pick(doings)}${random.pick(things)}信息；${random.pick(steps)}，在${random.pick(places)}${random.pick(ways)}${random.pick(doings)}${random.pick(things)}内容。`,
  ];
}

/** Part 六. */
export function other(year: number, random: Random): string {
  return `${year}年没有收取信息处理费。${deeds(random, 1)}`;
}
