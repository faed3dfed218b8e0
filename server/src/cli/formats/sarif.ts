import { isAbsolute } from 'node:path';
import { pathToFileURL } from 'node:url';
import { homepage, version } from '../../../../package.json';
import type { CheckedFinding } from '../../rules/engine/check.ts';
import { fingerprints } from '../../rules/engine/fingerprint.ts';
import { type RenderedFix, render } from '../../rules/engine/render.ts';
import type { RunnableRule, Severity } from '../../rules/engine/rule.ts';
import { explanationText, rulePage } from '../../rules/engine/rule-page.ts';
import { rules } from '../../rules/index.ts';
import type { Language } from '../../text/language.ts';
import type { Range } from '../../text/line-index.ts';
import type { CheckedFile, OutputFormat } from './format.ts';

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';

const levels: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

export const sarif: OutputFormat = {
  id: 'sarif',
  description: { zh: 'SARIF 2.1.0，供代码扫描平台使用', en: 'SARIF 2.1.0, for code scanning' },
  open: ({ language }) => {
    const unread: object[] = [];
    return {
      start: () => head(language),
      file: (checked) => {
        const { findings, suppressed } = checked;
        const printed = fingerprints(checked, [...findings, ...suppressed.map(({ finding }) => finding)]);
        const kept = findings.map((finding, i) => result(checked, finding, language, printed[i] ?? ''));
        const silenced = suppressed.map(({ finding, reason }, i) => ({
          ...result(checked, finding, language, printed[findings.length + i] ?? ''),
          suppressions: [{ kind: 'inSource', ...(reason === '' ? {} : { justification: reason }) }],
        }));
        return [...kept, ...silenced].map((each) => `\n${JSON.stringify(each)}`).join(',');
      },
      between: ',',
      unreadable: (file, text) => {
        unread.push({
          level: 'error',
          message: { text },
          locations: [{ physicalLocation: { artifactLocation: artifact(file) } }],
        });
        return '';
      },
      end: () => {
        const invocation = { executionSuccessful: unread.length === 0, toolExecutionNotifications: unread };
        return `\n],"invocations":[${JSON.stringify(invocation)}]}]}\n`;
      },
    };
  },
};

/** The log up to the opening of its results, which are then written one by one. */
function head(language: Language): string {
  const driver = {
    name: 'nianbao',
    version,
    semanticVersion: version,
    informationUri: homepage,
    language: language === 'zh' ? 'zh-CN' : 'en-US',
    rules: rules.map((rule) => describe(rule, language)),
  };
  const run = JSON.stringify({ tool: { driver }, columnKind: 'utf16CodeUnits' });
  return `{"$schema":${JSON.stringify(SCHEMA)},"version":"2.1.0","runs":[${run.slice(0, -1)},"results":[`;
}

function describe(rule: RunnableRule, language: Language): object {
  return {
    id: rule.code,
    shortDescription: { text: rule.title[language] },
    fullDescription: { text: explanationText(rule, language) },
    help: { text: explanationText(rule, language), markdown: rulePage(rule, language) },
    defaultConfiguration: { level: levels[rule.severity] },
  };
}

function result(
  { file, lines }: CheckedFile,
  finding: CheckedFinding,
  language: Language,
  fingerprint: string,
): object {
  const ruleIndex = rules.findIndex((rule) => rule.code === finding.code);
  const { message, range, related, fixes } = render(finding, lines, language);
  return {
    ruleId: finding.code,
    ...(ruleIndex >= 0 ? { ruleIndex } : {}),
    level: levels[finding.severity],
    message: { text: message },
    locations: [{ physicalLocation: place(file, range) }],
    partialFingerprints: { 'nianbao/v1': fingerprint, primaryLocationLineHash: fingerprint },
    ...(related.length > 0
      ? {
          relatedLocations: related.map((each, id) => ({
            id: id + 1,
            physicalLocation: place(each.file ?? file, each.range),
            message: { text: each.message },
          })),
        }
      : {}),
    ...(fixes.length > 0 ? { fixes: fixes.map((fix) => fixObject(file, fix)) } : {}),
    properties: { severity: finding.severity, ...finding.data },
  };
}

function fixObject(file: string, { title, edits }: RenderedFix): object {
  const changes = [...Map.groupBy(edits, (edit) => edit.file ?? file)];
  return {
    description: { text: title },
    artifactChanges: changes.map(([name, replacements]) => ({
      artifactLocation: artifact(name),
      replacements: replacements.map(({ range, newText }) => ({
        deletedRegion: region(range),
        insertedContent: { text: newText },
      })),
    })),
  };
}

function place(file: string, range: Range): object {
  return { artifactLocation: artifact(file), region: region(range) };
}

function region({ start, end }: Range): object {
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}

function artifact(file: string): object {
  if (file === '-') return { uri: 'stdin' };
  if (isAbsolute(file)) return { uri: pathToFileURL(file).href };
  const parts = process.platform === 'win32' ? file.split(/[\\/]/) : file.split('/');
  return { uri: parts.map(encodeURIComponent).join('/') };
}
