import { Agent } from 'node:http';
import { z } from 'zod';
import { ask } from '../ask.ts';

/** The process behind paced-load.ts: told once what to ask, answers once what came. */
const taskSchema = z.object({
  origin: z.string(),
  paths: z.array(z.string()),
  perSecond: z.number(),
  seconds: z.number(),
});

process.once('message', (message) => void answer(taskSchema.parse(message)));

async function answer({ origin, paths, perSecond, seconds }: z.infer<typeof taskSchema>): Promise<void> {
  const agent = new Agent({ keepAlive: true });
  const times: number[] = [];
  let failed = 0;
  const started = performance.now();
  const one = async (number: number) => {
    const due = started + (number * 1000) / perSecond;
    await new Promise((resolve) => setTimeout(resolve, due - performance.now()));
    const late = performance.now() - due;
    const { status, milliseconds } = await ask(origin, paths[number % paths.length] ?? '/', { agent });
    // What this client itself is late is not the server's doing: timers are late by a millisecond.
    times.push(milliseconds + Math.max(0, late - 2));
    if (status !== 200) failed += 1;
  };
  await Promise.all(Array.from({ length: perSecond * seconds }, (_, number) => one(number)));
  agent.destroy();
  process.send?.({ times, failed }, () => process.disconnect());
}
