import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { Lanes, LARGEST_SMALL_COST } from '../../../../server/iiif/image/lanes.ts';
import { Failure } from '../../../../server/model/failure.ts';

const SMALL = LARGEST_SMALL_COST;
const FULL_SIZE = LARGEST_SMALL_COST + 1;

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

const jobs = (number: number) => Array.from({ length: number }, job);
const settle = () => new Promise((resolve) => setImmediate(resolve));

/** Fills a lane to the last place; more than any lane has. */
async function fill(lanes: Lanes, cost: number) {
  const all = jobs(1000);
  const results = all.map(({ run }) => lanes.run(cost, run).catch((error: unknown) => error));
  await settle();
  return {
    running: () => all.filter(({ started }) => started()).length,
    end: async () => {
      for (const { end } of all) end();
      return Promise.all(results);
    },
  };
}

describe('Lanes', () => {
  it('do small work at once however much full-size work waits', async () => {
    const lanes = new Lanes({ concurrency: 2 });
    const fullSize = await fill(lanes, FULL_SIZE);
    expect(fullSize.running()).toBe(1);
    expect(await lanes.run(SMALL, () => Promise.resolve('small'))).toBe('small');
    await fullSize.end();
  });

  it('do full-size work at once however much small work waits', async () => {
    const lanes = new Lanes({ concurrency: 2 });
    const small = await fill(lanes, SMALL);
    expect(small.running()).toBe(2);
    expect(await lanes.run(FULL_SIZE, () => Promise.resolve('full'))).toBe('full');
    await small.end();
  });

  it('refuse what would wait too long, and do all the rest', async () => {
    for (const [cost, places] of [
      [SMALL, 402],
      [FULL_SIZE, 17],
    ] as const) {
      const results = await (await fill(new Lanes({ concurrency: 2 }), cost)).end();
      expect(results.filter((result) => result === 'done')).toHaveLength(places);
      const refused = results.filter((result) => result instanceof Failure && result.code === 'busy');
      expect(refused).toHaveLength(1000 - places);
    }
  });

  it('leave a thread for reading tiles on a machine of many cores, and do something on one of few', async () => {
    for (const [concurrency, running] of [
      [0, 1],
      [1, 1],
      [64, 2],
    ] as const) {
      const small = await fill(new Lanes({ concurrency }), SMALL);
      expect(small.running()).toBe(running);
      await small.end();
    }
  });

  it('forget who leaves while waiting', async () => {
    const lanes = new Lanes({ concurrency: 1 });
    const [running, leaving] = [job(), job()];
    const client = new AbortController();
    const first = lanes.run(FULL_SIZE, running.run);
    const second = lanes.run(FULL_SIZE, leaving.run, client.signal);
    client.abort();
    await expect(second).rejects.toThrow(/abort/i);
    running.end();
    expect(await first).toBe('done');
    expect(leaving.started()).toBe(false);
  });

  it('admit no picture for which there is no memory', () => {
    const busy = expect.objectContaining({ code: 'busy' });
    const refuse = () => {
      throw new Failure('busy', 'Not now');
    };
    const lanes = new Lanes({ concurrency: 2, admitFullSize: refuse });
    expect(() => lanes.admit(FULL_SIZE)).toThrow(busy);
    expect(() => lanes.admit(SMALL)).not.toThrow();
    const closed = new Lanes({ concurrency: 2, admitSmall: refuse });
    expect(() => closed.admit(SMALL)).toThrow(busy);
    expect(() => closed.admit(FULL_SIZE)).not.toThrow();
  });
});
