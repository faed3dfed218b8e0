// The request that gives a report, open or as a file, in another format.
import { RequestType } from 'vscode-languageserver';
import { createSnapshot } from '../features/snapshot.ts';
import { contextAround } from './context.ts';
import { type ExportParams, type ExportResult, exportRequest } from './protocol.ts';
import { workspaceFeature } from './serve.ts';

/** `nianbao/export`: a report in another format, from the open text or else its file. */
export const reportExports = workspaceFeature(new RequestType<ExportParams, ExportResult | null, void>(exportRequest), {
  capability: () => ({}),
  empty: null,
  async answer(session, { uri, format, markDraft = false }) {
    const language = session.language();
    const snapshot = session.documents.snapshot(uri) ?? (await ofFile(uri, session.files.read));
    if (!snapshot) return { failure: { zh: '这个文件读不了。', en: "The file can't be read." }[language] };
    const { exportedFile } = await import('../features/export-report.ts');
    const { snapshot: amid, settings } = await contextAround(session, snapshot);
    return exportedFile(amid, { format, settings, language, printPdf: session.printPdf, markDraft });
  },
});

async function ofFile(uri: string, read: (uri: string) => Promise<string | null>) {
  const text = await read(uri);
  return text === null ? null : createSnapshot(uri, null, text);
}
