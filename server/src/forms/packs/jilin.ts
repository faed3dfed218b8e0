/** Jilin: below table two of the trial form stands how much was published in all. */
export const jilin = {
  name: '吉林省',
  applies: { bodies: [], years: { first: 2019, last: 2020 } },
  rows: [
    {
      editions: ['2019'],
      table: 'disclosure',
      after: 'procurement',
      id: 'published-in-all',
      label: '本行政区域（或本部门）政府信息公开发布总数量（非新闻类、消息类）',
      short: '发布总数量',
      header: '本省另加',
      columns: ['published-total'],
      aliases: [
        '2019年本行政区域（或本部门）政府信息公开发布总数量（非新闻类、消息类）',
        '2020年本行政区域（或本部门）政府信息公开发布总数量（非新闻类、消息类）',
        '本行政区域政府信息公开发布总数量',
        '本部门政府信息公开发布总数量',
        '政府信息公开发布总数量',
        '发布总数量（非新闻类、消息类）',
      ],
      description: {
        zh: '本年主动公开的政府信息总数，不算新闻和消息。',
        en: 'Government information published within the year in all, news not counted.',
      },
    },
  ],
};
