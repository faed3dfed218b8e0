// The desk of all reports in the workspace's folders. Types only, as in `protocol.ts`.
import type { Range } from './protocol-tables.ts';

/** Client → server: the state of every body's report of a year; null where there are no reports. */
export const deskRequest = 'nianbao/desk';
export interface DeskParams {
  /** The newest year that is reported for where it is left out. */
  readonly year?: number;
  /** Findings of this rule alone; of all where it is null or left out. */
  readonly rule?: string | null;
  readonly sort?: 'state' | 'count' | 'name';
}
export interface DeskTree {
  readonly title: string;
  readonly year: number | null;
  /** How many bodies aren't passed. */
  readonly open: number;
  readonly states: readonly DeskStateItem[];
  readonly rules: readonly { readonly code: string; readonly title: string; readonly findings: number }[];
}
export interface DeskStateItem {
  readonly state: 'missing' | 'revise' | 'verify' | 'passed';
  readonly label: string;
  readonly count: number;
  readonly bodies: readonly DeskBodyItem[];
}
export interface DeskBodyItem {
  readonly body: string;
  readonly uri: string | null;
  readonly detail: string;
  readonly findings: readonly DeskFindingItem[];
}
export interface DeskFindingItem {
  readonly code: string;
  readonly label: string;
  readonly detail: string;
  readonly severity: 'error' | 'warning' | 'information' | 'hint';
  readonly range: Range;
}
