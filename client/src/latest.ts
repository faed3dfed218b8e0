/** Runs a task again and again, never twice at once: while it runs, any number of calls costs one more run. */
export class Latest {
  readonly #task: () => Promise<void>;
  #running = false;
  #again = false;

  constructor(task: () => Promise<void>) {
    this.#task = task;
  }

  run(): void {
    if (this.#running) {
      this.#again = true;
      return;
    }
    this.#running = true;
    void this.#task().finally(() => {
      this.#running = false;
      if (!this.#again) return;
      this.#again = false;
      this.run();
    });
  }
}
