import type { LinePlace } from '../../analysis/indexed-report.ts';
import type { Severity } from '../../analysis/settings.ts';
import type { Subject } from '../../analysis/subject.ts';
import type { Edit } from '../../text/edit.ts';
import type { Language, Localized } from '../../text/language.ts';
import type { Span } from '../../text/span.ts';

/** The groups of the catalogue, in its order. */
export type RuleGroup =
  | 'structure'
  | 'tables'
  | 'arithmetic'
  | 'text'
  | 'citations'
  | 'across-files'
  | 'suppressions'
  | 'limits';

/** What a rule's page tells. Bundles keep it apart from the rule, to be loaded when it is read (`rule-texts.ts`). */
export interface RuleTexts {
  /** When it fires, why it matters, what to do, and the source (article, notice, table). Paragraphs are parted by a blank line. */
  readonly explanation: Localized;
  /** Why none of its findings has a fix; absent where some have. */
  readonly noFix?: Localized;
  /** Marked text that the rule fires on, and the same put right; last year's report where it takes that to tell. */
  readonly example: {
    readonly wrong: string;
    readonly right: string;
    readonly previous?: string;
    /** Other reports of the folder by the names of their files, where it takes those to tell. */
    readonly others?: Readonly<Record<string, string>>;
    /** The pack that it takes to tell. */
    readonly pack?: object;
    /** The name of the file that the wrong text stands in, where it takes that to tell. */
    readonly file?: string;
  };
}

/** One kind of finding with its page. Its file's name is its code. */
export interface Rule extends RunnableRule, RuleTexts {}

/** One kind of finding as it is run and shown. */
export interface RunnableRule {
  readonly code: string;
  readonly group: RuleGroup;
  readonly severity: Severity;
  /** `more` where its findings ask for something that isn't written yet; absent where they say that what is written is wrong. */
  readonly asks?: 'more';
  /** Whether it says nothing unless settings give it a severity. */
  readonly isOptional?: true;
  /** The rule in one line: what is wrong. */
  readonly title: Localized;
  /** Absent where the finding is made by the engine that runs the rules (suppressions, limits). */
  readonly check?: (subject: Subject) => Iterable<Finding>;
  /**
   * Of a rule about other files: whether those that it looks at are known, so that its silence means that nothing is wrong.
   * Absent where the report alone is looked at.
   */
  readonly knows?: (subject: Subject) => boolean;
}

/** Whether findings of the rule may be silenced: not those about suppressions and limits. */
export function isSuppressible({ group }: Pick<Rule, 'group'>): boolean {
  return group !== 'suppressions' && group !== 'limits';
}

/** Whether a subject is right where the rule says nothing of it: a rule about other files may lack those. */
export function silenceTells({ group, knows }: Pick<Rule, 'group' | 'knows'>, subject: Subject): boolean {
  return group !== 'across-files' || (knows?.(subject) ?? false);
}

/**
 * What a rule found. It stays structured until a face shows it: codes and data are compared, messages never. Its closures
 * look at the subject that it was found in and live as long.
 */
export interface Finding {
  readonly code: string;
  readonly span: Span;
  /** Where it differs from the rule's own severity. */
  readonly severity?: Severity;
  readonly message: Message;
  /** Other places that it has to do with. */
  readonly related: () => readonly Related[];
  /** What mends it; several are alternatives. Absent or empty where none is certain enough to offer. */
  readonly fixes?: () => readonly Fix[];
  readonly data: FindingData;
}

/** A message in every language, made when it is shown. */
export type Message = () => Localized;

/** A place in the report, or in another file. */
export type Related = RelatedHere | RelatedElsewhere;

export interface RelatedHere {
  readonly span: Span;
  readonly message: Message;
}

export interface RelatedElsewhere extends Elsewhere {
  readonly message: Message;
}

/** A place in another file, whose text isn't held. */
export interface Elsewhere {
  /** Its path or URI, as `Subject.source` and `IndexedReport.source` are written. */
  readonly file: string;
  readonly place: LinePlace;
}

/** Ids as in the form. `expected` is the value that the cell at the span should have, `found` the one it has. */
export interface FindingData {
  readonly table?: string;
  readonly row?: string;
  readonly column?: string;
  readonly section?: string;
  readonly expected?: number;
  readonly found?: number;
  readonly [key: string]: string | number | boolean | readonly string[] | undefined;
}

export interface Fix {
  readonly title: Localized;
  readonly edits: readonly FixEdit[];
  /** Whether it may be applied without asking, by fix-all: only what is certain. */
  readonly certain: boolean;
}

/** A change of the report's text, or of another file's. */
export type FixEdit = Edit | EditElsewhere;

export interface EditElsewhere extends Elsewhere {
  readonly text: string;
}

/** The edits of the report's own text. */
export function ownEdits({ edits }: Fix): readonly Edit[] {
  return edits.filter((edit) => 'span' in edit);
}

export type { Edit, Language, Localized, Severity };
