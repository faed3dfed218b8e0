import { describe, expect, test } from 'vitest';
import { defaultLimits, limitsFrom } from '../../server/src/importers/import-limits.ts';
import { type ImportThread, importsApart, type Outcome } from '../../server/src/importers/imports-apart.ts';
import { nodeImports } from '../../server/src/node/imports.ts';
import { makeDocx, p } from './make-docx.ts';
import { show } from './show.ts';

const result: Outcome = { failure: { zh: '读完', en: 'read' } };
const bytes = Uint8Array.of(1);

/** Threads whose outcome is that of the next in the list, null where they never end, and what became of them. */
function threads(...outcomes: readonly (Outcome | null)[]) {
  const left = [...outcomes];
  const said: string[] = [];
  const start = (megabytes: number): ImportThread => {
    let isAlive = true;
    said.push(`start ${megabytes}`);
    return {
      run: (_, __, done) => {
        const outcome = left.shift() ?? null;
        if (outcome === 'failed') isAlive = false;
        if (outcome) queueMicrotask(() => done(outcome));
      },
      isAlive: () => isAlive,
      stop: () => {
        isAlive = false;
        said.push('stop');
      },
    };
  };
  return { start, said };
}

const shown = async (imported: ReturnType<ReturnType<typeof importsApart>>, language: 'zh' | 'en' = 'zh') => {
  const answer = await imported;
  return 'failure' in answer ? answer.failure[language] : answer.markup;
};

describe('a thread', () => {
  test('reads one file after the other', async () => {
    const { start, said } = threads(result, result);
    const run = importsApart(start);
    await run(bytes);
    expect(await shown(run(bytes))).toBe('读完');
    expect(said).toEqual(['start 512']);
  });

  test('of its own for each of two files at once; one of them waits for the next', async () => {
    const { start, said } = threads(result, result, result);
    const run = importsApart(start);
    await Promise.all([run(bytes), run(bytes)]);
    await run(bytes);
    expect(said).toEqual(['start 512', 'start 512', 'stop']);
  });

  test('waits beside another where two may', async () => {
    const { start, said } = threads(...Array.from({ length: 6 }, () => result));
    const run = importsApart(start, null, 2);
    for (let i = 0; i < 3; i++) await Promise.all([run(bytes), run(bytes)]);
    expect(said).toEqual(['start 512', 'start 512']);
  });

  test('is another where the limit of memory is another', async () => {
    const { start, said } = threads(result, result);
    const run = importsApart(start);
    await run(bytes);
    await run(bytes, { limits: { seconds: 9, megabytes: 64 } });
    expect(said).toEqual(['start 512', 'stop', 'start 64']);
  });

  test.each([
    ['memory', /内存超过 512 MB/, /more than 512 MB/],
    ['failed', /导入中途出错/, /failed half way/],
    ['unavailable', /导入中途出错/, /failed half way/],
  ] as const)('that ends for %s is stopped and says so', async (outcome, zh, en) => {
    const { start, said } = threads(outcome, outcome);
    const run = importsApart(start);
    expect(await shown(run(bytes))).toMatch(zh);
    expect(await shown(run(bytes), 'en')).toMatch(en);
    expect(said).toEqual(['start 512', 'stop', 'start 512', 'stop']);
  });

  test('that takes too long is stopped and names its time', async () => {
    const { start, said } = threads(null);
    const run = importsApart(start);
    expect(await shown(run(bytes, { limits: { seconds: 0.01, megabytes: 512 } }))).toMatch(/读了 0.01 秒还没有读完/);
    expect(said).toEqual(['start 512', 'stop']);
  });

  test('is stopped when nobody wants its result any more, and not started when nobody does', async () => {
    const { start, said } = threads(null);
    const run = importsApart(start);
    const stop = new AbortController();
    const running = shown(run(bytes, { signal: stop.signal }));
    stop.abort();
    expect(await running).toBe('导入取消了。');
    expect(await shown(run(bytes, { signal: stop.signal }))).toBe('导入取消了。');
    expect(said).toEqual(['start 512', 'stop']);
  });

  test('that can’t be had: the file is read here', async () => {
    const run = importsApart(threads('unavailable').start, async () => ({ failure: { zh: '这里', en: 'here' } }));
    expect(await shown(run(bytes))).toBe('这里');
  });
});

test('limits that are set stay within what makes sense', () => {
  expect(limitsFrom({})).toEqual(defaultLimits);
  expect(limitsFrom({ seconds: 'x', megabytes: null })).toEqual(defaultLimits);
  expect(limitsFrom({ seconds: 0, megabytes: 1e9 })).toEqual({ seconds: 1, megabytes: 16_384 });
  expect(limitsFrom({ seconds: 90, megabytes: 256 })).toEqual({ seconds: 90, megabytes: 256 });
});

describe('on Node', { timeout: 120_000 }, () => {
  const entry = new URL('../../server/src/nianbao.ts', import.meta.url).href;
  const docx = makeDocx(
    `${p('青禾镇人民政府2023年政府信息公开工作年度报告')}${p('一、总体情况')}${p('五、存在的主要问题及改进情况')}`,
  );

  test('a worker imports, and the thread that asks goes on meanwhile', async () => {
    const run = nodeImports(entry);
    let turns = 0;
    const ticking = setInterval(() => turns++, 1);
    const imported = await run(docx, { name: 'a.docx' });
    clearInterval(ticking);
    if ('failure' in imported) throw new Error(imported.failure.zh);
    expect(imported.markup).toMatch(/^# 青禾镇人民政府2023年/m);
    expect(turns).toBeGreaterThan(3);
  });

  test('a worker that needs more memory than it may have ends alone', async () => {
    const run = nodeImports(entry);
    const much = makeDocx(p('公开').repeat(45_000));
    const limits = { seconds: 100, megabytes: 24 };
    expect(show((await run(much, { name: 'a.docx', limits })) as never)).toContain('内存超过 24 MB');
  });

  test('a worker that is stopped ends at once', async () => {
    const run = nodeImports(entry);
    const stop = new AbortController();
    const running = run(docx, { name: 'a.docx', signal: stop.signal });
    stop.abort();
    expect(show((await running) as never)).toBe('导入取消了。');
  });
});
