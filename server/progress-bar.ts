/** Draws how far a long task is: a line that redraws itself on a terminal, a line now and then elsewhere. */
export class ProgressBar {
  readonly #stream: NodeJS.WriteStream;
  readonly #clock: () => number;
  #total = 0;
  #done = 0;
  /** Done without work: they say nothing of how long the rest will take. */
  #skipped = 0;
  readonly #started: number;
  #drawn: number;
  #shown = false;

  constructor(stream: NodeJS.WriteStream, clock = () => performance.now()) {
    this.#stream = stream;
    this.#clock = clock;
    this.#started = clock();
    // A file need not be told of what takes no time.
    this.#drawn = stream.isTTY ? -Infinity : this.#started;
  }

  total(total: number): void {
    this.#total = total;
  }

  step(worked: boolean): void {
    this.#done += 1;
    if (!worked) this.#skipped += 1;
    // Ten times a second is as fast as an eye reads; into a file, every ten seconds is enough.
    const interval = this.#stream.isTTY ? 100 : 10_000;
    if (this.#clock() - this.#drawn >= interval && this.#done > this.#skipped) this.#draw();
  }

  /** Leaves the terminal as if there had never been a bar. */
  end(): void {
    if (this.#stream.isTTY && this.#shown) this.#stream.write('\r\u001b[K');
  }

  #draw(): void {
    this.#drawn = this.#clock();
    this.#shown = true;
    const text = progressLine(this.#done, this.#skipped, this.#total, this.#drawn - this.#started);
    this.#stream.write(this.#stream.isTTY ? `\r${text}\u001b[K` : `${text}\n`);
  }
}

/**
 * `[#######-----]  60 of 120 scans, 93 a minute, 0:39 left`
 *
 * @param took milliseconds since the start.
 */
export function progressLine(done: number, skipped: number, total: number, took: number): string {
  const width = 24;
  const filled = total === 0 ? width : Math.min(width, Math.floor((done / total) * width));
  const bar = `[${'#'.repeat(filled)}${'-'.repeat(width - filled)}]`;
  const worked = done - skipped;
  if (worked === 0 || took === 0) return `${bar} ${done} of ${total} scans`;
  const perMinute = (worked / took) * 60_000;
  const left = Math.ceil((Math.max(0, total - done) / perMinute) * 60);
  const clock = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`;
  return `${bar} ${done} of ${total} scans, ${Math.round(perMinute)} a minute, ${clock} left`;
}
