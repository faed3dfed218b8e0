import { parseArgs } from 'node:util';
import { type Arguments, type Option, UsageError } from './command.ts';
import { messages } from './messages.ts';
import { nearestName } from './nearest-name.ts';

/** Reads a command's arguments. Throws `UsageError` for an unknown option, a missing or a surplus value, an empty word. */
export function readArguments(argv: readonly string[], options: readonly Option[]): Arguments {
  const { tokens } = parseArgs({
    args: [...argv],
    options: Object.fromEntries(options.map((option) => [option.name, shape(option)])),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const operands: string[] = [];
  const flags = new Set<string>();
  const values = new Map<string, string>();
  const lists = new Map<string, readonly string[]>();
  for (const token of tokens) {
    if (token.kind === 'positional') {
      if (token.value === '') throw new UsageError(messages.emptyOperand());
      operands.push(token.value);
    }
    if (token.kind !== 'option') continue;
    const option = known(token.name, token.rawName, options);
    if (option.value === undefined) {
      if (token.value !== undefined) throw new UsageError(messages.surplusValue(token.rawName));
      flags.add(option.name);
    } else {
      const value = checkedValue(option, token.rawName, givenValue(token));
      values.set(option.name, value);
      if (option.repeatable) lists.set(option.name, [...(lists.get(option.name) ?? []), value]);
    }
  }
  return { operands, flags, values, lists };
}

function shape({ short, value }: Option): { type: 'string' | 'boolean'; short?: string } {
  return { type: value === undefined ? 'boolean' : 'string', ...(short ? { short } : {}) };
}

function known(name: string, written: string, options: readonly Option[]): Option {
  const option = options.find((candidate) => candidate.name === name);
  if (option) return option;
  const names = options.map((candidate) => candidate.name);
  const near = nearestName(name, names);
  throw new UsageError(messages.unknownOption(written, near === null ? null : `--${near}`));
}

/** A word that looks like an option is no value: `-o --format json` lacks the name of a file. */
function givenValue({
  value,
  inlineValue,
}: {
  readonly value?: string | undefined;
  readonly inlineValue?: boolean | undefined;
}) {
  return inlineValue !== true && value !== undefined && /^--?[a-z]/i.test(value) ? undefined : value;
}

function checkedValue(
  { value: placeholder = '', choices }: Option,
  written: string,
  value: string | undefined,
): string {
  if (value === undefined || value === '') throw new UsageError(messages.missingValue(written, placeholder));
  if (choices && !choices.includes(value)) throw new UsageError(messages.unknownValue(written, value, choices));
  return value;
}

/** The non-negative whole number that `text` is. Throws `UsageError` for anything else. */
export function readCount(option: string, text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new UsageError(messages.notACount(option, text));
  return Number(text);
}
