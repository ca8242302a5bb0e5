import { connect } from 'node:net';
import { z } from 'zod';

/** The process behind keep-alive-load.ts: told once what to ask, answers once what came. */
const taskSchema = z.object({
  origin: z.string(),
  paths: z.array(z.string()),
  connections: z.number(),
  seconds: z.number(),
});

type Task = z.infer<typeof taskSchema>;

process.once('message', (message) => void answer(taskSchema.parse(message)));

async function answer({ origin, paths, connections, seconds }: Task): Promise<void> {
  const { hostname, port, host } = new URL(origin);
  const questions = paths.map((path) => `GET ${path} HTTP/1.1\r\nHost: ${host}\r\n\r\n`);
  const tally = { requests: 0, sent: 0, failed: 0, bytes: 0 };
  const latencies: number[] = [];
  const started = performance.now();
  const end = started + seconds * 1000;

  const keepAsking = (): Promise<void> =>
    new Promise((resolve) => {
      const socket = connect({ host: hostname, port: Number(port), noDelay: true });
      const reader = new AnswerReader();
      let asked = 0;
      const ask = () => {
        if (performance.now() >= end) return void socket.destroy();
        asked = performance.now();
        socket.write(questions[tally.sent % questions.length] ?? '');
        tally.sent += 1;
      };
      socket.on('connect', ask);
      socket.on('data', (chunk) => {
        tally.bytes += chunk.length;
        const status = reader.read(chunk);
        if (status === undefined) return;
        latencies.push(performance.now() - asked);
        tally.requests += 1;
        if (status >= 400) tally.failed += 1;
        ask();
      });
      socket.on('error', () => (tally.failed += 1));
      socket.on('close', resolve);
      setTimeout(() => socket.destroy(), seconds * 1000);
    });

  await Promise.all(
    Array.from({ length: connections }, async () => {
      // A server may close a connection after so many answers.
      while (performance.now() < end) await keepAsking();
    }),
  );
  const result = { ...tally, latencies, seconds: (performance.now() - started) / 1000 };
  process.send?.(result, () => process.disconnect());
}

/** Finds where an answer ends, one after the other: by its length, or by its last chunk. */
class AnswerReader {
  #head = '';
  #status: number | undefined;
  #left: number | 'chunks' = 0;
  #tail = '';

  /** @returns the status, once the answer is whole. */
  read(chunk: Buffer): number | undefined {
    if (this.#status !== undefined) return this.#readBody(chunk);
    this.#head += chunk.toString('latin1');
    const end = this.#head.indexOf('\r\n\r\n');
    if (end === -1) return undefined;
    const head = this.#head.slice(0, end).toLowerCase();
    const body = Buffer.from(this.#head.slice(end + 4), 'latin1');
    this.#head = '';
    this.#status = Number(head.slice(9, 12));
    const length = /\r\ncontent-length: *(\d+)/.exec(head)?.[1];
    this.#left =
      length === undefined ? (head.includes('transfer-encoding: chunked') ? 'chunks' : 0) : Number(length);
    this.#tail = '';
    return this.#readBody(body);
  }

  #readBody(chunk: Buffer): number | undefined {
    if (this.#left === 'chunks') {
      // One request at a time: nothing can come after the last chunk, which is empty.
      this.#tail = (this.#tail + chunk.subarray(-7).toString('latin1')).slice(-7);
      return this.#tail === '\r\n0\r\n\r\n' || this.#tail.endsWith('0\r\n\r\n') ? this.#whole() : undefined;
    }
    this.#left -= chunk.length;
    return this.#left <= 0 ? this.#whole() : undefined;
  }

  #whole(): number | undefined {
    const status = this.#status;
    this.#status = undefined;
    return status;
  }
}
