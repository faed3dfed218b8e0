import type { Workspace } from '../../server/src/workspace/workspace.ts';

export interface MemoryWorkspace extends Workspace {
  /** Puts a file there, changes it or (null) takes it away, and tells. */
  readonly write: (source: string, text: string | null) => void;
  /** What was read so far, in order. */
  readonly reads: string[];
}

/** Files in memory by their paths or URIs. */
export function memoryWorkspace(files: Readonly<Record<string, string>>): MemoryWorkspace {
  const texts = new Map(Object.entries(files));
  const listeners: Parameters<Workspace['changed']>[0][] = [];
  const reads: string[] = [];
  return {
    reads,
    async read(source) {
      reads.push(source);
      return texts.get(source) ?? null;
    },
    find: async (folders, depth = Number.POSITIVE_INFINITY) =>
      [...texts.keys()].filter((source) =>
        folders.some((folder) => {
          const inside = source.startsWith(`${folder}/`) ? source.slice(folder.length + 1) : null;
          return inside !== null && /\.(?:nianbao|年报)$/.test(source) && inside.split('/').length <= depth;
        }),
      ),
    changed: (hear) => void listeners.push(hear),
    write(source, text) {
      if (text === null) texts.delete(source);
      else texts.set(source, text);
      for (const hear of listeners) hear(source);
    },
  };
}
