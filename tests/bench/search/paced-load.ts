import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { z } from 'zod';

export type PacedResult = { times: readonly number[]; failed: number };

/**
 * Asks so many times a second, whether answers come or not, from a process of its own: who waits for one answer
 * does not keep the next from being asked for.
 */
export async function pacedLoad(task: {
  origin: string;
  paths: readonly string[];
  perSecond: number;
  seconds: number;
}): Promise<PacedResult> {
  const child = fork(join(import.meta.dirname, 'paced-client.ts'), {
    cwd: import.meta.dirname,
    execArgv: ['--import', 'tsx'],
  });
  child.send(task);
  const ended = once(child, 'exit').then(() => Promise.reject(new Error('The paced client ended early')));
  const received: unknown[] = await Promise.race([once(child, 'message'), ended]);
  return resultSchema.parse(received[0]);
}

const resultSchema = z.object({ times: z.array(z.number()), failed: z.number() });
