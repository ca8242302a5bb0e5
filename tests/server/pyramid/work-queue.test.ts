import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { WorkQueue } from '../../../server/pyramid/work-queue.ts';

/** A job that ends when told to. */
function job() {
  const gate = new AbortController();
  let started = false;
  const run = async () => {
    started = true;
    if (!gate.signal.aborted) await once(gate.signal, 'abort');
    return 'done';
  };
  return { run, end: () => gate.abort(), started: () => started };
}

const settle = () => new Promise((resolve) => setImmediate(resolve));

describe('WorkQueue', () => {
  it('runs so many at once, the rest in the order in which they came', async () => {
    const queue = new WorkQueue({ running: 2, waiting: 2 });
    const jobs = [job(), job(), job(), job()];
    const results = jobs.map(({ run }) => queue.run(run));
    await settle();
    expect(jobs.map(({ started }) => started())).toEqual([true, true, false, false]);
    jobs[1]?.end();
    await settle();
    expect(jobs.map(({ started }) => started())).toEqual([true, true, true, false]);
    for (const { end } of jobs) end();
    expect(await Promise.all(results)).toEqual(['done', 'done', 'done', 'done']);
  });

  it('refuses at once what would wait in too long a row', async () => {
    const queue = new WorkQueue({ running: 1, waiting: 1 });
    const jobs = [job(), job(), job()];
    const [first, second, third] = jobs.map(({ run }) => queue.run(run));
    await expect(third).rejects.toMatchObject({ code: 'busy' });
    for (const { end } of jobs) end();
    expect(await Promise.all([first, second])).toEqual(['done', 'done']);
  });

  it('forgets who leaves while waiting, and gives the place to the next', async () => {
    const queue = new WorkQueue({ running: 1, waiting: 1 });
    const [running, leaving, next] = [job(), job(), job()];
    const client = new AbortController();
    const first = queue.run(running.run);
    const second = queue.run(leaving.run, client.signal);
    client.abort();
    await expect(second).rejects.toThrow(/abort/i);
    const third = queue.run(next.run);
    running.end();
    next.end();
    expect(await Promise.all([first, third])).toEqual(['done', 'done']);
    expect(leaving.started()).toBe(false);
  });

  it('goes on after a job that failed', async () => {
    const queue = new WorkQueue({ running: 1, waiting: 1 });
    await expect(queue.run(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(await queue.run(() => Promise.resolve('done'))).toBe('done');
  });
});
