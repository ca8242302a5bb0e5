import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Writable } from 'node:stream';

/** Lines that wait while the disk or the reader of the log is slower than the requests. */
const MOST_WAITING = 10_000;

/** Lines are written together so that a tile does not cost a write of its own. Milliseconds. */
const WRITTEN_EVERY = 200;

type AccessLogOptions = {
  target: Writable;
  /** Told once when the log cannot be written; requests are answered all the same. */
  onTrouble: (error: Error) => void;
  clock?: () => Date;
};

/**
 * One line for each answer in the Combined Log Format, which tools for statistics read, with the milliseconds until
 * the end of the answer behind it. The bytes are those on the wire, headers included.
 */
export class AccessLog {
  readonly #target: Writable;
  readonly #clock: () => Date;
  #lines: string[] = [];
  #timer: NodeJS.Timeout | undefined;
  #broken = false;

  constructor({ target, onTrouble, clock = () => new Date() }: AccessLogOptions) {
    this.#target = target;
    this.#clock = clock;
    target.on('error', (error) => {
      if (!this.#broken) onTrouble(error);
      this.#broken = true;
    });
  }

  /** Writes the answer's line when it has ended, whether or not the client waited for it. */
  watch(request: IncomingMessage, response: ServerResponse): void {
    const { method = '-', url = '-', httpVersion, socket } = request;
    const [started, before] = [performance.now(), socket.bytesWritten];
    const address = socket.remoteAddress ?? '-';
    response.once('close', () => {
      const milliseconds = Math.round(performance.now() - started);
      // 499 is how nginx says that the client left before it was answered.
      const status = response.headersSent ? response.statusCode : 499;
      const line = `${method} ${url} HTTP/${httpVersion}`;
      const { referer, 'user-agent': agent } = request.headers;
      this.#add(
        `${address} - - [${logTime(this.#clock())}] "${escaped(line)}" ${status} ${socket.bytesWritten - before} ` +
          `"${escaped(referer ?? '-')}" "${escaped(agent ?? '-')}" ${milliseconds}\n`,
      );
    });
  }

  /** Hands over what waits. */
  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#broken || this.#lines.length === 0) return;
    // What is not taken yet stays with us, where its number is bounded.
    if (this.#target.writableNeedDrain) return;
    this.#target.write(this.#lines.join(''));
    this.#lines = [];
  }

  #add(line: string): void {
    if (this.#broken) return;
    if (this.#lines.length < MOST_WAITING) this.#lines.push(line);
    this.#timer ??= setTimeout(() => this.flush(), WRITTEN_EVERY).unref();
  }
}

/** `26/Nov/2026:13:05:09 +0000` */
function logTime(date: Date): string {
  const [, day = '', month = '', year = '', time = ''] =
    /^\w+, (\d+) (\w+) (\d+) (\S+)/.exec(date.toUTCString()) ?? [];
  return `${day}/${month}/${year}:${time} +0000`;
}

/** Who writes a quote or a line break into an address would write lines of his own into the log. */
function escaped(text: string): string {
  return text
    .slice(0, 2000)
    .replace(/["\\]/g, '\\$&')
    .replace(
      /[^\x20-\x7e]/g,
      (character) => `\\x${(character.codePointAt(0) ?? 0).toString(16).padStart(2, '0')}`,
    );
}
