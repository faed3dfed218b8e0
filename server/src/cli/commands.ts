import type { Command } from './command.ts';

interface CommandEntry {
  readonly name: string;
  /** Loads the command's file, and with it all that the command needs. */
  readonly load: () => Promise<Command>;
}

/** The commands that exist, in the order of the help. */
export const commands: readonly CommandEntry[] = [
  { name: 'check', load: async () => (await import('./commands/check.ts')).check },
  { name: 'explain', load: async () => (await import('./commands/explain.ts')).explain },
  { name: 'format', load: async () => (await import('./commands/format.ts')).format },
  { name: 'import', load: async () => (await import('./commands/import.ts')).importCommand },
  { name: 'export', load: async () => (await import('./commands/export.ts')).exportCommand },
  { name: 'new', load: async () => (await import('./commands/new.ts')).newCommand },
  { name: 'mcp', load: async () => (await import('./commands/mcp.ts')).mcp },
  { name: 'completion', load: async () => (await import('./commands/completion.ts')).completion },
  { name: 'lsp', load: async () => (await import('./commands/lsp.ts')).lsp },
];
