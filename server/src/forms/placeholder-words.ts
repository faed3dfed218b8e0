// The words that tell a place left to be filled in from what merely looks like one.

/** What snippets and templates leave to be filled in, in brackets of any kind: （单位名称）. */
export const placeholderPhrases: readonly string[] = [
  ...['理由', '机关名称', '机关全称', '单位名称', '单位全称', '年份', '具体情况', '具体做法', '具体问题', '具体措施'],
  ...['待填', '待填写', '待补充', '待核实', '数字', '具体数字', '填数字', '数目'],
];

/** What begins an instruction in brackets. */
export const instructions: readonly string[] = [
  ...['请填写', '请填入', '请补充', '此处填写', '此处填入', '在此填写', '待填写', '待补充'],
];

/** Circles and a letter that stand for a number, before a counter: ○件, N条. */
export const standIns = { circles: '○◯', letters: 'NnＮ' } as const;

/** What may follow a number that was left out. */
export const blankCounters: readonly string[] = [
  ...['件次', '人次', '件', '条', '份', '篇', '期', '次', '个', '项', '起', '宗', '场', '余条', '万元', '元'],
];

/** After a counter the sentence ends or names what is counted: 条 of 条例 is none. */
export const countedNext: readonly string[] = ['申请', '政府信息', '信息', '文件', '答复', '其中'];

/** What goes before a number that was left out. */
export const countingWords: readonly string[] = [
  ...['公开', '发布', '收到', '受理', '接到', '接收', '办理', '办结', '答复', '处理', '回复', '信息', '文件', '申请'],
  ...['复议', '诉讼', '结转', '制发', '制定', '出台', '废止', '有效', '共', '计', '约', '达', '为', '召开', '开展'],
  ...['举办', '组织', '更新', '推送', '转载', '解读', '稿件', '留言', '来信', '咨询', '会议', '培训', '新增', '金额'],
  ...['费', '费用'],
];

/** What may follow ×× that stand for a number. */
export const maskedUnits: readonly string[] = [
  ...['年', '月', '日', '件', '条', '份', '篇', '次', '期', '个', '项', '起', '宗', '场', '人次', '万元', '元'],
];

/** After ×× these make a class of things, of which a text speaks in general: ××类事项. */
export const maskedClasses: readonly string[] = ['类'];

/** Masked names keep their surname: 张××. */
export const surnames = '王李张刘陈杨赵黄吴徐孙胡朱郭林罗梁宋郑谢韩唐冯董萧程曹袁邓许傅沈曾彭吕苏蒋蔡贾丁魏薛';

/** Before one × these make a product or a rate, no mask: 3人×5. */
export const multiplied = '人次天场';
