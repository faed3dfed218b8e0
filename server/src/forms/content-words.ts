// The words by which a report is seen to say what it has to: its duties, its problems, what it is to go with.
import { listed } from '../text/any-of.ts';

/** What an 各级人民政府 reports of its oversight, and words any one of which shows that it does. */
export interface Duty {
  readonly id: string;
  readonly title: string;
  readonly words: readonly string[];
}

/** 《条例》第五十条第一款第（四）项 */
export const duties: readonly Duty[] = [
  { id: 'appraisal', title: '工作考核', words: ['考核', '考评', '绩效', '考察评'] },
  {
    id: 'evaluation',
    title: '社会评议',
    words: ['评议', '社会评', '满意度', '评估', '测评', '评价', '好差评', '监督员', '意见征集', '征求意见', '问卷'],
  },
  {
    id: 'accountability',
    title: '责任追究',
    words: ['追究', '追责', '问责', '约谈', '通报批评', '责任倒查', '违规', '违纪', '处分'],
  },
];

/** The area of part 一 where they belong. */
export const dutiesArea = 'supervision';

/** What a part about problems names one by. */
export const problemWords: readonly string[] = [
  ...[
    '问题',
    '不足',
    '不够',
    '薄弱',
    '欠缺',
    '有待',
    '差距',
    '不到位',
    '滞后',
    '短板',
    '困难',
    '缺乏',
    '缺少',
    '仍需',
    '还需',
  ],
  ...[
    '需要进一步',
    '尚未',
    '尚需',
    '尚有',
    '不高',
    '不强',
    '不深',
    '不全',
    '不多',
    '不细',
    '不严',
    '不实',
    '不快',
    '不准',
  ],
  ...[
    '不及时',
    '不完善',
    '不健全',
    '不规范',
    '不熟',
    '不均',
    '不平衡',
    '不充分',
    '不明显',
    '不丰富',
    '不理想',
    '不畅',
    '偏',
  ],
  ...[
    '较少',
    '较慢',
    '较低',
    '较弱',
    '较差',
    '单一',
    '单薄',
    '粗放',
    '疏漏',
    '遗漏',
    '错误',
    '误差',
    '瓶颈',
    '弱项',
    '难点',
  ],
  ...['未能', '没能', '未完全', '缺失', '缺陷', '参差', '落后', '迟缓', '模糊', '应付', '随意', '不尽'],
];

/** Between what is good and what isn’t. */
export const contrasts: readonly string[] = [
  '虽',
  '但',
  '仍',
  '然而',
  '不过',
  '相比',
  '距离',
  '空间',
  '紧张',
  '不相适应',
  '单调',
];

/** What says that all is well. */
export const praises: readonly string[] = [
  ...['成绩', '成效', '好评', '良好', '圆满', '顺利', '满意', '肯定', '表扬', '先进', '优秀', '到位'],
];

/** These name none, though they hold such a word: 不存在问题. */
export const noProblems = {
  denials: ['没有', '不存在', '未发现', '未出现', '暂无', '尚无', '并无', '无'],
  links: ['', '明显', '突出', '重大', '较大', '主要', '任何', '其他', '存在', '的'],
  what: ['问题', '不足', '困难', '差距'],
} as const;

/** What a part about improvements tells of. */
export const measureWords: readonly string[] = [
  ...[
    '改进',
    '整改',
    '加强',
    '强化',
    '完善',
    '提高',
    '提升',
    '优化',
    '健全',
    '规范',
    '推进',
    '推动',
    '深化',
    '拓展',
    '拓宽',
  ],
  ...[
    '丰富',
    '加大',
    '加快',
    '细化',
    '创新',
    '落实',
    '下一步',
    '今后',
    '将',
    '措施',
    '持续',
    '进一步',
    '补齐',
    '改善',
    '解决',
  ],
  ...[
    '纠正',
    '督促',
    '确保',
    '努力',
    '培训',
    '充实',
    '明确',
    '建立',
    '压实',
    '克服',
    '克难',
    '调整',
    '扩大',
    '增强',
    '增加',
  ],
  ...[
    '重视',
    '严格',
    '抓',
    '及时更新',
    '学习',
    '计划',
    '对策',
    '举措',
    '办法',
    '对此',
    '为此',
    '针对',
    '已',
    '拟',
    '轮训',
  ],
];

/** As little as that says neither, in characters without white space and sub-headings. */
export const leastAboutProblems = 10;

/** How a text names what goes with it. */
export const annexes: readonly string[] = ['附件', '附表'];
/** Before the name of an annex, that it is to be found there; after it, where it stands. */
export const annexPromises = {
  before: ['详见', '参见', '请见', '见', '列于', '载于', '随文附'],
  links: ['', '本报告', '后附', '文后', '所附', '以下', '下方', '下列', '末尾'],
  behind: ['附后', '附在文后', '附于文后', '附在后面'],
} as const;
/** With one of these an annex is there, or none was ever meant. */
export const annexesElsewhere: readonly string[] = [
  ...[
    '.doc',
    '.xls',
    '.pdf',
    '.wps',
    '.zip',
    '.rar',
    '附件下载',
    '下载附件',
    '点击下载',
    '点击查看',
    '扫码查看',
    '二维码',
  ],
  ...['无附件', '无附表', '没有附件', '没有附表'],
];

/** What may stand before the date of a signature. */
export const signatureLabels: readonly string[] = [
  ...['日期', '时间', '报告日期', '编制日期', '填报日期', '落款日期', '报告时间', '编制时间', '年报日期'],
];

/** Before a number of eleven digits, that it is no telephone number; after it, what it counts. */
export const notPhones = {
  before: ['号', '码', '账户', '账号', '帐号', '代码', '编号', '文号', '案号', 'QQ', '￥', '¥'],
  phones: ['手机号', '手机号码', '电话号码', '联系号码', '号码'],
  after: ['元', '万', '亿', '人', '件', '条', '次', '个', '项', '份', '平方', '吨', '号'],
} as const;

/** What names the telephone of an office, before its number, and what may end the name. */
export const officePhones = {
  of: listed(`
    办公 办公室 咨询 联系 监督 值班 举报 投诉 服务 受理 公开 热线 对外 查询 政务 业务 单位 机关 工作 求助 报修 反映
    公示
  `),
  names: ['电话', '热线', '专线'],
  end: ['号码', '号'],
  /** Where one of these stands before it in the sentence, the telephone is a person's. */
  persons: ['联系人', '申请人', '负责人', '经办人', '工作人员', '当事人', '姓名', '个人', '本人', '同志', '手机'],
} as const;
