/** Runs a task again and again, never twice at once: while it runs, any number of calls costs one more run. */
export class Latest {
  readonly #task: () => Promise<void>;
  #running: Promise<void> | null = null;
  #again = false;

  constructor(task: () => Promise<void>) {
    this.#task = task;
  }

  run(): void {
    void this.done();
  }

  /** Runs the task; resolves once it has run after this call. */
  done(): Promise<void> {
    this.#again = true;
    this.#running ??= this.#rounds();
    return this.#running;
  }

  async #rounds(): Promise<void> {
    try {
      while (this.#again) {
        this.#again = false;
        await this.#task();
      }
    } finally {
      this.#running = null;
    }
  }
}
