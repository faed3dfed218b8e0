// A server's life as LSP has it: nothing is answered before `initialize` and after `shutdown`.
import { type Connection, ErrorCodes, ResponseError } from 'vscode-languageserver';

export interface Phases {
  /** Why a request isn't answered in this phase; null where it is. */
  readonly refusal: () => ResponseError<void> | null;
  /** Begins the phase in which requests are answered. Throws the answer where it has begun before. */
  readonly begin: () => void;
}

/** Follows a connection's phases, and refuses what no feature answers. */
export function followPhases(connection: Connection): Phases {
  let phase: 'new' | 'running' | 'ended' = 'new';
  const refusal = (): ResponseError<void> | null => {
    if (phase === 'new') return new ResponseError(ErrorCodes.ServerNotInitialized, 'initialize comes first');
    return phase === 'ended' ? new ResponseError(ErrorCodes.InvalidRequest, 'the server has been shut down') : null;
  };
  connection.onShutdown(() => {
    const refused = refusal();
    if (refused) throw refused;
    phase = 'ended';
  });
  connection.onRequest(
    (method: string) => refusal() ?? new ResponseError(ErrorCodes.MethodNotFound, `there is no method ${method}`),
  );
  return {
    refusal,
    begin() {
      if (phase !== 'new') throw new ResponseError(ErrorCodes.InvalidRequest, 'initialize comes once');
      phase = 'running';
    },
  };
}
