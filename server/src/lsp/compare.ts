// The request that compares a report with last year's.
import { RequestType } from 'vscode-languageserver';
import { createSnapshot } from '../features/snapshot.ts';
import type { Localized } from '../text/language.ts';
import { contextAround } from './context.ts';
import { type CompareParams, type CompareResult, compareRequest } from './protocol.ts';
import { workspaceFeature } from './serve.ts';
import type { Session } from './session.ts';

const unread: Localized = { zh: '这个文件读不了。', en: "The file can't be read." };
const noPrevious: Localized = {
  zh: '没有找到上年的报告。请在开头写“上年: 文件名”，或选一份来比较。',
  en: "Last year's report was not found. Name it after 上年 in the front matter, or choose a report.",
};

/** `nianbao/compare`: the page of a report, open or as a file, beside another one or last year's. */
export const comparisons = workspaceFeature(
  new RequestType<CompareParams, CompareResult | null, void>(compareRequest),
  {
    capability: () => ({}),
    empty: null,
    async answer(session, { uri, previousUri }) {
      const language = session.language();
      const after = await snapshotOf(session, uri);
      if (!after) return { failure: unread[language] };
      const source = previousUri ?? after.subject().previous?.source;
      if (source === undefined) return { failure: noPrevious[language], isUnknown: true };
      const before = await snapshotOf(session, source);
      if (!before) return { failure: unread[language] };
      const { diffPage } = await import('../tasks/diff-html.ts');
      return { html: diffPage(before.report, after.report, [nameOf(source), nameOf(uri)], language) };
    },
  },
);

async function snapshotOf(session: Session, uri: string) {
  const open = session.documents.snapshot(uri);
  const text = open ? null : await session.files.read(uri);
  const plain = open ?? (text === null ? null : createSnapshot(uri, null, text));
  return plain && (await contextAround(session, plain)).snapshot;
}

function nameOf(uri: string): string {
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
