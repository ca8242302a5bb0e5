import { utimesSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { DerivativeCache } from '../../../../server/iiif/image/derivative-cache.ts';
import {
  BLOCK,
  bytesBelow,
  filesBelow,
  held,
  MINUTE,
  ONE_BLOCK,
  setUp,
} from '../../../support/derivative-caches.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

describe('the limit of DerivativeCache', () => {
  it('holds for what files take on the disk', async () => {
    const { derivatives, folder, clock } = setUp({ limit: 20 * BLOCK });
    for (let number = 0; number < 60; number += 1) {
      clock.now += MINUTE;
      await derivatives.put(`tiny ${number}`, Buffer.from('x'));
      expect(bytesBelow(folder)).toBeLessThanOrEqual(20 * BLOCK);
    }
    await derivatives.tidy();
    // Not everything is let go either.
    expect(filesBelow(folder).length).toBeGreaterThanOrEqual(8);
  });

  it('is never exceeded, however much is put at once', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 40 }),
        fc.array(fc.record({ name: fc.nat(30), length: fc.nat(12_000) }), { maxLength: 60 }),
        async (blocks, puts) => {
          const cache = temporaryFolder();
          const { open, folder, clock } = setUp({ cache, limit: blocks * BLOCK });
          for (const derivatives of [open(), open()]) {
            await derivatives.tidy();
            const putting = puts.map(({ name, length }) => {
              clock.now += MINUTE;
              return derivatives.put(String(name), Buffer.alloc(length));
            });
            await Promise.all(putting);
            await derivatives.tidy();
            expect(bytesBelow(folder)).toBeLessThanOrEqual(blocks * BLOCK);
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it('lets what was used longest ago go first, over restarts too', async () => {
    const step = fc.record({
      kind: fc.constantFrom('put', 'put', 'put', 'get', 'restart'),
      name: fc.nat(20),
    });
    let letGo = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 60 }), async (steps) => {
        const { open, clock, derivatives } = setUp({ cache: temporaryFolder(), limit: 8 * BLOCK });
        let cache = derivatives;
        const used: string[] = [];
        for (const { kind, name } of steps) {
          clock.now += MINUTE;
          if (kind === 'restart') {
            cache = open();
            await cache.tidy();
            continue;
          }
          const key = String(name);
          const isHeld = (await cache.get(key)) !== undefined;
          if (kind === 'put' && !isHeld) await cache.put(key, ONE_BLOCK);
          // What is written while files are counted may be counted twice, and one more is let go then.
          await cache.tidy();
          if (kind === 'put' || isHeld)
            used.splice(0, used.length, key, ...used.filter((other) => other !== key));
        }
        await cache.tidy();
        // Whatever is held is held together with all that was used after it.
        const isHeld = await Promise.all(used.map(async (key) => (await cache.get(key)) !== undefined));
        expect(isHeld).toEqual([...isHeld].sort((a, b) => Number(b) - Number(a)));
        expect(isHeld.slice(0, 6)).not.toContain(false);
        letGo += isHeld.filter((held) => !held).length;
      }),
      { numRuns: 40 },
    );
    expect(letGo).toBeGreaterThan(40);
  });

  it('is held when it is lower than the last time', async () => {
    const { cache, derivatives, clock, folder } = setUp();
    const names = Array.from({ length: 40 }, (_, number) => String(number));
    for (const name of names) {
      clock.now += MINUTE;
      await derivatives.put(name, ONE_BLOCK);
    }
    const lower = setUp({ cache, limit: 10 * BLOCK });
    lower.clock.now = clock.now + MINUTE;
    const smaller = lower.open();
    await smaller.tidy();
    expect(bytesBelow(folder)).toBeLessThanOrEqual(10 * BLOCK);
    expect(await held(smaller, names)).toEqual(names.slice(-7));
  });

  it('is noticed to be exceeded by another process', async () => {
    const { derivatives, open, folder, clock } = setUp({ limit: 32 * BLOCK });
    const other = open();
    await derivatives.tidy();
    const put = async (cache: DerivativeCache, name: string, number: number) => {
      for (let at = 0; at < number; at += 1) {
        clock.now += MINUTE;
        await cache.put(`${name} ${at}`, ONE_BLOCK);
      }
    };
    await put(other, 'theirs', 28);
    await put(derivatives, 'ours', 9);
    await vi.waitFor(() => expect(bytesBelow(folder)).toBeLessThanOrEqual(24 * BLOCK), 20_000);
    expect(await derivatives.get('ours 8')).toBeDefined();
    expect(await derivatives.get('theirs 0')).toBeUndefined();
  });

  it('lets a picture go that would take a large part of it', async () => {
    const { derivatives, folder } = setUp({ limit: 16 * BLOCK });
    await derivatives.put('two blocks', Buffer.alloc(8000));
    await derivatives.put('three blocks', Buffer.alloc(12_000));
    expect(filesBelow(folder)).toHaveLength(1);
  });

  it('makes room for a large picture', async () => {
    const { derivatives, clock } = setUp({ limit: 16 * BLOCK });
    const names = Array.from({ length: 15 }, (_, number) => String(number));
    for (const name of [...names, 'large']) {
      clock.now += MINUTE;
      await derivatives.put(name, name === 'large' ? Buffer.alloc(2 * BLOCK - 100) : ONE_BLOCK);
      await derivatives.tidy();
    }
    expect(await held(derivatives, [...names, 'large'])).toEqual([...names.slice(3), 'large']);
  });

  it('lets no more go than has to be of what was used at the same time', async () => {
    const { cache, derivatives, folder } = setUp();
    for (let number = 0; number < 94; number += 1) await derivatives.put(String(number), ONE_BLOCK);
    await setUp({ cache, limit: 100 * BLOCK }).derivatives.tidy();
    expect(filesBelow(folder)).toHaveLength(75);
  });

  it('lets go of what a wrong clock says will be used in years', async () => {
    const { derivatives, path, clock } = setUp({ limit: 8 * BLOCK });
    for (let number = 0; number < 5; number += 1) {
      clock.now += MINUTE;
      await derivatives.put(String(number), ONE_BLOCK);
      utimesSync(path(String(number)), 4e9, 4e9);
    }
    for (let number = 5; number < 10; number += 1) {
      clock.now += MINUTE;
      await derivatives.put(String(number), ONE_BLOCK);
      await derivatives.tidy();
    }
    expect(await held(derivatives, ['5', '6', '7', '8', '9'])).toEqual(['5', '6', '7', '8', '9']);
  });

  it('holds in memory as well when pictures come faster than they are written', async () => {
    const { derivatives, folder } = setUp({ limit: 2 ** 40 });
    const bytes = Buffer.alloc(2 ** 20);
    await Promise.all(Array.from({ length: 100 }, (_, number) => derivatives.put(String(number), bytes)));
    const kept = filesBelow(folder).length;
    expect(kept).toBeGreaterThanOrEqual(16);
    expect(kept).toBeLessThan(33);
    // And then it goes on.
    await Promise.all([derivatives.put('one', bytes), derivatives.put('two', bytes)]);
    expect(await held(derivatives, ['one', 'two'])).toEqual(['one', 'two']);
  });
});
