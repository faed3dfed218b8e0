import type { Severity } from '../../analysis/settings.ts';
import type { Subject } from '../../analysis/subject.ts';
import type { Report } from '../../report/report.ts';
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

/** One kind of finding. Its file's name is its code. */
export interface Rule {
  readonly code: string;
  readonly group: RuleGroup;
  readonly severity: Severity;
  /** The rule in one line: what is wrong. */
  readonly title: Localized;
  /** For the rule's page: when it fires, why it matters, what to do, and the source (article, notice, table). Paragraphs are parted by a blank line. */
  readonly explanation: Localized;
  /** Marked text that the rule fires on, and the same put right. */
  readonly example: { readonly wrong: string; readonly right: string };
  /** Absent where the finding is made by the engine that runs the rules (suppressions, limits). */
  readonly check?: (subject: Subject) => Iterable<Finding>;
  /** What mends the finding; several are alternatives. Absent or empty where none is certain enough to offer. */
  readonly fixes?: (finding: Finding, report: Report) => readonly Fix[];
}

/** What a rule found. It stays structured until a face shows it: codes and data are compared, messages never. */
export interface Finding {
  readonly code: string;
  readonly span: Span;
  /** Where it differs from the rule's own severity. */
  readonly severity?: Severity;
  readonly message: Message;
  readonly related: readonly Related[];
  readonly data: FindingData;
}

/** A message in every language, made when it is shown. */
export type Message = () => Localized;

export interface Related {
  readonly span: Span;
  readonly message: Message;
}

/** Ids as in domain.md. `expected` is the value that the cell at the span should have, `found` the one it has. */
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
  readonly edits: readonly Edit[];
  /** Whether it may be applied without asking, by fix-all: only what is certain. */
  readonly certain: boolean;
}

export type { Edit, Language, Localized, Severity };
