type Running<T> = { result: Promise<T>; callers: number; stop: AbortController };

/** Work that several callers want at once is done once; it is called off when the last of them has left. */
export class SharedWork<T> {
  readonly #running = new Map<string, Running<T>>();

  /**
   * @param key the same for the same work.
   * @param work is told by its signal that nobody wants it any more.
   * @throws the reason of `signal`, at once; whatever the work throws. A failure is not kept.
   */
  async run(key: string, work: (signal: AbortSignal) => Promise<T>, signal: AbortSignal): Promise<T> {
    signal.throwIfAborted();
    const running = this.#running.get(key) ?? this.#start(key, work);
    running.callers += 1;
    try {
      return await unlessAborted(running.result, signal);
    } finally {
      running.callers -= 1;
      if (running.callers === 0) this.#forget(key, running);
    }
  }

  #start(key: string, work: (signal: AbortSignal) => Promise<T>): Running<T> {
    const stop = new AbortController();
    const running = { result: work(stop.signal), callers: 0, stop };
    // Whoever waits for it hears of its failure; after the last one has left nobody has to.
    running.result.catch(() => undefined);
    this.#running.set(key, running);
    return running;
  }

  #forget(key: string, running: Running<T>): void {
    if (this.#running.get(key) === running) this.#running.delete(key);
    running.stop.abort();
  }
}

async function unlessAborted<T>(result: Promise<T>, signal: AbortSignal): Promise<T> {
  const settled = new AbortController();
  const left = new Promise<never>((_, reject) => {
    const leave = () => reject(new Error('The answer is no longer wanted', { cause: signal.reason }));
    signal.addEventListener('abort', leave, { once: true, signal: settled.signal });
  });
  try {
    return await Promise.race([result, left]);
  } finally {
    settled.abort();
  }
}
