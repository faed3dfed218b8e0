// The suite that runs inside a real VS Code: in the Node extension host, in the worker extension host and on the desktop.
import { runCases } from './cases.ts';
import './report.ts';
import './new-files.ts';
import './preview-and-export.ts';
import './tables.ts';
import './first-steps.ts';
import './checklist.ts';
import './imports.ts';
import './tasks.ts';

/** Called by VS Code. Each line that begins with a mark is a result for the runner; rejects where a case failed. */
export async function run(): Promise<void> {
  const { passed, failed } = await runCases((line) => console.log(line));
  console.log(`RESULT ${JSON.stringify({ passed, failed })}`);
  if (failed > 0) throw new Error(`${failed} failed`);
}
