/** What each room may import besides itself; arrows are transitive. `server/src/*.ts` put the rooms together and know all. */
export const arrows: Readonly<Record<string, readonly string[]>> = {
  text: [],
  forms: ['text'],
  syntax: ['text'],
  figures: ['forms'],
  recognise: ['syntax', 'figures'],
  report: ['recognise'],
  analysis: ['report'],
  importers: ['report'],
  workspace: ['analysis'],
  exporters: ['analysis'],
  rules: ['workspace'],
  tasks: ['rules', 'importers', 'exporters'],
  features: ['tasks'],
  node: ['workspace', 'importers'],
  cli: ['tasks', 'node'],
  mcp: ['tasks', 'node'],
  lsp: ['features', 'node'],
};

/** All that a room may know: where its arrows lead, and theirs. */
export function known(room: string, of: Readonly<Record<string, readonly string[]>> = arrows): ReadonlySet<string> {
  const reached = new Set([room]);
  for (const each of reached) for (const next of of[each] ?? []) reached.add(next);
  return reached;
}
