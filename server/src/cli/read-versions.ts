import { resolve } from 'node:path';
import { readReport as bindReport } from '../report/bind.ts';
import type { Report } from '../report/report.ts';
import type { Localized } from '../text/language.ts';
import type { Found } from './find-reports.ts';
import type { Context } from './io.ts';
import { type ReadReport, readReport } from './read-reports.ts';
import { SettingsFiles, settingsFaults } from './settings-files.ts';

/** What git names where a file is missing in one version. */
const NO_FILE = ['/dev/null', 'nul', 'NUL'];

export interface ReadVersion {
  readonly name: string;
  readonly report: Report;
}

/** The reports that operands name, each bound with the settings around it; `-` is standard input, no file an empty report. */
export async function readVersions(
  context: Context,
  operands: readonly string[],
): Promise<{
  readonly versions: readonly ReadVersion[];
  readonly failures: readonly { readonly name: string; readonly message: Localized }[];
}> {
  const { io } = context;
  const faults = settingsFaults(context);
  const settings = new SettingsFiles(io.cwd, faults.hear);
  const read: readonly ReadReport[] = await Promise.all(operands.map((name) => readOne(name, context)));
  const versions: ReadVersion[] = [];
  for (const each of read) {
    if (each.kind !== 'text') continue;
    const { forms } = await settings.of(each.path);
    versions.push({ name: each.name, report: bindReport(each.text, forms) });
  }
  await faults.tell();
  return { versions, failures: read.flatMap((each) => (each.kind === 'failure' ? [each] : [])) };
}

async function readOne(name: string, { io }: Context): Promise<ReadReport> {
  const path = resolve(io.cwd, name);
  if (NO_FILE.includes(name)) return { kind: 'text', name, path, text: '', hasMark: false };
  const found: Found = name === '-' ? { kind: 'standard-input' } : { kind: 'file', name, path };
  return readReport(found, io);
}
