import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { commands } from '../../server/src/cli/commands.ts';
import { scripts } from '../../server/src/cli/completion/index.ts';
import { formats } from '../../server/src/cli/formats/index.ts';
import { rules } from '../../server/src/rules/index.ts';
import { nianbao } from './support.ts';

const script = async (shell: string) => (await nianbao(['completion', shell])).out;
const has = (shell: string) => spawnSync(shell, ['-c', 'exit']).status === 0;
const ids = formats.map(({ id }) => id);

describe('completion', () => {
  test.each(scripts.map(({ shell }) => shell))('for %s knows every command, option and choice', async (shell) => {
    const text = await script(shell);
    for (const { name, load } of commands) {
      expect(text).toContain(name);
      for (const option of (await load()).options) {
        expect(text).toMatch(new RegExp(`--${option.name}\\b|-l ${option.name}\\b`));
        for (const choice of option.choices ?? []) expect(text).toContain(choice);
      }
    }
    for (const { code } of rules) expect(text).toContain(code);
  });

  test('says which shells there are', async () => {
    for (const words of [[], ['csh'], ['bash', 'zsh']]) {
      expect(await nianbao(['completion', ...words])).toMatchObject({ code: 2, out: '' });
    }
  });

  test('for PowerShell has no key twice in a table, in whatever case: it would not be read', async () => {
    const tables = (await script('powershell')).split(/^ {2}\$\w+ = .*@\{$/m).slice(1);
    expect(tables).toHaveLength(3);
    for (const table of tables) {
      const keys = [...table.matchAll(/^ {4}'((?:[^']|'')*)' = /gm)].map(([, key = '']) => key.toLowerCase());
      expect(keys.length).toBeGreaterThan(5);
      expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([]);
    }
  });

  test.skipIf(!has('bash'))('completes in bash', async () => {
    const text = await script('bash');
    const complete = (...words: readonly string[]) => {
      const quoted = words.map((word) => `'${word}'`).join(' ');
      const program = `${text}\ncompopt() { :; }\nCOMP_WORDS=(${quoted}); COMP_CWORD=${words.length - 1}; _nianbao; echo "\${COMPREPLY[*]}"`;
      const { stdout, stderr } = spawnSync('bash', ['-c', program], { encoding: 'utf8' });
      expect(stderr).toBe('');
      return stdout.trim().split(' ');
    };
    expect(complete('nianbao', '')).toEqual(commands.map(({ name }) => name));
    expect(complete('nianbao', '--lang', 'en', 'ch')).toEqual(['check']);
    expect(complete('nianbao', 'check', '--max')).toEqual(['--max-warnings']);
    expect(complete('nianbao', 'check', '--format', '')).toEqual(ids);
    expect(complete('nianbao', 'check', '--format', '=', 'sa')).toEqual(['sarif']);
    expect(complete('nianbao', 'explain', 'outcome-t')).toEqual(['outcome-total']);
    expect(complete('nianbao', 'check', '-o', '')).toEqual(['']);
    expect(complete('nianbao', 'check', '')).toEqual(['']);
  });

  test.skipIf(!has('fish'))('completes in fish', async () => {
    const text = await script('fish');
    const complete = (line: string) => {
      const { stdout, stderr } = spawnSync('fish', ['--no-config', '-c', `${text}\ncomplete -C '${line}'`], {
        encoding: 'utf8',
      });
      expect(stderr).toBe('');
      return stdout
        .trim()
        .split('\n')
        .map((each) => each.split('\t')[0]);
    };
    expect(complete('nianbao ch')).toEqual(['check']);
    expect(complete('nianbao check --format ').sort()).toEqual([...ids].sort());
    expect(complete('nianbao explain outcome-t')).toEqual(['outcome-total']);
    expect(complete('nianbao check --max')).toEqual(['--max-warnings']);
  });

  test.skipIf(!has('zsh'))('completes in zsh', async () => {
    const program = `zmodload zsh/zpty; zpty z zsh -f -i
zpty -w z 'PS1=; autoload -U compinit && compinit -u -D; source =(print -r -- $NIANBAO_SCRIPT); print rea""dy'
zpty -r -m z seen '*ready*'
zpty -n -w z $'nianbao check --format sa\\t--max\\t#\\n'
zpty -r -m z seen '*#*command not found*'; print -r -- $seen`;
    const env = { ...process.env, TERM: 'dumb', NIANBAO_SCRIPT: await script('zsh') };
    const { stdout } = spawnSync('zsh', ['-f', '-c', program], { encoding: 'utf8', env, timeout: 20_000 });
    expect(stdout).toMatch(/--format sarif .*--max-warnings/s);
  });

  test.skipIf(!has('pwsh'))('completes in PowerShell', async () => {
    const line = 'nianbao check --format sa';
    const program = `${await script('powershell')}\n([System.Management.Automation.CommandCompletion]::CompleteInput('${line}', ${line.length}, $null)).CompletionMatches.CompletionText`;
    const { stdout } = spawnSync('pwsh', ['-NoProfile', '-Command', program], { encoding: 'utf8' });
    expect(stdout.trim()).toBe('sarif');
  });
});
