// The words by which the sentences of a report are understood: what they count, report, compare and plan.
import { listed, phrases } from '../text/any-of.ts';

/** What is counted in a sentence that reports. */
export const reportedCounters: readonly string[] = [...'件条份篇次期场个项起宗部元', '人次'];

/** After a number in Chinese numerals only these count: 统一部署 holds no 一部. */
export const numeralCounters: readonly string[] = [...'件条份篇次期场起宗'];

/** Between a number and its counter: 300余条. */
export const roundings: readonly string[] = [...'余多万'];

/** What a report tells that was done. */
export const reportedActs: readonly string[] = [
  ...['收到', '受理', '接到', '接收', '办理', '办结', '答复', '处理', '公开', '发布', '公布', '制发', '制定', '印发'],
  ...[
    '出台',
    '废止',
    '开展',
    '举办',
    '召开',
    '编发',
    '更新',
    '推送',
    '转发',
    '回应',
    '解读',
    '收取',
    '发生',
    '审核',
    '上传',
  ],
];

/** What may be counted without a verb: 申请3件. */
export const reportedThings: readonly string[] = ['信息', '文件', '申请', '案件'];

export const thingCounters: readonly string[] = [...'件条份篇起宗'];

/** What counts requests. */
export const requestCounter = '件';

/** Before an act, that it didn’t happen. */
export const denials: readonly string[] = ['未', '没有', '无'];
/** What else may follow a denial: 无其他需要报告的事项. */
export const deniedNeeds: readonly string[] = ['需要报告', '需报告'];
export const nothings: readonly string[] = ['零申请', '零收费', '零复议', '零诉讼'];

/** A sentence with one of these speaks, or may speak, of more than this year’s facts. */
export const otherMatters: readonly string[] = [
  // comparisons and other years
  ...['较', '比', '同期', '相较', '增长', '增加', '上升', '下降', '减少', '上年', '上一年', '去年', '前年', '今年'],
  ...['本年', '当年', '历年', '近年', '往年'],
  // what goes on over years
  ...['结转', '转结', '转入', '转至', '跨年', '以来', '至今', '基础上', '延续', '起至', '起，', '学年', '届'],
  ...['自20', '从20', '自 20', '从 20'],
  // documents and assessments that bear a year
  ...['预算', '决算', '要点', '公报', '年鉴', '总结', '年报', '审计', '绩效', '计划', '规划', '方案', '考核', '评估'],
  ...['测评', '评比', '排名', '通报', '表彰', '荣获', '获评'],
  // plans and events
  ...['将', '拟', '下一步', '明年', '次年', '届时', '成立', '设立', '挂牌', '组建', '启用'],
];

/** What is said of carried-over requests beside this year’s figures. */
export const carriedOver: readonly string[] = phrases(
  ['', '其中'],
  [
    ...phrases(['上'], ['', '一'], ['年'], ['', '度'], ['结转', '转入']),
    ...phrases(['结转上', '结转下', '结转至下'], ['', '一'], ['年'], ['', '度']),
    ...phrases(['结转', '转'], ['', '至'], ['下'], ['', '一'], ['年'], ['', '度'], ['', '继续办理']),
  ],
);

/** The day up to which is counted: 截至2022年12月31日. */
export const upTo: readonly string[] = phrases(['截'], ['至', '止'], ['', '到']);
export const until = '到';
/** Before the year of an event: 于2022年建成. */
export const timeOfAct = '于';
/** What may stand before the year at the head of a clause. */
export const timeLeads: readonly string[] = [
  '在',
  timeOfAct,
  '其中',
  '全年',
  '全年（',
  '全年(',
  '全年共（',
  '自',
  '从',
  ...upTo,
];

/** A body of itself, as it stands before the time of a sentence. */
export const selves: readonly string[] = [
  ...phrases(
    ['我', '本', '全'],
    [...'省市州盟县旗区镇乡局委办厅院会', '街道', '单位', '机关', '部门', '中心', '街', '系统'],
  ),
  ...['镇政府', '乡政府', '县政府', '区政府', '市政府', '街道办'],
];

/** Between a year and an act that it is the time of. */
export const actAdverbs: readonly string[] = [
  ...['共', '总共', '一共', '累计', '合计', '主动', '全年', '依法', '及时', '已', '新', '未', '没有', '没', '对外'],
];

/** That a sentence sums up what was done. */
export const sums: readonly string[] = ['共', '累计', '总计', '合计', '全年'];

