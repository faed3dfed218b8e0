/** Holds what is computed of it, each thing once. */
export interface Holder<Self> {
  /** What `make` gives for it; `make` has to be the same function each time. */
  readonly derived: <Value>(make: (self: Self) => Value) => Value;
}

/** A memory of what is derived from `self`: `make` is asked once. */
export function holder<Self>(self: () => Self): Holder<Self>['derived'] {
  const made = new Map<unknown, unknown>();
  return <Value>(make: (of: Self) => Value): Value => {
    if (!made.has(make)) made.set(make, make(self()));
    return made.get(make) as Value;
  };
}
