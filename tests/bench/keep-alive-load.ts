import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { z } from 'zod';
import { median, quantile } from './median.ts';
import type { Load } from './load.ts';

/**
 * Load by a client of ours in a process of its own, for where wrk is not installed. It reads no more of an answer
 * than where it ends, but takes several times wrk's part of the machine: ratios of fast servers come out too near to 1.
 */
export function keepAliveLoad(): Load {
  return {
    name: 'a client of the bench (install wrk for better figures)',
    run: async (target, connections, seconds) => {
      const child = fork(join(import.meta.dirname, 'keep-alive-client.ts'), {
        cwd: import.meta.dirname,
        execArgv: ['--import', 'tsx'],
      });
      child.send({ ...target, connections, seconds });
      const ended = once(child, 'exit').then(() => Promise.reject(new Error('The load client ended early')));
      const received: unknown[] = await Promise.race([once(child, 'message'), ended]);
      const { latencies, ...result } = resultSchema.parse(received[0]);
      return { ...result, p50: median(latencies) ?? 0, p99: quantile(latencies, 0.99) ?? 0 };
    },
  };
}

const resultSchema = z.object({
  requests: z.number(),
  sent: z.number(),
  seconds: z.number(),
  failed: z.number(),
  bytes: z.number(),
  latencies: z.array(z.number()),
});
