import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MemoryCache } from '../../../server/pyramid/memory-cache.ts';

const KILOBYTE = Buffer.alloc(1000);

describe('MemoryCache', () => {
  it('gives back the very bytes that it was given', () => {
    const cache = new MemoryCache(10_000);
    const bytes = Buffer.from('a tile');
    cache.set('a', bytes);
    expect(cache.get('a')).toBe(bytes);
    expect(cache.get('b')).toBeUndefined();
  });

  it('lets go of what was used longest ago', () => {
    const cache = new MemoryCache(4000);
    for (const name of ['a', 'b', 'c']) cache.set(name, KILOBYTE);
    cache.get('a');
    cache.set('d', KILOBYTE);
    expect(['a', 'b', 'c', 'd'].map((name) => cache.get(name) !== undefined)).toEqual([
      true,
      false,
      true,
      true,
    ]);
  });

  it('counts what was replaced only once', () => {
    const cache = new MemoryCache(4000);
    cache.set('a', KILOBYTE);
    const once = cache.bytes;
    cache.set('a', Buffer.alloc(1000, 1));
    expect(cache.bytes).toBe(once);
    expect(cache.get('a')?.[0]).toBe(1);
  });

  it('keeps nothing that is larger than all its room, and forgets what it would have replaced', () => {
    const cache = new MemoryCache(4000);
    cache.set('a', KILOBYTE);
    cache.set('a', Buffer.alloc(5000));
    expect(cache.get('a')).toBeUndefined();
    expect(cache.bytes).toBe(0);
  });

  it('keeps nothing at all when it may hold nothing', () => {
    const cache = new MemoryCache(0);
    cache.set('a', Buffer.alloc(0));
    expect(cache.get('a')).toBeUndefined();
  });

  it('never holds more than it may, and always what was used last', () => {
    const step = fc.record({
      get: fc.boolean(),
      name: fc.integer({ min: 0, max: 12 }).map(String),
      size: fc.nat(1500),
    });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 6000 }), fc.array(step, { maxLength: 80 }), (limit, steps) => {
        const cache = new MemoryCache(limit);
        const recent: string[] = [];
        for (const { get, name, size } of steps) {
          if (!get) {
            cache.set(name, Buffer.alloc(size));
            expect(cache.bytes).toBeLessThanOrEqual(limit);
          }
          const others = recent.filter((other) => other !== name);
          // What was too large was not let go of for others.
          if (cache.get(name) !== undefined) recent.splice(0, recent.length, name, ...others);
          else if (!get) recent.splice(0, recent.length, ...others);
        }
        // Whatever is held is held together with all that was used after it.
        const held = recent.map((name) => cache.get(name) !== undefined);
        expect(held).toEqual([...held].sort((a, b) => Number(b) - Number(a)));
      }),
      { numRuns: 500 },
    );
  });
});
