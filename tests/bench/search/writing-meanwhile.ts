import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { z } from 'zod';

/** Commits of a writer, in milliseconds each. */
export type Written = { times: readonly number[]; seconds: number };

let written = 0;

/**
 * Lets a process of its own write to the store while work is done.
 * @param perSecond transactions of forty lines.
 */
export async function writingMeanwhile<T>(
  file: string,
  perSecond: number,
  work: () => Promise<T>,
): Promise<{ result: T; written: Written }> {
  const child = fork(join(import.meta.dirname, 'search-writer.ts'), {
    cwd: import.meta.dirname,
    execArgv: ['--import', 'tsx'],
  });
  try {
    const ended = once(child, 'exit').then(() => Promise.reject(new Error('The writer ended early')));
    ended.catch(() => undefined);
    child.send({ file, perSecond, first: written });
    await Promise.race([once(child, 'message'), ended]);
    const result = await work();
    const answer = once(child, 'message');
    child.kill('SIGTERM');
    const received: unknown[] = await Promise.race([answer, ended]);
    const report = reportSchema.parse(received[0]);
    written += report.times.length;
    return { result, written: report };
  } finally {
    child.kill('SIGKILL');
  }
}

const reportSchema = z.object({ times: z.array(z.number()), seconds: z.number() });
