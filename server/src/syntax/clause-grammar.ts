// The clauses of prose that say a quantity, whole: what no production covers isn't read.
import { EmbeddedActionsParser, type TokenType } from 'chevrotain';
import { holdsStranger, type NounKind, nounOf, withoutStacks } from './clause-nouns.ts';
import { inClause } from './clause-sets.ts';
import { type ClauseClass, type ClauseToken, type ClauseVocabulary, is } from './clause-tokens.ts';

/** What a clause says: a count, that there is none, or that it is so of all. */
export type ClauseKind = 'count' | 'none' | 'all' | 'rate' | 'share';

export interface Clause {
  readonly kind: ClauseKind;
  /** What its noun is: that which touches the number, or that which is denied. Null where a verb stands alone. */
  readonly noun: NounKind | null;
  readonly tokens: readonly ClauseToken[];
}

/** Reads one clause at a time. */
export class ClauseGrammar extends EmbeddedActionsParser {
  #noun: NounKind | null = null;
  #hasNumber = false;
  #hasReason = false;
  #hasRate = false;
  #hasAll = false;
  #hasChannel = false;
  #deniesAll = false;
  readonly #vocabulary: ClauseVocabulary;

  constructor(vocabulary: ClauseVocabulary) {
    super(vocabulary.withAllClasses(), { maxLookahead: 1, recoveryEnabled: false, skipValidations: true });
    this.#vocabulary = vocabulary;
    this.performSelfAnalysis();
  }

