import { checkTool } from './check.ts';
import { diffTool } from './diff.ts';
import { draftTool } from './draft.ts';
import { explainTool } from './explain.ts';
import { fixesTool } from './fixes.ts';
import { importTool } from './import.ts';
import { newReportTool } from './new-report.ts';
import type { Tool } from './tool.ts';

/** Every tool, in the order in which they are offered. */
export const tools: readonly Tool[] = [
  checkTool,
  fixesTool,
  explainTool,
  importTool,
  newReportTool,
  draftTool,
  diffTool,
];
