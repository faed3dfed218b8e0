import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { pathOf, pictures } from '../../scripts/picture-list.ts';

const root = join(import.meta.dirname, '../..');
const megabyte = 1 << 20;

interface Walkthrough {
  readonly id: string;
  readonly when: string;
  readonly steps: readonly {
    readonly id: string;
    readonly title: string;
    readonly description: string;
    readonly media: { readonly image: string; readonly altText: string };
    readonly completionEvents: readonly string[];
  }[];
}

interface Welcome {
  readonly view: string;
  readonly contents: string;
  readonly when: string;
}

const { contributes } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly walkthroughs: readonly Walkthrough[];
    readonly viewsWelcome: readonly Welcome[];
  };
};
const commands = contributes.commands.map(({ command }) => command);
const [chinese, english] = contributes.walkthroughs;

describe('the walkthrough', () => {
  test('has the same steps in both languages, and each completes itself', () => {
    const steps = (walkthrough: Walkthrough | undefined) =>
      walkthrough?.steps.map(({ id, description, completionEvents }) => [id, linked(description), completionEvents]);
    expect(steps(english)).toEqual(steps(chinese));
    for (const { completionEvents } of chinese?.steps ?? []) expect(completionEvents).not.toEqual([]);
  });

  test('shows pictures that the script takes, each in its language', () => {
    for (const [language, walkthrough] of [
      ['zh', chinese],
      ['en', english],
    ] as const) {
      for (const { id, media } of walkthrough?.steps ?? []) {
        const picture = pictures.find(({ name }) => name === id);
        expect(picture && pathOf(picture, language)).toBe(media.image);
        expect(statSync(join(root, media.image)).size).toBeGreaterThan(0);
      }
    }
  });

  test('and the welcome lead to commands that there are', () => {
    const texts = [
      ...contributes.walkthroughs.flatMap(({ steps }) => steps.map(({ description }) => description)),
      ...contributes.viewsWelcome.map(({ contents }) => contents),
    ];
    const ours = texts.flatMap(linked).filter((command) => command.startsWith('nianbao.'));
    expect(ours.length).toBeGreaterThan(20);
    expect(ours.filter((command) => !commands.includes(command))).toEqual([]);
  });
});

test('the pictures leave room in the packed extension', () => {
  const packed = pictures.filter((picture) => picture.packed !== false);
  const paths = packed.flatMap((picture) => [pathOf(picture, 'zh'), pathOf(picture, 'en')]);
  expect(paths.reduce((sum, path) => sum + statSync(join(root, path)).size, 0)).toBeLessThan(megabyte);
});

function linked(text: string): readonly string[] {
  return [...text.matchAll(/\(command:([\w.]+)\)/g)].map(([, command]) => command ?? '');
}
