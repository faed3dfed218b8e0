import { renumberEdits } from '../../analysis/section-places.ts';
import type { Report } from '../../report/report.ts';
import type { Localized } from '../../text/language.ts';
import type { Edit } from './rule.ts';

export interface Renumbering {
  readonly edits: readonly Edit[];
  /** What a fix that makes these edits as well says of them, to follow its title; empty where there are none. */
  readonly told: Localized;
}

/** What gives the parts of a report their official ordinals, for a fix after which they would be off. */
export function renumbering(report: Report): Renumbering {
  const edits = renumberEdits(report);
  return {
    edits,
    told: edits.length === 0 ? { zh: '', en: '' } : { zh: '，并改正各部分的序号', en: ' and put the ordinals right' },
  };
}
