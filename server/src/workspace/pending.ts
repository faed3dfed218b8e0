// Values that may be known already: nothing waits for what is there.

export type Pending<Value> = Value | Promise<Value>;

/** Goes on with a value, at once where it is there. */
export function whenKnown<Value, Result>(
  value: Pending<Value>,
  goOn: (value: Value) => Pending<Result>,
): Pending<Result> {
  return value instanceof Promise ? value.then(goOn) : goOn(value);
}

/** All values together, at once where all are there. */
export function allKnown<Value>(values: readonly Pending<Value>[]): Pending<readonly Value[]> {
  const known = values.filter((value): value is Value => !(value instanceof Promise));
  return known.length === values.length ? known : Promise.all(values);
}
