// What the preview's panel and its page say to one another. Types only: both sides import this file.
import type {
  FormChange,
  Offsets,
  PreviewBlock,
  PreviewFinding,
  PreviewLink,
} from '../../../server/src/lsp/protocol.ts';

export type { FormChange, Offsets, PreviewBlock, PreviewFinding, PreviewLink };

/** `portal`: as on a web page; `paper`: as on A4. */
export type View = 'portal' | 'paper';

/** A block: its cells' places as the server gives them, and its HTML: that of the block in its place with another middle; `head` and `tail` characters of it stay. */
export interface BlockChange {
  readonly head: number;
  readonly tail: number;
  readonly middle: string;
  readonly cells: readonly number[];
}

/** What of the page has changed: the blocks from `from` up to `to` give way to `blocks`. */
export interface Change {
  /** Whether it is all of a page, whatever was shown before. */
  readonly fresh: boolean;
  readonly from: number;
  readonly to: number;
  readonly blocks: readonly BlockChange[];
  /** The places of all blocks, after the change. */
  readonly spans: readonly (Offsets | null)[];
  readonly findings: readonly PreviewFinding[];
  readonly links: readonly PreviewLink[];
  /** The version of the text. */
  readonly version: number | null;
}

/** A change in the cells of a table, which has this id in the form. */
export interface TableChange {
  readonly table: string;
  readonly change: FormChange;
}

export type ToPage =
  | ({ readonly type: 'change'; readonly uri: string; readonly locked: boolean } & Change)
  | { readonly type: 'locked'; readonly locked: boolean }
  /** `offset` is a place in the text of `version`; `focus` tells whether the page is to go there with the keyboard. */
  | {
      readonly type: 'cursor';
      readonly offset: number;
      readonly version: number;
      readonly reveal: boolean;
      readonly focus: boolean;
    }
  /** What has come of the edit with this number; where nothing has, its cells show again what the text holds. */
  | { readonly type: 'edited'; readonly id: number; readonly changed: boolean; readonly message: string | null }
  | { readonly type: 'scroll'; readonly offset: number }
  | { readonly type: 'finding'; readonly step: 1 | -1 }
  /** Another view: the one named, or the other. */
  | { readonly type: 'view'; readonly view: View | null };

export type FromPage =
  | { readonly type: 'ready' }
  /** The source of a part is wanted; `focus` tells whether to go there. */
  | { readonly type: 'source'; readonly span: Offsets; readonly focus: boolean }
  | { readonly type: 'scrolled'; readonly offset: number }
  /** What the user has typed or pasted, or wants to be filled in. */
  | { readonly type: 'edit'; readonly id: number; readonly changes: readonly TableChange[] }
  | { readonly type: 'undo' | 'redo' }
  /** The user has chosen a view. */
  | { readonly type: 'view'; readonly view: View }
  | { readonly type: 'explain'; readonly code: string };

/** What outlives a reload of the window. */
export interface PageState {
  readonly uri: string;
  readonly locked: boolean;
  readonly view: View;
  /** The place in the source that the page's top shows. */
  readonly top: number;
}

/** What the page shows in the user's language; `{0}` stands for a number. */
export interface PageTexts {
  readonly errors: string;
  readonly warnings: string;
  readonly remarks: string;
  readonly suppressed: string;
  readonly none: string;
  readonly ofAll: string;
  readonly error: string;
  readonly warning: string;
  readonly information: string;
  readonly hint: string;
  readonly ignored: string;
  readonly reason: string;
  readonly noReason: string;
  readonly explain: string;
  readonly pageNumber: string;
  /** Of a cell that can't be edited, by the reason. */
  readonly locked: Readonly<Record<'count' | 'extra' | 'repeat', string>>;
  /** Of a total: which key fills it. */
  readonly total: string;
  /** After Escape: how to leave the table. */
  readonly leave: string;
}
