// A small test runner: the same code runs in the Node and in the worker extension host, where no test framework is at hand.

export interface Case {
  readonly name: string;
  readonly body: () => Promise<void>;
}

export interface Outcome {
  readonly passed: number;
  readonly failed: number;
}

const cases: Case[] = [];
const LIMIT = 20_000;

export function test(name: string, body: () => Promise<void>): void {
  cases.push({ name, body });
}

/** Runs every case in turn and says how each ended. */
export async function runCases(say: (line: string) => void): Promise<Outcome> {
  let failed = 0;
  for (const { name, body } of cases) {
    try {
      await within(body(), name);
      say(`✓ ${name}`);
    } catch (error) {
      failed++;
      say(`✗ ${name}\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    }
  }
  return { passed: cases.length - failed, failed };
}

function within(work: Promise<void>, name: string): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new Error(`${name}: no end after ${LIMIT / 1000} s${waiting()}`)), LIMIT);
  });
  return Promise.race([work, limit]).finally(() => clearTimeout(timer));
}

let awaited: (() => string) | null = null;
const waiting = (): string => (awaited ? `; last seen: ${awaited()}` : '');

/** Names what is waited for, so that a case that never ends says what it saw last. */
export function waitingFor(seen: () => string): void {
  awaited = seen;
}

export function equal(actual: unknown, expected: unknown): void {
  const [is, shall] = [JSON.stringify(actual, null, 1), JSON.stringify(expected, null, 1)];
  if (is !== shall) throw new Error(`is ${is}, expected ${shall}`);
}

export function ok(value: unknown, message: string): asserts value {
  if (!value) throw new Error(message);
}