  /** The clause that the tokens make; null where no production covers them all. */
  read(tokens: readonly ClauseToken[]): Clause | null {
    if (holdsStranger(tokens)) return null;
    this.#noun = nounOf(tokens);
    this.#hasNumber = tokens.some((token) => is(token, 'number') || is(token, 'percent'));
    this.#hasRate = tokens.some((token) => is(token, 'rate'));
    this.#hasAll = tokens.some((token) => is(token, 'all'));
    this.#hasChannel = tokens.some((token) => is(token, 'channel'));
    this.#deniesAll = tokens.slice(-1).some((token) => is(token, 'deny'));
    this.#hasReason = tokens.some((token) => is(token, 'reason'));
    this.input = [...tokens];
    const kind = withoutStacks(() => this.clause());
    const failed = this.errors.length > 0;
    this.input = [];
    return failed ? null : { kind, noun: this.#noun, tokens };
  }

  readonly clause = this.RULE('clause', (): ClauseKind => {
    this.SUBRULE(this.lead);
    return this.OR([
      { GATE: () => this.#next('share') || this.#next('percent'), ALT: () => this.SUBRULE(this.share) },
      { GATE: () => this.#hasRate, ALT: () => this.SUBRULE(this.rate) },
      { GATE: () => this.#next('number') || this.#next('approximately'), ALT: () => this.SUBRULE(this.numberFirst) },
      { GATE: () => this.#hasNumber, ALT: () => this.SUBRULE(this.counted) },
      { GATE: () => this.#next('deny'), ALT: () => this.SUBRULE(this.denial) },
      { GATE: () => this.#hasAll && !this.#deniesAll, ALT: () => this.SUBRULE(this.whole) },
      { ALT: () => this.SUBRULE(this.silence) },
    ]);
  });

  /** 2023年，我局共 … */
  readonly lead = this.RULE('lead', () => {
    this.MANY({
      GATE: () => !this.#next('verb'),
      DEF: () => this.SUBRULE(this.leadWord),
    });
  });

  readonly leadWord = this.RULE('leadWord', () => {
    this.OR([{ ALT: () => this.SUBRULE(this.way) }, { ALT: () => this.#any(inClause.leadWord) }]);
  });

  /** 通过网络、信函等渠道 */
  readonly way = this.RULE('way', () => {
    this.CONSUME(this.#type('through'));
    this.MANY({
      GATE: () => !this.#next('ways'),
      DEF: () =>
        this.#any(['other', 'and', 'unknown', 'subject', 'info', 'person', 'request', 'form', 'quotation', 'of']),
    });
    this.CONSUME1(this.#type('ways'));
  });

  /** 收到政府信息公开申请3件, 予以公开3件, 上年结转3件, 全部办结3件 */
  readonly counted = this.RULE('counted', (): ClauseKind => {
    this.MANY1(() => this.#one('all'));
    this.SUBRULE(this.noun);
    this.MANY(() => this.#any(['link', 'adverb', 'all']));
    this.SUBRULE(this.count);
    this.OPTION({
      GATE: () => this.#noun === 'request' || this.#noun === null,
      DEF: () => this.SUBRULE(this.requests),
    });
    this.OPTION1({ GATE: () => this.#noun === 'carried', DEF: () => this.SUBRULE(this.carried) });
    return 'count';
  });

  /** 1件结转下年度, 97件准予公开 */
  readonly numberFirst = this.RULE('numberFirst', (): ClauseKind => {
    this.SUBRULE(this.count);
    this.SUBRULE(this.noun);
    return 'count';
  });

  readonly noun = this.RULE('noun', () => {
    this.OR([
      { GATE: () => this.#noun === 'carried', ALT: () => this.SUBRULE(this.carried) },
      { GATE: () => this.#noun === 'outcome', ALT: () => this.SUBRULE(this.outcomes) },
      { GATE: () => this.#noun === 'dispute', ALT: () => this.SUBRULE(this.disputes) },
      { GATE: () => this.#noun === 'result', ALT: () => this.SUBRULE(this.results) },
      { GATE: () => this.#noun === 'document', ALT: () => this.SUBRULE(this.documents) },
      { GATE: () => this.#noun === 'decision', ALT: () => this.SUBRULE(this.decisions) },
      { GATE: () => this.#noun === 'fee', ALT: () => this.SUBRULE(this.fees) },
      { GATE: () => this.#noun === 'applicant', ALT: () => this.SUBRULE(this.applicants) },
      { ALT: () => this.SUBRULE(this.requests) },
    ]);
  });

  /** 收到公民、法人和其他组织提出的政府信息公开申请, 政府信息公开申请办结 */
  readonly requests = this.RULE('requests', () => {
    this.MANY(() => this.#any(['verb', 'adverb']));
    this.MANY1(() => this.SUBRULE(this.requestWord));
    this.MANY2(() => this.SUBRULE1(this.verbOrTail));
  });

  readonly requestWord = this.RULE('requestWord', () => {
    this.OR([
      { ALT: () => this.SUBRULE(this.toward) },
      {
        ALT: () => this.#any(inClause.requestWord),
      },
    ]);
  });

  /** 向市政府及市政府办公室 */
  readonly toward = this.RULE('toward', () => {
    this.CONSUME(this.#type('toward'));
    this.MANY(() => this.#any(['subject', 'info', 'and', 'tail']));
  });

  readonly verbOrTail = this.RULE('verbOrTail', () => {
    this.#any(['tail', 'verb', 'of', 'adverb']);
  });

  /** 自然人申请, 法人或其他组织, 申请人为自然人的 */
  readonly applicants = this.RULE('applicants', () => {
    this.MANY(() => this.#any(['stated', 'about', 'person', 'link', 'adverb']));
    this.#one('applicant');
    this.MANY1(() => this.SUBRULE(this.applicantTail));
  });

  readonly applicantTail = this.RULE('applicantTail', () => {
    this.#any(['applicant', 'and', 'submit', 'of', 'request', 'tail']);
  });

  /** 因本机关不掌握等原因无法提供, 予以公开及部分公开, 不予公开答复 */
  readonly outcomes = this.RULE('outcomes', () => {
    this.OPTION({ GATE: () => this.#hasReason, DEF: () => this.SUBRULE(this.because) });
    this.MANY(() => this.#any(['stated', 'about', 'verb', 'adverb', 'all']));
    this.#one('outcome');
    this.MANY1(() => this.SUBRULE(this.outcomeTail));
  });

  /** 属信访、重复申请等, 因本机关不掌握等原因: of what the answer isn't counted by. */
  readonly because = this.RULE('because', () => {
    this.MANY({
      GATE: () => !this.#next('reason'),
      DEF: () =>
        this.#any(['stated', 'about', 'outcome', 'other', 'and', 'request', 'tail', 'info', 'of', 'unknown', 'verb']),
    });
    this.#one('reason');
  });

  readonly outcomeTail = this.RULE('outcomeTail', () => {
    this.#any(['outcome', 'and', 'of', 'tail', 'request', 'info', 'stated']);
  });

  /** 上年结转申请, 结转下年度继续办理, 结转上年 */
  readonly carried = this.RULE('carried', () => {
    this.MANY(() =>
      this.#any(['last', 'next', 'carry', 'going', 'info', 'request', 'of', 'tail', 'adverb', 'particle', 'verb']),
    );
  });

  /** 因政府信息公开被申请行政复议, 行政复议、行政诉讼相关案件 */
  readonly disputes = this.RULE('disputes', () => {
    this.MANY(() => this.#any(inClause.disputes));
    this.#one('dispute');
    this.MANY1(() => this.SUBRULE(this.disputeTail));
  });

  readonly disputeTail = this.RULE('disputeTail', () => {
    this.#any(['dispute', 'and', 'of', 'tail', 'about', 'request', 'from']);
  });

  /** 结果维持 */
  readonly results = this.RULE('results', () => {
    this.MANY(() => this.#any(['dispute', 'of', 'result']));
    this.MANY1(() => this.#one('tail'));
  });

  /** 制发行政规范性文件, 现行有效的规范性文件, 废止 */
  readonly documents = this.RULE('documents', () => {
    this.MANY(() => this.#any(['documentVerb', 'publishVerb', 'document', 'of', 'and', 'adverb']));
    this.MANY1(() => this.#one('tail'));
  });

  /** 作出行政处罚决定 */
  readonly decisions = this.RULE('decisions', () => {
    this.MANY(() => this.#one('decisionVerb'));
    this.#one('decision');
    this.MANY1(() => this.#any(['of', 'tail', 'link']));
  });

  /** 收取行政事业性收费 */
  readonly fees = this.RULE('fees', () => {
    this.MANY(() => this.#one('deniedVerb'));
    this.#one('fee');
    this.MANY1(() => this.#any(['of', 'tail']));
  });

  /** 约110余件, 3万件, 零件 */
  readonly count = this.RULE('count', () => {
    this.OPTION(() => this.#one('approximately'));
    this.#one('number');
    this.MANY(() => this.#any(['wan', 'more']));
    this.OPTION1(() => this.#one('counter'));
  });

  /** 未收到政府信息公开申请, 未发生行政复议、行政诉讼 */
  readonly denial = this.RULE('denial', (): ClauseKind => {
    this.#one('deny');
    this.MANY(() => this.#any(['deniedVerb', 'adverb', 'and']));
    this.SUBRULE(this.noun);
    return 'none';
  });

  /** 政府信息公开申请无, 依申请公开零申请, 当面申请、网络申请均无 */
  readonly silence = this.RULE('silence', (): ClauseKind => {
    this.OR([
      { GATE: () => this.#hasChannel, ALT: () => this.SUBRULE(this.channels) },
      { ALT: () => this.SUBRULE(this.noun) },
    ]);
    this.MANY(() => this.#any(['link', 'adverb', 'all']));
    this.#one('deny');
    this.MANY1(() => this.SUBRULE(this.outcomeTail));
    return 'none';
  });

  readonly channels = this.RULE('channels', () => {
    this.MANY(() => this.#any(inClause.channels));
  });

  /** 全部按规定办结, 所有申请均已办理完成, 均为自然人申请, 均获维持 */
  readonly whole = this.RULE('whole', (): ClauseKind => {
    this.AT_LEAST_ONE(() => this.#any(inClause.whole));
    return 'all';
  });

  /** 办结率为100% */
  readonly rate = this.RULE('rate', (): ClauseKind => {
    this.MANY1(() => this.SUBRULE(this.requestWord));
    this.#one('rate');
    this.MANY(() => this.#any(['link', 'adverb', 'all']));
    this.#one('percent');
    return 'rate';
  });

  /** 占12.5% */
  readonly share = this.RULE('share', (): ClauseKind => {
    this.OPTION(() => this.#one('share'));
    this.#one('percent');
    return 'share';
  });

  #one(name: ClauseClass): void {
    this.CONSUME(this.#type(name));
  }

  /** One token of any of the classes; once in a rule. */
  #any(names: readonly ClauseClass[]): void {
    this.OR9(names.map((name) => ({ ALT: () => this.CONSUME9(this.#type(name)) })));
  }

  #type(name: ClauseClass): TokenType {
    return this.#vocabulary.typeOf([name]);
  }

  #next(name: ClauseClass): boolean {
    return is(this.LA(1) as ClauseToken, name);
  }
}
