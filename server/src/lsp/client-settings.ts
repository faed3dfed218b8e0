// What the client has set under `nianbao`, for each of its workspace folders.
import type { RuleSettings } from '../analysis/settings.ts';
import { labelStyle } from '../forms/labels.ts';
import { defaultLimits, type ImportLimits, limitsFrom } from '../importers/import-limits.ts';
import type { Language } from '../text/language.ts';
import { settingsFrom } from '../workspace/settings.ts';

export interface ClientSettings {
  /** The settings in force for a document: those of its workspace folder. The same object until `forget`; at once where they are known. */
  readonly of: (uri: string) => RuleSettings | Promise<RuleSettings>;
  /** The language that the settings name, or null. It is one for all folders. */
  readonly language: () => Language | null;
  /** The limits of imports, one for all folders. */
  readonly importLimits: () => ImportLimits;
  /** Takes what a client sent that can't be asked. */
  readonly set: (section: unknown) => void;
  /** What the client has set may have changed: it is asked again. */
  readonly forget: () => void;
}

/** Gives what the client has under `nianbao` for a workspace folder, or for no folder (null). */
export type AskClient = (folder: string | null) => Promise<unknown>;

interface Answer {
  readonly pending: Promise<RuleSettings>;
  known: RuleSettings | null;
}

/** `ask` is null where the client can't be asked: its settings are then what it sends, and the defaults before. */
export function clientSettings(folders: ReadonlySet<string>, ask: AskClient | null): ClientSettings {
  const answers = new Map<string | null, Answer>();
  let sent: RuleSettings = { rules: {} };
  let language: Language | null = null;
  let importLimits = defaultLimits;
  const takeGeneral = (section: unknown): void => {
    language = languageIn(section);
    importLimits = limitsIn(section);
  };

  const request = (folder: string | null, asking: AskClient): Answer => {
    const answer: Answer = {
      known: null,
      pending: asking(folder).then((section) => {
        if (folder === null && answers.get(folder) === answer) takeGeneral(section);
        answer.known = settingsIn(section);
        return answer.known;
      }),
    };
    answers.set(folder, answer);
    return answer;
  };

  /** Answers that were forgotten before they came no longer count. */
  const awaited = async (uri: string, folder: string | null, general: Answer, own: Answer): Promise<RuleSettings> => {
    await general.pending;
    const settings = await own.pending;
    return answers.get(folder) === own ? settings : client.of(uri);
  };

  const client: ClientSettings = {
    of(uri) {
      if (!ask) return sent;
      const general = answers.get(null) ?? request(null, ask);
      const folder = folderOf(uri, folders);
      const own = answers.get(folder) ?? request(folder, ask);
      return general.known && own.known ? own.known : awaited(uri, folder, general, own);
    },
    language: () => language,
    importLimits: () => importLimits,
    set(section) {
      sent = settingsIn(section);
      takeGeneral(section);
    },
    forget: () => answers.clear(),
  };
  return client;
}

/** The innermost workspace folder that holds a document, or null. */
function folderOf(uri: string, folders: ReadonlySet<string>): string | null {
  let innermost: string | null = null;
  for (const folder of folders) {
    const holds = uri.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
    if (holds && folder.length > (innermost?.length ?? 0)) innermost = folder;
  }
  return innermost;
}

function settingsIn(section: unknown): RuleSettings {
  const { rules, labels } = sectionOf(section);
  const style = labelStyle(labels);
  return style === null ? settingsFrom(rules) : { ...settingsFrom(rules), labels: style };
}

function languageIn(section: unknown): Language | null {
  const { language } = sectionOf(section);
  return language === 'zh' || language === 'en' ? language : null;
}

function limitsIn(section: unknown): ImportLimits {
  const { import: given } = sectionOf(section);
  const { timeout, memory } = sectionOf(given) as { readonly timeout?: unknown; readonly memory?: unknown };
  return limitsFrom({ seconds: timeout, megabytes: memory });
}

interface Section {
  readonly rules?: unknown;
  readonly labels?: unknown;
  readonly language?: unknown;
  readonly import?: unknown;
}

function sectionOf(section: unknown): Section {
  return typeof section === 'object' && section !== null ? section : {};
}
