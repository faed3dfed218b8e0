// Requests of completion: what can stand at the cursor, and what there is to read about the item that is shown.
import { type CompletionItem, CompletionRequest, CompletionResolveRequest } from 'vscode-languageserver';
import type { ItemData } from '../features/candidates.ts';
import { asksForReports } from '../features/complete-front-matter.ts';
import { type CompletionOptions, completion, documentationOf, triggerCharacters } from '../features/completion.ts';
import { contextOf, type DocumentContext } from './context.ts';
import { reportsOfFolders } from './known-reports.ts';
import { documentFeature, documentUri, workspaceFeature } from './serve.ts';

export const completions = documentFeature(CompletionRequest.type, {
  capability: ({ resolvesDocumentation }) => ({
    completionProvider: { triggerCharacters: [...triggerCharacters], resolveProvider: resolvesDocumentation },
  }),
  empty: null,
  uriOf: documentUri,
  async answer(context, { position }) {
    const { session, snapshot } = context;
    const offset = snapshot.lines.offsetAt(position);
    const reports = asksForReports(snapshot, offset) ? await reportsOfFolders(session) : [];
    return completion(snapshot, { ...optionsOf(context, offset), reports });
  },
});

/** Answers the item itself where its document has gone or has nothing to say of it any more. */
export const completionDocumentation = workspaceFeature(CompletionResolveRequest.type, {
  capability: () => ({}),
  empty: { label: '' },
  async answer(session, item): Promise<CompletionItem> {
    if (!isItemData(item.data)) return item;
    const { uri, offset } = item.data;
    const context = await contextOf(session, uri);
    const text = context && documentationOf(context.snapshot, item.label, optionsOf(context, offset));
    return text ? { ...item, documentation: text } : item;
  },
});

function optionsOf({ session, settings }: DocumentContext, offset: number): CompletionOptions {
  const { snippets, resolvesDocumentation } = session.traits;
  return { offset, settings, language: session.language(), snippets, resolvesDocumentation };
}

function isItemData(data: unknown): data is ItemData {
  if (typeof data !== 'object' || data === null) return false;
  const { uri, offset } = data as Partial<Record<keyof ItemData, unknown>>;
  return typeof uri === 'string' && typeof offset === 'number';
}
