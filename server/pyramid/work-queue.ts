import { Failure } from '../model/failure.ts';

export type QueueLimits = {
  /** Jobs that run at the same time. */
  running: number;
  /** Jobs that may wait for their turn; one more is refused. */
  waiting: number;
};

/** Runs a bounded number of jobs at once, in the order in which they came, and lets a bounded number wait. */
export class WorkQueue {
  readonly #limits: QueueLimits;
  #running = 0;
  readonly #waiting: (() => void)[] = [];

  constructor(limits: QueueLimits) {
    this.#limits = limits;
  }

  /**
   * @param signal aborted: a job that still waits is forgotten, one that runs is left to end.
   * @throws Failure `busy` at once if too many wait already; the signal's reason; whatever the job throws.
   */
  async run<T>(job: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    signal?.throwIfAborted();
    await this.#turn(signal);
    try {
      return await job();
    } finally {
      this.#pass();
    }
  }

  #turn(signal: AbortSignal | undefined): Promise<void> {
    if (this.#running < this.#limits.running) {
      this.#running += 1;
      return Promise.resolve();
    }
    if (this.#waiting.length >= this.#limits.waiting) {
      return Promise.reject(
        new Failure('busy', 'Too many images are asked for at this moment; ask again in a few seconds'),
      );
    }
    return new Promise((resolve, reject) => {
      const leave = () => {
        this.#waiting.splice(this.#waiting.indexOf(start), 1);
        reject(asError(signal?.reason));
      };
      const start = () => {
        signal?.removeEventListener('abort', leave);
        resolve();
      };
      signal?.addEventListener('abort', leave, { once: true });
      this.#waiting.push(start);
    });
  }

  /** The place of a job that ended goes straight to the next, so that nobody can slip in between. */
  #pass(): void {
    const next = this.#waiting.shift();
    if (next === undefined) this.#running -= 1;
    else next();
  }
}

function asError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error('The work was no longer wanted');
}
