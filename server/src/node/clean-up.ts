// What has to go again however the process ends, a signal included.
const actions = new Set<() => void>();
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Does `action` when the process ends before the function is called that this gives. Not for work without a pause: a
 * signal is heard only between turns of the event loop.
 */
export function cleanUpAtEnd(action: () => void): () => void {
  if (actions.size === 0) {
    process.on('exit', cleanUp);
    for (const signal of signals) process.on(signal, endBy);
  }
  actions.add(action);
  return () => {
    if (!actions.delete(action) || actions.size > 0) return;
    stopListening();
  };
}

function cleanUp(): void {
  for (const action of actions) action();
  actions.clear();
}

/** Ends as a process does that hears no signal, so that who started it sees which one it was. */
function endBy(signal: NodeJS.Signals): void {
  cleanUp();
  stopListening();
  process.kill(process.pid, signal);
}

function stopListening(): void {
  process.off('exit', cleanUp);
  for (const signal of signals) process.off(signal, endBy);
}
