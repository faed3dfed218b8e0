// The one wrapper for every request: document, snapshot, settings, cancellation, exceptions.
import {
  type CancellationToken,
  ErrorCodes,
  LSPErrorCodes,
  ResponseError,
  type ServerCapabilities,
} from 'vscode-languageserver';
import type { ClientTraits } from './client-traits.ts';
import { contextOf, type DocumentContext } from './context.ts';
import type { Phases } from './phases.ts';
import { wrongParameter } from './request-params.ts';
import type { Session } from './session.ts';
import type { WarmUp } from './warm-up.ts';

/** A kind of request that the server answers. */
export interface Feature {
  readonly method: string;
  readonly capability: (traits: ClientTraits) => Partial<ServerCapabilities>;
  /** What is answered where the document isn't open or the answer can't be made. */
  readonly empty: unknown;
  readonly handle: (session: Session, params: unknown, token: CancellationToken) => unknown;
}

interface FeatureParts<Params, Result> {
  readonly capability: (traits: ClientTraits) => Partial<ServerCapabilities>;
  readonly empty: Result;
  readonly uriOf: (params: Params) => string;
  readonly answer: (context: DocumentContext, params: Params) => Result | Promise<Result>;
}

interface OfDocument {
  readonly textDocument: { readonly uri: string };
}

/** Which document LSP's requests about one are about. */
export const documentUri = ({ textDocument }: OfDocument): string => textDocument.uri;

/** How the project's own requests begin. Who sends them looks at versions, so the newest text will do. */
const OWN = 'nianbao/';

/**
 * A feature that answers from the snapshot of one open document. LSP's requests speak of places in the text that they were sent
 * with: where the document changes while one waits for settings or files, it is refused before any work is done.
 */
export function documentFeature<Params, Result>(
  { method }: { readonly method: string; readonly _?: readonly [Params, Result, unknown, unknown] | undefined },
  { capability, empty, uriOf, answer }: FeatureParts<Params, Result>,
): Feature {
  return {
    method,
    capability,
    empty,
    async handle(session, sent, token) {
      const params = sent as Params;
      const uri = uriOf(params);
      if (typeof uri !== 'string') throw invalid('uri');
      const version = session.documents.snapshot(uri)?.version;
      const context = await contextOf(session, uri);
      if (context && context.snapshot.version !== version && !method.startsWith(OWN)) throw contentModified();
      return context && !token.isCancellationRequested ? answer(context, params) : empty;
    },
  };
}

/** A feature that answers from more than one document. */
export function workspaceFeature<Params, Result>(
  { method }: { readonly method: string; readonly _?: readonly [Params, Result, unknown, unknown] | undefined },
  parts: {
    readonly capability: Feature['capability'];
    readonly empty: Result;
    readonly answer: (session: Session, params: Params, token: CancellationToken) => Promise<Result>;
  },
): Feature {
  const { capability, empty, answer } = parts;
  return { method, capability, empty, handle: (session, params, token) => answer(session, params as Params, token) };
}

/** Answers the requests of every feature. A cancelled one gets an error, one that throws its empty answer and a line in the log; a thrown `ResponseError` is the answer. */
export function serve(session: Session, features: readonly Feature[], phases: Phases, warming: WarmUp): void {
  for (const feature of features) {
    session.connection.onRequest(feature.method, async (params: unknown, token: CancellationToken) => {
      warming.wait();
      if (token.isCancellationRequested) return cancelled();
      const refused = phases.refusal() ?? unfit(feature.method, params);
      if (refused) return refused;
      let result = feature.empty;
      try {
        result = await feature.handle(session, params, token);
      } catch (error) {
        if (error instanceof ResponseError) return error;
        session.log(feature.method, error);
      }
      return token.isCancellationRequested ? cancelled() : result;
    });
  }
}

function unfit(method: string, params: unknown): ResponseError<void> | null {
  const wrong = wrongParameter(method, params);
  return wrong === null ? null : invalid(wrong);
}

function invalid(parameter: string): ResponseError<void> {
  return new ResponseError(ErrorCodes.InvalidParams, `${parameter} is missing or isn't what it should be`);
}

function contentModified(): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.ContentModified, 'the document has changed');
}

function cancelled(): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
}
