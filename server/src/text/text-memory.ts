import { ownCopy } from './own-copy.ts';

/** Longer texts are not remembered. */
const LONGEST = 4000;

/**
 * Gives what `make` gave for the same text before, else what it gives now. `about` is what else the value depends on, such
 * as the report's year.
 */
export type TextMemory<Value> = (text: string, make: (own: string) => Value, about?: number) => Value;

/**
 * A memory of what depends on a text alone. It holds
 * at most so many UTF-16 units of text and then forgets all. `make` gets a copy of the text, so that nothing that is
 * remembered keeps the report alive that it was cut from; what it gives must be readonly.
 */
export function textMemory<Value>(most = 100_000): TextMemory<Value> {
  const known = new Map<string, Value>();
  let held = 0;
  return (text, make, about) => {
    if (text.length > LONGEST) return make(text);
    const key = about === undefined ? text : `${about}:${text}`;
    const seen = known.get(key);
    if (seen !== undefined) return seen;
    const own = ownCopy(text);
    const value = make(own);
    held += own.length;
    if (held > most) {
      known.clear();
      held = own.length;
    }
    known.set(about === undefined ? own : ownCopy(key), value);
    return value;
  };
}
