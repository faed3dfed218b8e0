/** Universities and colleges that report in the form of the government: what only governments have to tell isn't asked of them. */
export const university = {
  name: '高校',
  applies: { bodies: ['大学', '学院', '专科学校', '职业学校', '高等学校'] },
  headings: [
    { section: 'overview', variants: ['学校信息公开总体情况', '信息公开工作总体情况', '概述'] },
    { section: 'disclosure', variants: ['主动公开信息情况', '主动公开学校信息情况'] },
    { section: 'requests', variants: ['收到和处理信息公开申请情况', '依申请公开信息情况'] },
    { section: 'disputes', variants: ['信息公开行政复议、行政诉讼情况', '因信息公开被申请行政复议、提起行政诉讼情况'] },
    { section: 'problems', variants: ['信息公开工作存在的主要问题及改进情况', '主要经验、问题和改进措施'] },
  ],
  words: { bodyEndings: ['大学', '学院', '专科学校', '职业学校', '高等学校'] },
  rules: {
    'duty-results': 'off',
    'section-title': 'off',
    'missing-subsection': 'information',
    'signature-date': 'off',
  },
};
