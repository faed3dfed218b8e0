import { defaultSettings } from '../../server/src/analysis/settings.ts';
import { diagnostics } from '../../server/src/features/diagnostics.ts';
import { createSnapshot } from '../../server/src/features/snapshot.ts';

const options = { settings: defaultSettings, language: 'zh', relatedInformation: true } as const;

/** What an engine finds in a text of which it has seen no earlier one, as JSON. */
export function diagnosticsAsSent(uri: string, version: number, text: string): string {
  return JSON.stringify(diagnostics(createSnapshot(uri, version, text), options));
}
