import { describe, expect, test } from 'vitest';
import { version } from '../../package.json';
import { commands } from '../../server/src/cli/commands.ts';
import { helpText } from '../../server/src/cli/main.ts';
import { nianbao } from './support.ts';

const names = commands.map(({ name }) => name);

test('--version says the version and nothing else', async () => {
  expect(await nianbao(['--version'])).toEqual({ code: 0, out: `${version}\n`, err: '' });
});

describe('help', () => {
  test.each([['--help'], ['-h'], ['help']])('%s lists the commands', async (word) => {
    const { code, out, err } = await nianbao([word]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    for (const name of names) expect(out).toMatch(new RegExp(`^  ${name} `, 'm'));
  });

  test('names no command that does not exist', async () => {
    const { out } = await nianbao(['--help', '--lang', 'en']);
    const listed = [...out.matchAll(/^ {2}([a-z-]+) {2,}/gm)].map((match) => match[1]);
    expect(listed).toEqual(names);
  });

  test.each(names)('%s has its own, in both languages', async (name) => {
    const zh = await nianbao([name, '--help']);
    const en = await nianbao([name, '--help', '--lang', 'en']);
    expect([zh.code, en.code, zh.err, en.err]).toEqual([0, 0, '', '']);
    expect(zh.out).toContain(`nianbao ${name}`);
    expect(zh.out).toMatch(/用法/);
    expect(en.out).toMatch(/Usage/);
    expect(en.out.replaceAll('*.年报', '').replaceAll('error｜warning｜information｜hint｜off', '')).not.toMatch(
      /[\u3000-\u9fff\uff00-\uffef]/,
    );
    expect(await helpText(name, 'zh')).toBe(zh.out);
  });

  test('without a command goes to standard error', async () => {
    const { code, out, err } = await nianbao([]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('check');
  });
});

describe('the language', () => {
  const inChinese = async (env: Record<string, string>) => (await nianbao(['--help'], { env })).out.includes('用法');

  test.each([
    [{}, true],
    [{ LANG: 'C' }, true],
    [{ LANG: 'C.UTF-8' }, true],
    [{ LANG: 'POSIX' }, true],
    [{ LANG: 'zh_CN.UTF-8' }, true],
    [{ LANG: 'zh_TW' }, true],
    [{ LANG: 'en_US.UTF-8' }, false],
    [{ LANG: 'de_DE.UTF-8' }, false],
    [{ LANG: 'zh_CN.UTF-8', LC_MESSAGES: 'en_US.UTF-8' }, false],
    [{ LANG: 'en_US.UTF-8', LC_ALL: 'zh_CN.UTF-8' }, true],
    [{ LANG: 'zh_CN.UTF-8', LC_ALL: '' }, true],
  ])('%j: Chinese is %s', async (env, chinese) => {
    expect(await inChinese(env as Record<string, string>)).toBe(chinese);
  });

  test.each([
    [['--lang', 'en', 'explain', '--help']],
    [['explain', '--lang=en', '--help']],
    [['explain', '--help', '--lang', 'en']],
  ])('%j is English whatever the locale', async (argv) => {
    expect((await nianbao(argv, { env: { LANG: 'zh_CN' } })).out).toContain('Usage');
  });

  test('another than zh and en is refused', async () => {
    const { code, out, err } = await nianbao(['--lang', 'fr', '--help']);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('zh、en');
  });
});

describe('wrong usage is said on standard error, exit code 2', () => {
  test.each([
    [['chek'], /没有「chek」这个命令。是不是要用 check？现有命令：check、explain、format、/],
    [['format'], /没有写文件/],
    [['format', ''], /有一个文件名是空的/],
    [['check', '--fix', ''], /有一个文件名是空的/],
    [['check', 'a.nianbao', ''], /有一个文件名是空的/],
    [['export', '--to', 'html', ''], /有一个文件名是空的/],
    [['import', ''], /有一个文件名是空的/],
    [['new', ''], /有一个文件名是空的/],
    [['explain', ''], /有一个文件名是空的/],
    [['check', '-o', ''], /-o 后面要写 FILE/],
    [['new', '--from='], /--from 后面要写 FILE/],
    [[''], /没有「」这个命令/],
    [['check', '--fix'], /没有写文件/],
    [['import'], /没有写文件/],
    [['import', 'a.docx', 'b.docx'], /要用 -o 写明放结果的文件夹/],
    [['import', '--from', 'doc', 'a.doc'], /--from 不能是「doc」，只能是：text、html、docx、pdf/],
    [['--check'], /没有 --check 这个选项/],
    [['check', '--fromat', 'json'], /没有 --fromat 这个选项。是不是要用 --format？/],
    [['check', '-x'], /没有 -x 这个选项/],
    [['check', '--format', 'xml'], /--format 不能是「xml」，只能是：pretty、json/],
    [['check', '--format'], /--format 后面要写 FORMAT/],
    [['check', '--quiet=yes'], /--quiet 后面不带值/],
    [['check', '-o', '--format', 'json'], /-o 后面/],
    [['check', '--max-warnings', '-q'], /--max-warnings 后面/],
    [['check', '--max-warnings', '-1'], /--max-warnings 后面要写 0 或正整数/],
    [['check', '--max-warnings', '1.5'], /--max-warnings 后面要写 0 或正整数/],
    [['export', 'a.nianbao'], /--to 说明格式：html、docx/],
    [['export', '--to', 'odt', 'a.nianbao'], /--to 不能是「odt」/],
    [['export', '--to', 'csv'], /没有写文件/],
    [['lsp'], /nianbao lsp --stdio/],
  ])('%j', async (argv, message) => {
    const { code, out, err } = await nianbao(argv);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(message);
    expect(err).toMatch(/用法见 nianbao .*--help/);
    expect((await nianbao([...argv, '--lang', 'en'])).err).toMatch(/^nianbao: .*\nSee nianbao .*--help\.\n$/);
  });
});

test('lsp --stdio starts the server and ends with its exit code', async () => {
  expect(await nianbao(['lsp', '--stdio', '--clientProcessId=1'], { serve: async () => 7 })).toEqual({
    code: 7,
    out: '',
    err: '',
  });
});

test('a closed output ends the run without a message', async () => {
  const { OutputClosed } = await import('../../server/src/cli/io.ts');
  const { run } = await import('../../server/src/cli/main.ts');
  let err = '';
  const closed = () => {
    throw new OutputClosed();
  };
  const code = await run(['--version'], {
    stdout: { write: closed, isTerminal: false, columns: undefined },
    stderr: {
      write: (text) => {
        err += text;
      },
      isTerminal: false,
      columns: undefined,
    },
    stdin: async () => new Uint8Array(),
    env: {},
    cwd: '.',
  });
  expect({ code, err }).toEqual({ code: 141, err: '' });
});
