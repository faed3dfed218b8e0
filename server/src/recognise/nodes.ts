import type { SearchStep, State, Step } from './steps.ts';

/** A reading up to a place. */
export interface Node {
  readonly at: number;
  readonly cost: number;
  readonly state: State;
  readonly before: Node | null;
  readonly step: Step | null;
}

/** Readings that cost more than that above the cheapest, and more of them than that, are given up. */
const MARGIN = 16;
const WIDTH = 24;

/** The steps that lead to a node. */
export function traced(last: Node): readonly SearchStep[] {
  const steps: SearchStep[] = [];
  for (let node: Node | null = last; node?.before && node.step; node = node.before)
    steps.push({ from: node.before.at, to: node.at, step: node.step });
  return steps.reverse();
}

/** The readings worth going on with, the cheapest first. */
export function pruned(here: ReadonlyMap<number, Node>): readonly Node[] {
  const nodes = [...here.values()].sort((a, b) => a.cost - b.cost);
  const limit = (nodes[0]?.cost ?? 0) + MARGIN;
  return nodes.slice(0, WIDTH).filter(({ cost }) => cost <= limit);
}
