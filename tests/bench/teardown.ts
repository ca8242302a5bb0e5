type Step = () => void | Promise<void>;

/** What was started and made, to be undone in reverse order: at the end, after an error and on Ctrl-C. */
export class Teardown {
  readonly #steps: Step[] = [];
  #running: Promise<void> | undefined;

  get begun(): boolean {
    return this.#running !== undefined;
  }

  add(step: Step): void {
    this.#steps.push(step);
  }

  /** Each step once, whoever asks and however often. One that fails keeps no other from its turn. */
  run(): Promise<void> {
    this.#running ??= this.#undo();
    return this.#running;
  }

  async #undo(): Promise<void> {
    for (let step = this.#steps.pop(); step !== undefined; step = this.#steps.pop()) {
      try {
        await step();
      } catch (error) {
        process.stderr.write(`Could not clean up: ${String(error)}\n`);
      }
    }
  }
}
