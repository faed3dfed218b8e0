import * as vscode from 'vscode';

/** What takes longer, in milliseconds, can be stopped. */
const LONG = 2000;

/** Shows in the status bar that something is being done, and where it takes long a message with a button that stops it. */
export async function stoppable<Result>(
  title: string,
  work: (token: vscode.CancellationToken) => Promise<Result>,
): Promise<Result> {
  const stop = new vscode.CancellationTokenSource();
  const result = work(stop.token);
  const done = result.then(
    () => undefined,
    () => undefined,
  );
  const timer = setTimeout(() => {
    const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
    void vscode.window.withProgress(options, (_, token) => {
      token.onCancellationRequested(() => stop.cancel());
      return done;
    });
  }, LONG);
  try {
    return await vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title }, () => result);
  } finally {
    clearTimeout(timer);
    stop.dispose();
  }
}
