import type { Imported, ImportFailure, Source } from '../../server/src/importers/source.ts';

/** The blocks line by line, rows with bars; a failure as its Chinese message. */
export function show(source: Source | ImportFailure): string {
  if ('failure' in source) return source.failure.zh;
  return source.blocks.map((block) => (block.kind === 'row' ? `|${block.cells.join('|')}|` : block.text)).join('\n');
}

/** The notes, each with its kind before it. */
export function noteLines(source: Source | ImportFailure): readonly string[] {
  return 'failure' in source ? [] : source.notes.map(({ kind, message }) => `${kind}: ${message.zh}`);
}

/** The numbers of an import's tables that are in the markup, wherever. */
export function accounted({ written, commented, stray }: Imported['numbers']): number {
  return written + commented + stray;
}