/** What is told as done, never as planned: of the next year nobody knows it yet. */
export const onlyDone: readonly string[] = ['收到', '受理', '接到', '接收', '答复', '办结'];

/** A verb and 的 after a year make it an attribute: 2022年新建的专区; not so with these, which take what is counted. */
export const takingVerbs: readonly string[] = ['收到', '受理', '接到', '接收', '收取'];

/** After a year, that it belongs to what follows: 2022年度部门决算. */
export const yearsAttributes: readonly string[] = [
  ...['的', '全国', '全省', '全市', '部门', '财政', '版', '底前', '以前', '之前', '以后', '之后', '前后'],
  // a part of a year is no slip of the whole
  ...['上半年', '下半年', '初', '第', '春', '夏', '秋', '冬', '一季度', '二季度', '三季度', '四季度'],
];

/** What the opening sentence of a report speaks of. */
export const openingWords: readonly string[] = [
  ...['贯彻', '落实', '坚持', '按照', '根据', '围绕', '领导下', '指导下', '严格', '积极', '认真', '扎实', '全面'],
  ...['深入', '持续', '不断', '推进', '高度重视'],
];

/** 现将……报告如下 */
export const announcements = {
  begin: '现将',
  end: phrases(['报告', '公布', '公开', '汇报'], ['如下']),
} as const;
/** 编制2022年政府信息公开工作年度报告 */
export const drawnUp = {
  acts: phrases(['编制', '形成', '发布', '公布'], ['', '了', '本', '的']),
  what: '年度报告',
} as const;
/** With these, such a sentence tells of an earlier report. */
export const earlierReports: readonly string[] = ['已', '按时', '按期', '较', '比'];

/** The words around the two days of a period. */
export const periodWords = {
  from: ['自', '从'],
  begin: ['起', '起始', '开始'],
  to: ['至', '到'],
  end: ['止', '截止'],
} as const;

const spans = ['期限', '时限', '时间', '期间', '周期', '区间'];

/** What the reporting period is called. */
export const periodNames: readonly string[] = [
  ...phrases(['统计', '统计数据'], ['', '的'], [...spans, '范围', '起止']),
  ...phrases(['数据'], ['', '的'], ['', '统计'], [...spans, '起止']),
  ...phrases(['报告'], ['期限', '时限', '周期']),
  '所列数据',
  '报告期',
];
/** These name none, though they begin like one that does. */
export const noPeriodNames: readonly string[] = ['报告期内', '报告期间'];
/** Right before a period, that it is that of the figures. */
export const figures: readonly string[] = ['统计数据', '数据统计'];
export const copulas: readonly string[] = ['为', '是'];
/** A line without any of these names no reporting period. */
export const periodCues: readonly string[] = [
  '统计',
  '所列数据',
  ...phrases(['报告'], ['期', '时限', '周期']),
  ...phrases(['数据'], ['', '的'], [...spans, '起止']),
];

/** A body set up within the year has figures for part of it. */
export const setUp: readonly string[] = ['成立', '组建', '挂牌', '设立', '新建', '合并', '更名'];

/** How the items of a part are marked: （一）, 1. */
export const numeralMarks = '(?:[（(]?[一二三四五六七八九十\\d]+[）)、.．]|[一二三四五六七八九十]是)';
/** What may stand before the year in which there were problems. */
export const beforeYearOfProblems: readonly string[] = listed('回顾 总结 总的来看 总体来看 在 全年 截至');
/** That there are problems. */
export const problemWords: readonly string[] = [
  ...phrases(['存在', '还有', '仍有', '尚有', '仍然有'], ['', '的', '着', '一些', '以下', '不少']),
  ...phrases(['主要', '一些', '以下', '有'], ['', '的'], ['问题', '不足', '差距', '短板']),
];
/** With these the problems are an earlier year’s, or what became of them is told. */
export const earlierProblems: readonly string[] = [
  ...listed(`
    整改 针对 上年 上一年 去年 指出 反馈 通报 点名 得到 解决 完成 落实情况 年报 年度报告 相比 较 同期 已 不存在
    没有存在 未存在 回头看
  `),
  ...phrases(['问题', '不足'], ['', '的'], ['改进', '改善', '克服']),
];
/** That a sentence tells of what will be done. */
export const planWords: readonly string[] = ['将', '拟', '下一步', '计划', '力争', '争取', '继续', '进一步', '着力'];
