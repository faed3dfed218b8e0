// The command line: finds the command, loads its file and turns what it throws into an exit code.
import { version } from '../../../package.json';
import { readArguments } from './arguments.ts';
import { type Command, type CommandEntry, UsageError } from './command.ts';
import { commands } from './commands.ts';
import { complain } from './complain.ts';
import { type Context, exitCodes, type Io, OutputClosed } from './io.ts';
import { isLanguage, languageOf } from './language.ts';
import { messages } from './messages.ts';
import { nearestName } from './nearest-name.ts';

/** Runs the command that `argv` (without node and script) names and gives the exit code: 0, 1 where there are findings of error severity, 2 for wrong usage or files that fail, 141 where nobody reads the output any more. Never throws. */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  const { language, rest } = takeLanguage(argv);
  const context: Context = { io, language: isLanguage(language) ? language : languageOf(io.env) };
  const command = commands.find(({ name }) => name === rest[0])?.name ?? null;
  try {
    if (language !== null && !isLanguage(language)) {
      throw new UsageError(messages.unknownValue('--lang', language, ['zh', 'en']));
    }
    const code = await dispatch(context, rest);
    if (!io.stdout.failure) return code;
    await complain(io, messages.outputFailed(io.stdout.failure)[context.language]);
    return exitCodes.failure;
  } catch (error) {
    return failed(context, error, command);
  }
}

/** The help of one command, or of all where `name` is null, as `--help` prints it. */
export async function helpText(name: string | null, language: Context['language']): Promise<string> {
  const { commandHelp, generalHelp } = await import('./help.ts');
  if (name === null) return generalHelp(commands, language);
  const { summary, load } = entryOf(name);
  return commandHelp(await load(), summary, language);
}

async function dispatch(context: Context, [name, ...rest]: readonly string[]): Promise<number> {
  const { io, language } = context;
  if (name === '--version' || name === '-v' || name === '-V') {
    await io.stdout.write(`${version}\n`);
    return exitCodes.clean;
  }
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    const about = rest.find((word) => commands.some((command) => command.name === word)) ?? null;
    await (name === undefined ? io.stderr : io.stdout).write(await helpText(about, language));
    return name === undefined ? exitCodes.failure : exitCodes.clean;
  }
  if (name.startsWith('-')) throw new UsageError(messages.unknownOption(name, null));
  const command = await load(name);
  if (asksForHelp(rest)) {
    await io.stdout.write(await helpText(name, language));
    return exitCodes.clean;
  }
  return command.run(context, readArguments(rest, command.options));
}

function load(name: string): Promise<Command> {
  return entryOf(name).load();
}

function entryOf(name: string): CommandEntry {
  const entry = commands.find((command) => command.name === name);
  if (entry) return entry;
  const names = commands.map((command) => command.name);
  throw new UsageError(messages.unknownCommand(name, nearestName(name, names), names));
}

async function failed({ io, language }: Context, error: unknown, command: string | null): Promise<number> {
  if (error instanceof OutputClosed) return exitCodes.closed;
  try {
    if (error instanceof UsageError) {
      await complain(io, error.localized[language]);
      await io.stderr.write(`${messages.helpHint(command)[language]}\n`);
    } else {
      await complain(io, messages.unexpected(error)[language]);
    }
  } catch {
    // Standard error is closed: only the exit code is left to say it.
  }
  return exitCodes.failure;
}

/** Takes `--lang X` and `--lang=X` out, wherever they stand before `--`. */
function takeLanguage(argv: readonly string[]): { language: string | null; rest: readonly string[] } {
  let language: string | null = null;
  const rest: string[] = [];
  for (let i = 0; i < argv.length; i++) {
    const word = argv[i] ?? '';
    if (word === '--') return { language, rest: [...rest, ...argv.slice(i)] };
    if (word === '--lang') language = argv[++i] ?? '';
    else if (word.startsWith('--lang=')) language = word.slice('--lang='.length);
    else rest.push(word);
  }
  return { language, rest };
}

function asksForHelp(words: readonly string[]): boolean {
  const end = words.indexOf('--');
  return (end < 0 ? words : words.slice(0, end)).some((word) => word === '--help' || word === '-h');
}
