/** How many of a run are under way at a time: one while no more than `alone` are done, then `atOnce`. */
export interface Pace {
  readonly atOnce: number;
  readonly alone: number;
}

/** What `work` makes of values, in their order, while it goes on with the next ones. Throws where `work` does, in its turn. */
export async function* inOrder<Value, Result>(
  values: AsyncIterable<Value>,
  { atOnce, alone }: Pace,
  work: (value: Value) => Promise<Result>,
): AsyncGenerator<readonly [Value, Result]> {
  const left = values[Symbol.asyncIterator]();
  const next = async (): Promise<readonly [Value, Result] | null> => {
    const { done, value } = await left.next();
    return done ? null : [value, await work(value)];
  };
  const underWay: Promise<readonly [Value, Result] | null>[] = [];
  for (let done = 0; ; done++) {
    while (underWay.length < (done < alone ? 1 : atOnce)) {
      const one = next();
      // Whoever waits for it hears of what goes wrong.
      one.catch(() => {});
      underWay.push(one);
    }
    const result = await underWay.shift();
    if (!result) return;
    yield result;
  }
}
