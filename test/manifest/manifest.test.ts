import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { offeredExtensions } from '../../client/src/file-names.ts';
import { parsePack, standardForms } from '../../server/src/forms/index.ts';
import { rules } from '../../server/src/rules/index.ts';
import { tools } from '../../server/src/tasks/tools/index.ts';
import { schemaOf } from '../../server/src/tasks/tools/tool.ts';
import { rosterKeys } from '../../server/src/workspace/read-roster.ts';
import { settingsKeys } from '../../server/src/workspace/read-settings.ts';
import { reportExtensions } from '../../server/src/workspace/report-files.ts';
import { packSchema } from './pack-schema.ts';
import { settingsSchema } from './settings-schema.ts';

const root = join(import.meta.dirname, '../..');
const update = process.env.UPDATE === '1';

function text(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

/** Holds a file to what it should be; `UPDATE=1` writes it. */
function hold(path: string, expected: unknown): void {
  const wanted = `${JSON.stringify(expected, null, 2)}\n`;
  if (update) writeFileSync(join(root, path), wanted);
  expect(JSON.parse(text(path))).toEqual(JSON.parse(wanted));
}

interface Manifest {
  activationEvents: string[];
  readonly contributes: {
    languageModelTools: unknown;
    readonly commands: readonly { readonly command: string; readonly category: string }[];
    readonly configuration: { readonly properties: Readonly<Record<string, { propertyNames?: { enum: string[] } }>> };
  };
}

const manifest = JSON.parse(text('package.json')) as Manifest;

describe('the tools for assistants', () => {
  test('are declared to VS Code, in its way', () => {
    const declared = tools.map((tool) => ({
      name: `nianbao_${tool.name}`,
      displayName: `%tool.${tool.name}%`,
      userDescription: `%tool.${tool.name}%`,
      modelDescription: tool.description.en,
      toolReferenceName: `nianbao-${tool.name.replaceAll('_', '-')}`,
      canBeReferencedInPrompt: true,
      icon: 'images/activity.svg',
      tags: ['nianbao'],
      inputSchema: schemaOf(tool),
    }));
    manifest.contributes.languageModelTools = declared;
    hold('package.json', manifest);
  });

  test.each([
    ['package.nls.json', 'en'],
    ['package.nls.zh-cn.json', 'zh'],
  ] as const)('have their titles in %s', (path, language) => {
    const titles = Object.fromEntries(tools.map(({ name, title }) => [`tool.${name}`, title[language]]));
    hold(path, { ...JSON.parse(text(path)), ...titles });
  });
});

describe('what is generated from the rules (UPDATE=1 npx vitest run test/manifest writes it)', () => {
  test('the schema of nianbao.json', () => {
    hold('schemas/nianbao.schema.json', settingsSchema());
    expect(Object.keys(settingsSchema().properties).sort()).toEqual([...settingsKeys].sort());
    const page = text('docs/folders.md');
    const told = [...page.matchAll(/^\| `(\w+)` \|/gm)].map(([, key]) => key);
    expect([...told, '$schema'].sort()).toEqual([...settingsKeys].sort());
    const { body } = settingsSchema().definitions;
    expect(Object.keys(body.properties)).toEqual([...rosterKeys]);
  });

  test('the schema of packs', () => {
    hold('schemas/pack.schema.json', packSchema());
    const known = Object.fromEntries(Object.keys(packSchema().properties).map((key) => [key, null]));
    expect(parsePack(known).problems.filter(({ message }) => message.en.includes('isn’t known'))).toEqual([]);
  });

  test('the codes that the setting nianbao.rules knows', () => {
    const setting = manifest.contributes.configuration.properties['nianbao.rules'];
    if (setting?.propertyNames) setting.propertyNames.enum = rules.map(({ code }) => code);
    hold('package.json', manifest);
  });

  test('what a folder holds where the extension starts by itself: reports, and files whose names look like reports', () => {
    const { titleTopics } = standardForms().words;
    const topics = titleTopics.filter((topic) => !titleTopics.some((each) => each !== topic && topic.includes(each)));
    const endings = reportExtensions.map((each) => each.slice(1)).join(',');
    const globs = [`**/*.{${endings}}`, `**/*{${topics.join(',')}}*.{${offeredExtensions.join(',')}}`];
    const others = manifest.activationEvents.filter((event) => !event.startsWith('workspaceContains:'));
    manifest.activationEvents = [...others, ...globs.map((glob) => `workspaceContains:${glob}`)];
    hold('package.json', manifest);
  });
});

/** The client's files, without what imports say. */
function sources(): readonly { readonly name: string; readonly source: string }[] {
  return readdirSync(join(root, 'client/src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => ({ name, source: text(`client/src/${name}`) }));
}

describe('texts', () => {
  const english = JSON.parse(text('package.nls.json')) as Record<string, string>;
  const chinese = JSON.parse(text('package.nls.zh-cn.json')) as Record<string, string>;

  test('of the manifest exist in both languages, and none is left over', () => {
    const used = [...new Set([...text('package.json').matchAll(/"%([\w.]+)%"/g)].map(([, key]) => key))].sort();
    expect(Object.keys(english).sort()).toEqual(used);
    expect(Object.keys(chinese).sort()).toEqual(used);
  });

  test('of the client exist in Chinese, and none is left over', () => {
    const all = sources()
      .map(({ source }) => source)
      .join('\n');
    const used = [...all.matchAll(/(?<![\w.])t\(\s*(?:'([^']+)'|"([^"]+)")/g)].map(([, key, quoted]) => key ?? quoted);
    const bundle = JSON.parse(text('client/src/texts.zh.json')) as Record<string, string>;
    expect(Object.keys(bundle).sort()).toEqual([...new Set(used)].sort());
  });

  test('of the client follow nianbao.language: nothing asks VS Code for a text, and its language is asked for once', () => {
    const asking = sources().filter(({ source }) => /\bl10n\b|env\.language/.test(source));
    expect(asking.map(({ name }) => name)).toEqual(['texts.ts']);
  });

  test('of the client that the user sees are in the list', () => {
    const shown =
      /(?:show(?:Information|Warning|Error)Message|setStatusBarMessage)\(\s*['"]\w|(?:title|placeHolder|prompt|openLabel|saveLabel|tooltip)(?::| =) ['"`](?!Nianbao['"`])\w/;
    expect(sources().flatMap(({ source }) => shown.exec(source)?.[0] ?? [])).toEqual([]);
  });
});

test('every command is found by 年报 and by nianbao, in either language of VS Code', () => {
  const categories = new Set(manifest.contributes.commands.map(({ category }) => category));
  expect([...categories]).toEqual(['%command.category%']);
  for (const file of ['package.nls.json', 'package.nls.zh-cn.json']) {
    const { 'command.category': category = '' } = JSON.parse(text(file)) as Record<string, string>;
    expect(category.toLowerCase()).toContain('nianbao');
    expect(category).toContain('年报');
  }
});

test('every command of the manifest is registered by the client, and no other', () => {
  const source = text('client/src/extension.ts');
  const table = source.slice(source.indexOf('const commands'), source.indexOf('return Object.entries(commands)'));
  const registered = [...table.matchAll(/^ {4}(\w+)(?:,|:)/gm)].map(([, name]) => `nianbao.${name}`);
  expect(registered).toEqual(manifest.contributes.commands.map(({ command }) => command));
});

test('the language configuration is JSON, and its word pattern takes a label, a number and a heading apart', () => {
  const { wordPattern } = JSON.parse(text('language-configuration.json')) as {
    wordPattern: { pattern: string; flags: string };
  };
  const words = '| （一）予以公开 | 12.5 | 第20条'.match(new RegExp(wordPattern.pattern, `g${wordPattern.flags}`));
  expect(words).toEqual(['一', '予以公开', '12.5', '第', '20', '条']);
});

test('the lock file names the packages of every platform, without which npm ci refuses to work', () => {
  const { packages } = JSON.parse(text('package-lock.json')) as {
    packages: Record<string, { optionalDependencies?: Record<string, string> }>;
  };
  const platforms = Object.values(packages).flatMap(({ optionalDependencies = {} }) =>
    Object.keys(optionalDependencies),
  );
  expect(platforms.length).toBeGreaterThan(10);
  expect(platforms.filter((name) => !packages[`node_modules/${name}`])).toEqual([]);
});
