import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { manPage } from '../../scripts/man-page.ts';
import { loadedCommands } from '../../server/src/cli/commands.ts';

const hasMandoc = spawnSync('mandoc', ['-T', 'lint'], { input: '' }).error === undefined;

describe.each(['zh', 'en'] as const)('the man page in %s', (language) => {
  test('tells of every command and option, and no line of text is a request', async () => {
    const page = await manPage(language);
    const plain = page
      .replace(/\\f[BIR]|\\&/g, '')
      .replaceAll('\\-', '-')
      .replaceAll('\\e', '\\');
    for (const { name, summary, options, notes } of await loadedCommands()) {
      expect(plain).toContain(`.SS nianbao ${name}`);
      expect(plain).toContain(summary[language]);
      expect(plain).toContain(notes[language]);
      for (const option of options)
        expect(plain).toContain(`--${option.name}${option.value ? ` ${option.value}` : ''}\n`);
    }
    const requests = page.split('\n').filter((line) => line.startsWith('.'));
    expect(requests.filter((line) => !/^\.(?:TH|SH|SS|TP|PP|nf|fi|ad|warn)\b/.test(line))).toEqual([]);
  });

  test.skipIf(!hasMandoc)('is well-formed', async () => {
    const { stdout } = spawnSync('mandoc', ['-T', 'lint', '-W', 'error'], {
      input: await manPage(language),
      encoding: 'utf8',
    });
    expect(stdout).toBe('');
  });
});
