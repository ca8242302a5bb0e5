import {
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  BLOCK,
  filesBelow,
  held,
  MINUTE,
  ONE_BLOCK,
  picture,
  SECOND,
  setUp,
} from '../../../support/derivative-caches.ts';

describe('DerivativeCache', () => {
  it('gives back what it was given, to the next process as well', async () => {
    const { derivatives, open } = setUp();
    const bytes = picture(1, 100_000);
    expect(await derivatives.get('a/1/full/max/0/default.jpg')).toBeUndefined();
    await derivatives.put('a/1/full/max/0/default.jpg', bytes);
    for (const cache of [derivatives, open()]) {
      expect(await cache.get('a/1/full/max/0/default.jpg')).toEqual(bytes);
      expect(await cache.get('a/2/full/max/0/default.jpg')).toBeUndefined();
    }
  });

  it('keeps any name and any bytes', async () => {
    const { derivatives, folder } = setUp();
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'grapheme' }),
        fc.uint8Array({ maxLength: 9000 }),
        async (name, bytes) => {
          await derivatives.put(name, Buffer.from(bytes));
          expect(await derivatives.get(name)).toEqual(Buffer.from(bytes));
        },
      ),
      { numRuns: 100 },
    );
    await derivatives.put('../../outside', ONE_BLOCK);
    expect(
      filesBelow(dirname(folder)).every((file) => /[\\/]derivatives[\\/](..)[\\/]\1[^\\/]{30}$/.test(file)),
    ).toBe(true);
  });

  it('touches no folder when it may keep nothing', async () => {
    const { derivatives, cache } = setUp({ limit: 0 });
    await derivatives.tidy();
    await derivatives.put('a', ONE_BLOCK);
    expect(await derivatives.get('a')).toBeUndefined();
    expect(readdirSync(cache)).toEqual([]);
  });

  it('leaves alone what is there from before when it may keep nothing', async () => {
    const { derivatives, cache, folder } = setUp();
    await derivatives.put('a', ONE_BLOCK);
    const { derivatives: none } = setUp({ cache, limit: 0 });
    await none.tidy();
    expect(await none.get('a')).toBeUndefined();
    expect(filesBelow(folder)).toHaveLength(1);
  });

  it('writes once what is put twice at once', async () => {
    const { derivatives, path } = setUp();
    const putting = derivatives.put('a', ONE_BLOCK);
    await derivatives.put('a', ONE_BLOCK);
    expect(existsSync(path('a'))).toBe(false);
    await putting;
    expect(existsSync(path('a'))).toBe(true);
  });

  it('has a picture while it is being written', async () => {
    const { derivatives } = setUp();
    const putting = derivatives.put('a', ONE_BLOCK);
    expect(await derivatives.get('a')).toBe(ONE_BLOCK);
    await putting;
    expect(await derivatives.get('a')).toEqual(ONE_BLOCK);
  });
});

