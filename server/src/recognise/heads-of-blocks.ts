import type { BlockDefinition } from '../forms/edition.ts';
import type { FormTable } from '../forms/form.ts';
import { knownCorners, knownLabels } from '../forms/labels.ts';
import { spelt } from './stream.ts';

/** Whether a head stands over other blocks of a table only: values below it are none of this block's rows. */
export function isOverOthers(head: string, block: BlockDefinition, table: FormTable): boolean {
  const blocks = table.derived(blocksByHead).get(head);
  return blocks !== undefined && !blocks.has(block);
}

function blocksByHead(table: FormTable): ReadonlyMap<string, ReadonlySet<BlockDefinition>> {
  const byHead = new Map<string, Set<BlockDefinition>>();
  for (const block of table.blocks) {
    const columns = table.columnsOf(block).flatMap(knownLabels);
    for (const head of [...columns, ...knownCorners(block)].map(spelt))
      byHead.set(head, (byHead.get(head) ?? new Set()).add(block));
  }
  return byHead;
}
