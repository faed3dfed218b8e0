/** Holds what is computed of it, each thing once. */
export interface Holder<Self> {
  /** What `make` gives for it; `make` has to be the same function each time. */
  readonly derived: <Value>(make: (self: Self) => Value) => Value;
}

/** A memory of what is derived from `self`: `make` is asked once. */
export function holder<Self>(self: () => Self): Holder<Self>['derived'] {
  const made = new Map<unknown, unknown>();
  return <Value>(make: (of: Self) => Value): Value => {
    const known = made.get(make);
    if (known !== undefined || made.has(make)) return known as Value;
    const value = make(self());
    made.set(make, value);
    return value;
  };
}
