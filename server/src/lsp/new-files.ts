// Requests that give the text of a new file: a new report, an imported one.
import { RequestType } from 'vscode-languageserver';
import { labelStyleOf } from '../analysis/settings.ts';
import { inOrder, type KnownReport, knownReport, newReportFile } from '../features/new-report.ts';
import { isReportName } from '../features/report-file-name.ts';
import type { Forms } from '../forms/form.ts';
import { standardForms } from '../forms/index.ts';
import type { LabelStyle } from '../forms/labels.ts';
import { readReport } from '../report/bind.ts';
import { decoded } from '../text/base64.ts';
import { isTooLarge } from '../text/limits.ts';
import { reportExtensions } from '../workspace/report-files.ts';
import {
  type ImportParams,
  type ImportResult,
  importRequest,
  type NewReportParams,
  type NewReportResult,
  newReportRequest,
  type ReportNamesParams,
  type ReportNamesResult,
  type ReportsParams,
  type ReportsResult,
  reportNamesRequest,
  reportsRequest,
} from './protocol.ts';
import { workspaceFeature } from './serve.ts';
import type { Session } from './session.ts';

/** More are not offered as a beginning. */
const MOST_REPORTS = 500;

export const newReports = workspaceFeature(
  new RequestType<NewReportParams, NewReportResult | null, void>(newReportRequest),
  {
    capability: () => ({}),
    empty: null,
    async answer(session, { body, year, previousUri, previousText, folder }) {
      const text = previousText ?? (previousUri === undefined ? null : await textOf(session, previousUri));
      const language = session.language();
      const target = await formsFor(session, newIn(folder));
      if (text === null && previousUri !== undefined) {
        return { failure: { zh: '上年的报告读不了。', en: "Last year's report can't be read." }[language] };
      }
      return newReportFile({
        body,
        year,
        thisYear: new Date().getFullYear(),
        previousText: text,
        previousUri: previousUri ?? null,
        folder: folder ?? null,
        labels: await labelsFor(session, newIn(folder)),
        language,
        forms: target,
        previousForms: previousUri === undefined ? target : await formsFor(session, previousUri),
      });
    },
  },
);

export const knownReports = workspaceFeature(new RequestType<ReportsParams, ReportsResult, void>(reportsRequest), {
  capability: () => ({}),
  empty: [],
  async answer(session, { folder }, token) {
    const inside = folder.endsWith('/') ? folder : `${folder}/`;
    const uris = (await session.files.find([folder])).filter((uri) => uri.startsWith(inside));
    const found: KnownReport[] = [];
    for (const uri of uris.slice(0, MOST_REPORTS)) {
      if (token.isCancellationRequested) return [];
      const text = await textOf(session, uri);
      if (text === null || isTooLarge(text)) continue;
      found.push(knownReport(uri, readReport(text, await formsFor(session, uri))));
    }
    return inOrder(found);
  },
});

export const imports = workspaceFeature(new RequestType<ImportParams, ImportResult | null, void>(importRequest), {
  capability: () => ({}),
  empty: null,
  async answer(session, { name, uri = '', bytes, text, html }, token) {
    const source =
      bytes === undefined
        ? {
            name,
            bytes: new TextEncoder().encode(html ?? text ?? ''),
            from: html === undefined ? ('text' as const) : ('html' as const),
          }
        : { name, bytes: decoded(bytes) };
    const labels = await labelsFor(session, uri);
    const stop = new AbortController();
    token.onCancellationRequested(() => stop.abort());
    // Few sessions import anything.
    const { importFile } = await import('../features/import-report.ts');
    return importFile(source, {
      run: session.runImport,
      limits: session.importLimits(),
      signal: stop.signal,
      labels,
      language: session.language(),
    });
  },
});

export const reportNames = workspaceFeature(
  new RequestType<ReportNamesParams, ReportNamesResult, void>(reportNamesRequest),
  {
    capability: () => ({}),
    empty: [],
    answer: async (_session, { names }) => names.filter((name) => isReportName(name, standardForms().words)),
  },
);

/** A new file in a folder; one that lies nowhere where no folder is given. */
function newIn(folder: string | null | undefined): string {
  return folder ? `${folder.replace(/\/$/, '')}/${reportExtensions[0]}` : 'untitled:new';
}

/** The labels in force for a file, there or not. */
async function labelsFor(session: Session, uri: string): Promise<LabelStyle> {
  return labelStyleOf((await session.settings.of(uri)).settings);
}

/** The forms in force for a file, there or not. */
async function formsFor(session: Session, uri: string): Promise<Forms> {
  return (await session.settings.of(uri)).forms;
}

/** The text of an open document, as it is now, or of a file. */
async function textOf(session: Session, uri: string): Promise<string | null> {
  return session.documents.snapshot(uri)?.text ?? session.files.read(uri);
}