describe('what DerivativeCache reads', () => {
  it('is never the beginning of a picture, wherever its file was cut off', async () => {
    const { derivatives, path, lines } = setUp();
    const bytes = picture(2, 200);
    await derivatives.put('a', bytes);
    const whole = readFileSync(path('a'));
    expect(whole.length).toBeGreaterThan(200);
    for (let length = 0; length < whole.length; length += 1) {
      writeFileSync(path('a'), whole.subarray(0, length));
      expect(await derivatives.get('a')).toBeUndefined();
      expect(existsSync(path('a'))).toBe(false);
    }
    writeFileSync(path('a'), Buffer.concat([whole, Buffer.from('x')]));
    expect(await derivatives.get('a')).toBeUndefined();
    writeFileSync(path('a'), whole);
    expect(await derivatives.get('a')).toEqual(bytes);
    expect(lines).toEqual(['a kept picture was damaged']);
  });

  it('is never a picture of another length, even one whose checksum is right', async () => {
    const { derivatives, path } = setUp();
    await derivatives.put('a', picture(2, 200));
    const whole = readFileSync(path('a'));
    for (const length of [whole.length - 1, whole.length + 1]) {
      const spoilt = Buffer.concat([whole, Buffer.from('x')]).subarray(0, length);
      spoilt.writeUInt32LE(crc32(spoilt.subarray(8)), 4);
      writeFileSync(path('a'), spoilt);
      expect(await derivatives.get('a')).toBeUndefined();
    }
  });

  it('is never a picture of which one bit is another', async () => {
    const { derivatives, path } = setUp();
    await derivatives.put('a name', picture(3, 100));
    const whole = readFileSync(path('a name'));
    for (let bit = 0; bit < whole.length * 8; bit += 1) {
      const spoilt = Buffer.from(whole);
      spoilt[bit >> 3] = (spoilt[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      writeFileSync(path('a name'), spoilt);
      expect(await derivatives.get('a name'), `bit ${bit}`).toBeUndefined();
    }
  });

  it('is never a picture that was written into', async () => {
    const { derivatives, path } = setUp();
    await derivatives.put('a', picture(4, 5000));
    const whole = readFileSync(path('a'));
    const change = fc.record({
      at: fc.nat(whole.length - 1),
      bytes: fc.uint8Array({ minLength: 1, maxLength: 600 }),
    });
    await fc.assert(
      fc.asyncProperty(change, async ({ at, bytes }) => {
        const spoilt = Buffer.from(whole);
        spoilt.set(bytes.subarray(0, spoilt.length - at), at);
        writeFileSync(path('a'), spoilt);
        expect((await derivatives.get('a')) !== undefined).toBe(spoilt.equals(whole));
      }),
      { numRuns: 300 },
    );
  });

  it('is never the picture of another name', async () => {
    const { derivatives, path } = setUp();
    await derivatives.put('a', ONE_BLOCK);
    await derivatives.put('b', Buffer.alloc(4000, 'y'));
    const file = readFileSync(path('a'));
    copyFileSync(path('b'), path('a'));
    writeFileSync(path('b'), file);
    expect(await held(derivatives, ['a', 'b'])).toEqual([]);
    expect([existsSync(path('a')), existsSync(path('b'))]).toEqual([false, false]);
  });

  it.each([
    ['nothing', (path: string) => truncateSync(path, 0)],
    ['zeros, as after a power failure', (path: string) => writeFileSync(path, Buffer.alloc(8192))],
    ['more than any picture', (path: string) => truncateSync(path, 2 ** 40)],
    [
      'a folder',
      (path: string) => {
        rmSync(path);
        mkdirSync(join(path, 'a folder'), { recursive: true });
        writeFileSync(join(path, 'a file'), 'x');
      },
    ],
    [
      'a link to something else',
      (path: string) => {
        rmSync(path);
        symlinkSync(import.meta.filename, path);
      },
    ],
    [
      'a link to nothing',
      (path: string) => {
        rmSync(path);
        symlinkSync(`${path}-nothing`, path);
      },
    ],
  ])('is not there when %s has taken its place, and can be put again', async (_name, replace) => {
    const { derivatives, path, lines } = setUp();
    await derivatives.put('a', ONE_BLOCK);
    replace(path('a'));
    expect(await derivatives.get('a')).toBeUndefined();
    await derivatives.put('a', ONE_BLOCK);
    expect(await derivatives.get('a')).toEqual(ONE_BLOCK);
    expect(existsSync(import.meta.filename)).toBe(true);
    expect(lines.filter((line) => line !== 'a kept picture was damaged')).toEqual([]);
  });

  it('is whole while others put and read the same names', async () => {
    const { derivatives, open, folder, lines } = setUp();
    const caches = [derivatives, open(), open()];
    const names = ['a', 'b', 'c', 'd'];
    let found = 0;
    const use = async (round: number) => {
      const name = names[round % 4] ?? '';
      const bytes = Buffer.alloc(300_000, name);
      const putting = caches.map((cache) => cache.put(name, bytes));
      const got = await Promise.all(caches.flatMap((cache) => names.map((other) => cache.get(other))));
      got.forEach((picture, at) => {
        if (picture === undefined) return;
        found += 1;
        expect(picture.equals(Buffer.alloc(300_000, names[at % 4] ?? ''))).toBe(true);
      });
      await Promise.all(putting);
    };
    for (let round = 0; round < 12; round += 1) await Promise.all([use(round), use(round + 1)]);
    expect(found).toBeGreaterThan(100);
    expect(filesBelow(folder)).toHaveLength(4);
    expect(lines).toEqual([]);
  });
});

describe('DerivativeCache in trouble', () => {
  it('goes on when its folder is deleted', async () => {
    const { derivatives, cache, lines } = setUp();
    await derivatives.put('a', ONE_BLOCK);
    rmSync(cache, { recursive: true });
    expect(await derivatives.get('a')).toBeUndefined();
    await derivatives.put('a', ONE_BLOCK);
    expect(await derivatives.get('a')).toEqual(ONE_BLOCK);
    expect(lines).toEqual([]);
  });

  it('says once that it cannot write, and tries again later', async () => {
    const { derivatives, cache, folder, clock, lines } = setUp();
    writeFileSync(folder, 'a file where the folder should be');
    for (let number = 0; number < 20; number += 1) {
      clock.now += MINUTE;
      await derivatives.put(String(number), ONE_BLOCK);
      expect(await derivatives.get(String(number))).toBeUndefined();
    }
    expect([...lines].sort()).toEqual(['kept pictures cannot be read', 'pictures cannot be kept']);
    expect(readdirSync(cache)).toEqual(['derivatives']);
    rmSync(folder);
    clock.now += SECOND;
    await derivatives.put('a', ONE_BLOCK);
    expect(await derivatives.get('a')).toBeUndefined();
    clock.now += 10 * SECOND;
    await derivatives.put('a', ONE_BLOCK);
    expect(await derivatives.get('a')).toEqual(ONE_BLOCK);
  });

  it('is not kept from writing for years by a clock that was set back', async () => {
    const { derivatives, folder, clock } = setUp();
    writeFileSync(folder, '');
    await derivatives.put('a', ONE_BLOCK);
    rmSync(folder);
    clock.now -= MINUTE;
    await derivatives.put('a', ONE_BLOCK);
    expect(await derivatives.get('a')).toEqual(ONE_BLOCK);
  });

  it('does not try again at once', async () => {
    const { derivatives, path } = setUp();
    mkdirSync(join(path('a'), 'in the way'), { recursive: true });
    await Promise.all([derivatives.put('a', ONE_BLOCK), derivatives.put('b', ONE_BLOCK)]);
    expect(existsSync(path('b'))).toBe(false);
  });

  it('leaves nothing half-written behind when a picture cannot be put in its place', async () => {
    const { derivatives, folder, path, lines } = setUp();
    mkdirSync(join(path('a'), 'in the way'), { recursive: true });
    await derivatives.put('a', ONE_BLOCK);
    expect(filesBelow(folder)).toEqual([]);
    expect(lines).toEqual(['pictures cannot be kept']);
  });

  it('counts what it can when something else stands in its folder', async () => {
    const { derivatives, folder, path, clock, lines } = setUp({ limit: 8 * BLOCK });
    await derivatives.put('a', ONE_BLOCK);
    writeFileSync(join(folder, 'zz'), 'no shard');
    writeFileSync(join(dirname(path('a')), 'not ours'), 'x');
    mkdirSync(path('b'), { recursive: true });
    for (let number = 0; number < 30; number += 1) {
      clock.now += MINUTE;
      await derivatives.put(String(number), ONE_BLOCK);
    }
    await derivatives.tidy();
    expect(existsSync(join(dirname(path('a')), 'not ours'))).toBe(true);
    expect(lstatSync(path('b')).isDirectory()).toBe(true);
    expect(await derivatives.get('29')).toBeDefined();
    expect(lines).toEqual(['kept pictures cannot be counted']);
  });
});
