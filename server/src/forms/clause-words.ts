// The words around a quantity, by what they are in a clause. A word that isn't here makes its clause one that isn't understood.
import { listed, phrases } from '../text/any-of.ts';

const organizations = ['单位', '企业', '组织', '团体'];
const years = ['年', '年度'];
/** What requests come in by, and other matters as well. */
const channels = listed(`
  网络 信函 当面 邮寄 平台 现场 窗口 传真 网站 网上 纸质 电子 门户 书面 线上 线下 电子邮件 邮件 信件 来函 在线
  口头
`);

/** By class: what grammar a word has in the clauses that are read. */
export const clauseWords = {
  /** The reporting year, or all of it. */
  time: listed(`
    当年度 本报告年度 本统计年度 报告期 统计期间 统计年度 本年内 全年 本年 本年度 年度 年内 全年度 当年 报告期内
    统计期内 本年度内 报告年度 一年来 全年内 一年 年 今年 本报告期 本报告期内 年度内
  `),
  /** A part of it. */
  part: listed('上半年 下半年 季度 月份 至今 以来 期间 月 截至目前 目前 近年 历年 自成立'),
  particle: listed('截至 截止 截止到 截至到 自 从 起 止 至 在 到 底 于 末'),
  last: phrases(['上', '上一', '去', '往', '前'], years),
  next: [...phrases(['下', '下一', '次', '明'], years), '转下年', '转下年度', '转下一年', '转下一年度', '以后年度'],
  /** Who reports, beside names that end as bodies' do and words that begin as `ownWords` do. */
  subject: listed(`
    本级 市本级 县本级 单位 本单位 我单位 本部门 乡镇 各乡镇 县级以上 行政机关 镇街 各部门 有关部门 各级各部门
    各单位 街道 机关 政府部门
  `),
  /** More than those who report. */
  wider: ['全国', '全省', '全系统', '全行业', '全球'],
  /** How the requests came in, and what ends the phrase that tells it. */
  through: ['通过', '经', '以', '经由'],
  /** By which a request came in. */
  channel: [...channels, '电话'],
  ways: listed(`
    等渠道 等方式 等途径 等形式 等多种方式 等多种渠道 各种渠道 各渠道 各种方式 各类渠道 多种渠道 多种方式
  `),
  /** What changes nothing of what is counted. */
  adverb: listed(`
    已依法 已按规定 逐件 审慎 如实 总计有 共计有 一并 均按 业已 依次 对外 主要 又有 共有 现有 共 共计 总共 一共
    合计 总计 累计 依法 依规 依法依规 已 已经 实际 认真 规范 及时 正式 新 还 并 且 同时 也 又 仅 只 进行 严格 妥善
    分别 共同 逐一 稳妥 高效 成功 有效 规范有序 顺利 圆满 按要求 按规定 按照规定 按程序 按流程 按照程序 按照要求
    依照规定 给予 做出 完成 工作 积极 切实 总 全面 情况 方面
  `),
  onTime: listed(`
    按时 按期 如期 限期内 法定期限内 法定时限内 规定期限内 规定时限内 规定时间内 法定期限 法定时限 法定时间内
    时限内 期限内 按时限 在期限内 及时 按规定时间 按时按规 法定答复期限内 法定工作日内
  `),
  info: listed(`
    政府信息公开类 信息公开类 政务公开类 政府信息公开工作 信息公开工作 政府信息公开 政府信息 信息公开 政务信息
    政务公开 政务信息公开 公开政府信息 公开信息 信息 公开 政府公开 政府信息主动公开 获取政府信息 获取
  `),
  request: listed(`
    申请中 申请当中 公开申请中 依申请公开中 依申请公开件数 依申请公开总数 依申请公开事宜 申请公开件 依申请公开信件
    依申请类 公开申请件 申请公开事项 政府信息依申请公开 信息依申请公开 申请数量 申请量 申请总数 申请件数 申请总量
    依申请公开信息 依申请信息公开 依申请公开数 依申请公开数量 依申请公开量 依申请公开申请数量 依申请公开申请件
    申请 申请书 申请件 依申请公开 依申请 依申请公开申请 申请公开 依申请公开件 要求公开 公开申请 申请事项
    依申请公开事项 依申请件 依申请事项 依申请公开政府信息 公开申请事项
  `),
  person: [
    '申请主体',
    ...['社会组织', '申请者', '社会人士', '企事业单位', '利害关系人', '相对人', '服务对象', '办事群众', '个体工商户'],
    '群众',
    '公众',
    '社会公众',
    '社会',
    '申请人',
    '当事人',
    '市民',
    '居民',
    '村民',
    '人民群众',
    '各界',
    '社会各界',
    ...organizations,
  ],
  submit: listed(`
    发起 寄来 递送 所提 所提交 所提出 提请 送达 提出 提交 递交 主动要求 要求 提起 申报 寄送 发来
  `),
  toSelf: listed(`
    向本机关 向我局 向我镇 向我单位 向我街道 向我办 向我县 向我区 对我局 对本机关 针对我局 针对我镇 针对本机关
    向本单位 向我市 向我委
  `),
  about: listed('关于 有关 就 因 由 由于 涉及 与 涉 相关 基于'),
  toward: ['向', '对', '针对'],
  form: listed('任何形式 各类 任何 各种形式 各种 有效 一切 任何的 任何形式的'),
  of: ['的', '之'],
  and: listed('、 和 及 或 或者 以及 并 与 及其 和/或 /'),
  tail: listed(`
    量 数目 总额 决定 类型 起数 申诉 数 数量 件数 总数 总量 总件数 事项 案件 案 类 件 的数量 总数量 情形 问题 情况
    现象 行为 事件 案例 工作 办理情况 业务 宗数 受理 答复 办理 处理 公开 信息 有关
  `),
  link: listed('为 是 共 共计 合计 总计 累计 达 达到 有 共有 总共 计'),
  mark: listed(`
    申请人中 申请主体中 按申请人分 按申请人类型分 按答复类型分 按办理结果分 申请答复结果中 办理结果中 具体为
    具体来看 具体如下 按类型分 从办理结果看 从答复结果看 从申请主体看 从申请人看 办理结果为 答复结果为 答复类型为 办理类型为 答复情况为 具体情况为
    按申请主体分 从办理情况看 经统计 据统计 一是 二是 三是 四是 五是 六是 首先 其次 此外 另外
  `),
  deny: listed(`
    零 未再 并无 为零 皆无 全无 也无 也没有 亦无 无任何 没有任何 未 没有 无 未有 尚未 暂无 暂未 均未 没 从未 并未
    均没有 均无 尚无 也未 亦未 不存在 未曾 都没有
  `),
  deniedVerb: listed(`
    处理 新增 收到 接到 受理 接收 接收到 发生 出现 产生 办理 收到过 接到过 涉及 存在 引发 收取 接收过 受理过 有
    发生过 接受 发现 引起 形成 收悉
  `),
  from: listed(`
    引发 引起 导致 产生 发生 提起 被 被申请 申请 被提起 引发的 引起的 方面 工作 遭到 涉及 新增 收到 受理 办理 出现
    接到 行政 形成
  `),
  carry: listed(`
    延期至 延续办理 转接 递延 转结到 延期到 留转 跨年度结转 结转 转结 顺延 转入 转 结转至 结转到 转结至 顺延至
    顺延到 转至 接转 延至 延续至 流转至 结转入 移至 转到 结转的 延续到
  `),
  going: listed(`
    未办结 未答复 尚未办结 待办 待答复 尚未答复 尚在办理 尚在办理中 正在办理中 未办理完毕 继续办理 继续 办理 答复
    办结 处理 继续处理 继续答复 再办理 待办理 正在办理
  `),
  including: listed(`
    尚有 仍有 尚余 加上 连同 另加 剩下 同时有 含 包括 包含 其中 另有 另 其中含 其中包括 其余 剩余 余 还有 包括了
  `),
  according: ['按', '按照', '依照', '根据', '依据', '严格按照', '严格依照', '严格按'],
  rule: listed(`
    规定 要求 程序 流程 法律法规 相关规定 有关规定 规定程序 规定流程 法定程序 法律规定 相关要求 条例 相关法律法规
    要求进行 有关法律法规
  `),
  keep: ['获维持', '被维持', '得到维持', '予以维持', '维持'],
  all: listed('全部 所有 均 都 皆 均已 都已 已全部 全都 全数 也已'),
  rate: listed(`
    办结率 办理率 答复率 回复率 按时办结率 按时答复率 按期办结率 按期答复率 受理率 处理率 办复率 及时答复率
    依法答复率
  `),
  share: listed('占 占比 占比为 约占 占总数的 占办结总数的 占总数 占比约 占办结数的 占答复总数的 比例为'),
  comparison: listed('同比 比 较 增长 下降 减少 增加 环比 上升 相比 增幅 降幅 持平 多于 少于 翻'),
  approximately: listed('约 近 超 逾 超过 将近 大约 接近 至少 不足 不少于 近乎 多达'),
  more: ['余', '多', '余万', '多万'],
  wan: ['万'],
  reason: ['等', '原因', '等原因', '等情形', '等情况', '等理由'],
  stated: listed('来自 属于 属 作 作为 决定 认定 告知 因 以 经审查'),
  /** The subjects of other matters, and what makes a count another's: the paragraph speaks of requests no longer. */
  other: [
    ...channels,
    ...listed(`
      热线 信箱 诉求 留言 来信 咨询 投诉 举报 建议 提案 来电 来访 信访 邮箱 工单 问政 代表 备案 报备 赔偿 拟
      力争 预计 计划 主动 败诉 纠错 解读 费用 收费 登记 证照 不动产 救助 许可 审批 补贴 低保 专利 商标 调解 仲裁
      刑事 民事 案源 线索 检查 培训 活动 会议 撤诉 转办 劳动 人民调解 护照 执行 贷款 岗位
    `),
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type ClauseWordClass = keyof typeof clauseWords;

/** What begins the parts of a count; with the exhaustive ones nothing else is left out. */
export const partsBegin: readonly string[] = ['其中', '其中包括', '其中含', '包括', '包含', '包括了'];
export const allPartsBegin: readonly string[] = ['包括', '包含', '包括了', '其中包括'];
/** With these in a later part of a list, the list is over. */
export const listEnders: readonly string[] = listed(`
  组织 开展 举办 召开 另 此外 同时 新增 制作 编发 印发 推送 更新 回应 解读 发布 办理 办结 答复 回复 收到 受理 接待
  处理 累计 共 培训 参加 转发 阅读 点击 粉丝 浏览 访问
`);
/** With these the applicants of all requests are told. */
export const applicantNames: readonly string[] = ['申请人', '申请主体'];
/** Requests from these alone are a part of all. */
export const organizationWords: readonly string[] = [...organizations, '社会组织', '企事业单位', '机构', '个体工商户'];
/** How those begin that report: 我局, 本机关, 全县各部门. */
export const ownWords: readonly string[] = ['我', '本', '全', '各', '该', '县政府', '市政府', '区政府'];
/** What a word for requests holds where it says that they are for information. */
export const disclosureWord = '公开';
/** What is left of those that were counted before. */
export const restWords: readonly string[] = ['其余', '剩余', '余'];
/** What a word for a withdrawal holds. */
export const withdrawalWord = '撤';
/** Those whose counts a report adds up, named as what did something themselves; and how some of them are named. */
export const subordinates: readonly string[] = ['乡镇', '各乡镇', '镇街', '各部门', '有关部门', '部门', '政府部门'];
export const someOf: readonly string[] = listed('其他 其它 其余 部分 多数 大多数 个别 少数 有的 下属 下辖 所属 辖区');
/** What is received and dealt with, and is no request. */
export const otherMatters: readonly string[] = ['案件', '案', '事项', '业务', '问题', '事件', '案例', '行为'];
/** Requests, as much for anything else. */
export const vagueRequests: readonly string[] = ['申请事项', '依申请', '依申请事项'];
/** No paragraph without a numeral before a counter, or one of these, says a quantity. */
export const paragraphCues: readonly string[] = listed('未 没 无 零 全部 均 所有 都 皆');
/** The counters of anything that prose counts: with them a number is a mention, understood or not. */
export const proseCounters: readonly string[] = listed(`
  件次 人次 场次 户次 万元 件 条 份 篇 期 次 个 项 起 宗 场 部 例 批 人 元 封 家 户 名 幅 册 本 类 种 处 块 期次
  轮 张 通 则 辆 台 套 支 卷 天 字 余
`);
/** Quoted with these, the name of a site's column is that of the one for requests. */
export const requestColumns: readonly string[] = ['依申请公开', '信息公开'];
/** Words for other matters that bodies are called after: 信访局, 登记中心. */
export const bodyTopics: readonly string[] = listed('信访 登记 执行 审批 劳动 建议 活动 培训 检查 岗位');
/** No body's name holds these. */
export const namelessWords: readonly string[] = listed(`
  协助 代 指导 督促 配合 帮助 组织 会同 联合 审核 转 交 要求 推动 督导 牵头 对 为 由 经 与 向 从 被 开办 帮办 举办
  承办 协办 主办 督办 申请 公开 收到 受理 办理 年 件 条 次
`);
