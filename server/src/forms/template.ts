/** What a report is called, after the body and the year. */
export const usualName = '政府信息公开工作年度报告';

/** The title in its usual form. */
export const titleTemplate = `{body}{year}年${usualName}`;

/** A template with the body's name and the year, or what stands for them, in their places. */
export function filled(template: string, body: string, year: string): string {
  return template.replaceAll('{year}', () => year).replaceAll('{body}', () => body);
}

/** Whether a canonical title ends as the usual one does. */
export function endsAsTemplate(canonicalTitle: string): boolean {
  return canonicalTitle.endsWith(usualName);
}

/** How a text that the author has still to write begins, in skeletons and snippets; it ends with 】. */
export const placeholderStart = '【待填写：';

/** A text that the author has still to write over; `unfilled-placeholder` finds it when it is left. */
export function placeholder(prompt: string): string {
  return `${placeholderStart}${prompt}】`;
}

/** What a skeleton says below each heading of a prose part, for the author to write over. Without the brackets. */
export const sectionPrompts: Readonly<Record<string, readonly Prompt[]>> = {
  problems: [
    { heading: '存在的主要问题', names: ['问题', '不足', '困难'], text: '本年工作中存在的主要问题' },
    {
      heading: '改进情况',
      names: ['改进', '整改', '措施', '下一步', '打算'],
      text: '针对上述问题的改进情况和下一步打算',
    },
  ],
  other: [
    {
      heading: null,
      names: ['处理费', '收费', '收取'],
      text: '收取信息处理费的情况（单位：元；没有收取的也写明）和其他需要报告的事项',
    },
  ],
};

export interface Prompt {
  /** The customary sub-heading, without its ordinal, or null where none is usual. */
  readonly heading: string | null;
  /** Words any one of which shows, in a sub-heading of the author's own, that it is meant. */
  readonly names: readonly string[];
  readonly text: string;
}

/** What stands for a text that is to be written under a sub-heading of the author's own. */
export const generalPrompt = '本年情况';

/** What a skeleton says under each area of part 一. */
export const areaPrompts: Readonly<Record<string, string>> = {
  proactive: '全年主动公开政府信息的数量、渠道和重点内容，政策解读和回应关切的情况',
  'on-request': '全年收到和办理政府信息公开申请的情况，数字与表三一致',
  management: '政府信息的制作、审核、发布、更新情况；规章、行政规范性文件的数量与表二一致',
  platform: '政府网站信息公开专栏、政务新媒体、线下查阅点等平台的建设和维护情况',
  supervision: '组织领导、业务培训、监督检查的情况；各级人民政府还应写明工作考核、社会评议和责任追究结果情况',
};
