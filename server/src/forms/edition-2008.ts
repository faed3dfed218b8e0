import type { Edition } from './edition.ts';
import { formerArticles, formerDeadlines, formerRegulation } from './legal.ts';

/**
 * The reports for 2008–2018. No form was prescribed nationally: the former regulation named six contents, and headings
 * were free.
 */
export const edition2008: Edition = {
  id: '2008',
  name: {
    zh: '原《条例》（2008—2018年度，没有统一格式）',
    en: 'former Regulation (reports for 2008–2018, no set form)',
  },
  years: { first: 2008 },
  notice: formerRegulation,
  sections: [],
  areas: [],
  contents: [
    {
      id: 'proactive',
      title: '行政机关主动公开政府信息的情况',
      keywords: [['主动公开'], ['公开政府信息', '情况'], ['信息公开情况'], ['信息', '发布']],
      legal: formerArticles('第三十二条第（一）项'),
    },
    {
      id: 'on-request',
      title: '行政机关依申请公开政府信息和不予公开政府信息的情况',
      keywords: [
        ['依申请'],
        ['申请公开'],
        ['公开申请情况'],
        ['公开申请的情况'],
        ['申请', '办理'],
        ['申请', '处理'],
        ['申请', '受理'],
        ['申请', '答复'],
        ['不予公开'],
      ],
      legal: formerArticles('第三十二条第（二）项'),
    },
    {
      id: 'fees',
      title: '政府信息公开的收费及减免情况',
      keywords: [['收费'], ['减免'], ['费用'], ['收取']],
      legal: formerArticles('第三十二条第（三）项'),
    },
    {
      id: 'disputes',
      title: '因政府信息公开申请行政复议、提起行政诉讼的情况',
      keywords: [['复议'], ['诉讼']],
      legal: formerArticles('第三十二条第（四）项'),
    },
    {
      id: 'problems',
      title: '政府信息公开工作存在的主要问题及改进情况',
      keywords: [
        ['问题'],
        ['不足'],
        ['改进'],
        ['困难'],
        ['下一步'],
        ['打算'],
        ['工作思路'],
        ['工作安排'],
        ['工作计划'],
      ],
      legal: formerArticles('第三十二条第（五）项'),
    },
    {
      id: 'other',
      title: '其他需要报告的事项',
      keywords: [
        ['其他', '事项'],
        ['其它', '事项'],
        ['需要报告'],
        ['需要说明'],
        ['附表'],
        ['附件'],
        ['说明', '事项'],
        ['统计表'],
      ],
      legal: formerArticles('第三十二条第（六）项'),
    },
  ],
  tables: [],
  preface:
    '根据《中华人民共和国政府信息公开条例》的要求，{body}编制{year}年政府信息公开工作年度报告。本报告所列数据的统计期限自{year}年1月1日起至{year}年12月31日止。',
  deadlines: formerDeadlines,
};
