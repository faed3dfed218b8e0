/** Texts that are looked for in another, all in one walk from each place. */
export class Trie<Value> {
  readonly #next: Map<number, number>[] = [new Map()];
  readonly #values: (readonly Value[])[] = [[]];

  add(text: string, value: Value): void {
    let node = 0;
    for (let i = 0; i < text.length; i++) node = this.#child(node, text.charCodeAt(i));
    this.#values[node] = [...(this.#values[node] ?? []), value];
  }

  #child(node: number, code: number): number {
    const known = this.#next[node]?.get(code);
    if (known !== undefined) return known;
    const made = this.#next.length;
    this.#next.push(new Map());
    this.#values.push([]);
    this.#next[node]?.set(code, made);
    return made;
  }

  /** Calls back with each text that stands in `text` at `from`, the shortest first: where it ends, and its values. */
  match(text: string, from: number, found: (end: number, values: readonly Value[]) => void): void {
    let node = 0;
    for (let i = from; i < text.length; i++) {
      const next = this.#next[node]?.get(text.charCodeAt(i));
      if (next === undefined) return;
      node = next;
      const values = this.#values[node];
      if (values && values.length > 0) found(i + 1, values);
    }
  }
}
