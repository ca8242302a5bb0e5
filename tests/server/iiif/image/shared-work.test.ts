import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { SharedWork } from '../../../../server/iiif/image/shared-work.ts';

const settle = () => new Promise((resolve) => setImmediate(resolve));

function work() {
  const end = new AbortController();
  const calls: AbortSignal[] = [];
  const start = async (signal: AbortSignal) => {
    calls.push(signal);
    if (!end.signal.aborted) await once(end.signal, 'abort');
    return 'done';
  };
  return { start, calls, end: () => end.abort() };
}

describe('SharedWork', () => {
  it('does once what many want at once', async () => {
    const shared = new SharedWork<string>();
    const { start, calls, end } = work();
    const results = Array.from({ length: 200 }, () => shared.run('a', start, new AbortController().signal));
    end();
    expect(new Set(await Promise.all(results))).toEqual(new Set(['done']));
    expect(calls).toHaveLength(1);
  });

  it('does it again when it is wanted again', async () => {
    const shared = new SharedWork<string>();
    const { start, calls, end } = work();
    end();
    const signal = new AbortController().signal;
    await shared.run('a', start, signal);
    await shared.run('a', start, signal);
    expect(calls).toHaveLength(2);
  });

  it('goes on for those who stay when one leaves, and stops when the last has left', async () => {
    const shared = new SharedWork<string>();
    const { start, calls } = work();
    const [first, second] = [new AbortController(), new AbortController()];
    const leaving = shared.run('a', start, first.signal);
    const staying = shared.run('a', start, second.signal);
    first.abort();
    await expect(leaving).rejects.toThrow(/no longer wanted/);
    expect(calls[0]?.aborted).toBe(false);
    second.abort();
    await expect(staying).rejects.toThrow(/no longer wanted/);
    await settle();
    expect(calls[0]?.aborted).toBe(true);
  });

  it('tells everybody of a failure, and tries again for the next', async () => {
    const shared = new SharedWork<string>();
    const signal = new AbortController().signal;
    const failing = () => Promise.reject(new Error('broken'));
    await expect(shared.run('a', failing, signal)).rejects.toThrow('broken');
    expect(await shared.run('a', () => Promise.resolve('done'), signal)).toBe('done');
  });
});
