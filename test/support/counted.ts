/** A list that counts how often an item of it is looked at. */
export function counted<Item>(items: readonly Item[]): {
  readonly items: readonly Item[];
  readonly reads: () => number;
} {
  let reads = 0;
  const list = new Proxy(items, {
    get(target, key, receiver) {
      if (typeof key === 'string' && /^\d+$/.test(key)) reads++;
      return Reflect.get(target, key, receiver);
    },
  });
  return { items: list, reads: () => reads };
}

/** By how much work grows where its input has doubled: 2 is linear, 4 quadratic. */
export function growth(workOf: (size: number) => number): number {
  return workOf(800) / workOf(400);
}
