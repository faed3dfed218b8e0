// What an answer about a report is made from: its text, what is around it, its settings.
import type { RuleSettings } from '../analysis/settings.ts';
import type { Snapshot } from '../features/snapshot.ts';
import { looksForCopies } from '../rules/copied-text.ts';
import { noNeighbours } from '../workspace/neighbours.ts';
import { type Pending, whenKnown } from '../workspace/pending.ts';
import type { InForce } from '../workspace/settings.ts';
import type { Session } from './session.ts';

export interface DocumentContext {
  readonly session: Session;
  /** Read with the forms in force, among the reports that its front matter names. */
  readonly snapshot: Snapshot;
  readonly settings: RuleSettings;
  /** What its findings depend on beside its text. */
  readonly stamp: string;
}

/** The context of an open document at its present version, null where it isn't open. At once where all of it is known. */
export function contextOf(session: Session, uri: string): Pending<DocumentContext | null> {
  const snapshot = session.documents.snapshot(uri);
  if (!snapshot) return null;
  const context = contextAround(session, snapshot);
  if (!(context instanceof Promise)) return context;
  return context.then((ready) => (session.documents.snapshot(uri) === snapshot ? ready : contextOf(session, uri)));
}

/** The context of a text, open or not; `whole` waits until its folder is known. */
export function contextAround(session: Session, snapshot: Snapshot, whole = false): Pending<DocumentContext> {
  return whenKnown(session.settings.of(snapshot.uri), (inForce) => contextUnder(session, snapshot, inForce, whole));
}

function contextUnder(
  session: Session,
  plain: Snapshot,
  { settings, forms, governing }: InForce,
  whole: boolean,
): Pending<DocumentContext> {
  const snapshot = plain.under(forms);
  const { neighbours, allNeighbours } = session.reports;
  const around = snapshot.tooLarge
    ? noNeighbours
    : (whole ? allNeighbours : neighbours)(
        snapshot.report,
        snapshot.uri,
        governing,
        looksForCopies(settings, snapshot.report),
      );
  return whenKnown(around, (among) => ({
    session,
    settings,
    snapshot: snapshot.among(among),
    stamp: [session.stamp(), among.mark].filter((mark) => mark !== '').join('.'),
  }));
}
