import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { DerivativeCache } from '../../../../server/iiif/image/derivative-cache.ts';
import { derivativePath, temporaryPath } from '../../../../server/iiif/image/derivative-file.ts';
import { seededRandom } from '../../../../scripts/specimens/random.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const BLOCK = 4096;
const ROOM = 100 * 1024 * 1024;
const SECOND = 1000;
const MINUTE = 60 * SECOND;

type Settings = { cache?: string; limit?: number };

/** A cache whose clock is set by hand. */
function setUp({ cache = temporaryFolder(), limit = ROOM }: Settings = {}) {
  const clock = { now: Date.UTC(2026, 0, 1) };
  const lines: string[] = [];
  const log = { warn: (_fields: object, message: string) => lines.push(message) };
  const open = () => new DerivativeCache({ cache, limit, log, now: () => clock.now });
  const folder = join(cache, 'derivatives');
  return {
    cache,
    folder,
    clock,
    lines,
    open,
    derivatives: open(),
    path: (name: string) => derivativePath(folder, name),
  };
}

const picture = (seed: number, length: number) => {
  const random = seededRandom(seed);
  return Buffer.from(Array.from({ length }, () => Math.floor(random.next() * 256)));
};

/** A file of one block, which its head and its name have to share. */
const ONE_BLOCK = Buffer.alloc(4000, 'x');

function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

const bytesBelow = (folder: string) =>
  filesBelow(folder).reduce((sum, file) => sum + Math.ceil(statSync(file).size / BLOCK) * BLOCK, 0);

async function held(derivatives: DerivativeCache, names: readonly string[]): Promise<string[]> {
  const found = await Promise.all(names.map((name) => derivatives.get(name)));
  return names.filter((_, at) => found[at] !== undefined);
}

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

describe('what a killed process leaves', () => {
  /** The number of a process that is no more. */
  async function gone(): Promise<number> {
    const child = spawn(process.execPath, ['--version']);
    await once(child, 'exit');
    return child.pid ?? 0;
  }

  function leave(folder: string, pid: number): string {
    const file = join(folder, `writing-${pid}-0123456789abcdef`, 'half a picture');
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, 'x');
    return file;
  }

  it('is removed at the next start', async () => {
    const { derivatives, folder, lines } = setUp();
    leave(folder, await gone());
    // In a container the next process has the same number.
    leave(folder, process.pid);
    await derivatives.tidy();
    expect(readdirSync(folder)).toEqual([]);
    expect(lines).toEqual([]);
  });

  it('is told from what others are writing, until that is too old', async () => {
    const { derivatives, folder } = setUp();
    const child = spawn(process.execPath, ['-e', 'setInterval(() => 0, 1000)']);
    onTestFinished(() => void child.kill('SIGKILL'));
    await once(child, 'spawn');
    const [theirs, own] = [leave(folder, child.pid ?? 0), temporaryPath(folder)];
    mkdirSync(dirname(own), { recursive: true });
    writeFileSync(own, 'x');
    await derivatives.tidy();
    expect([existsSync(theirs), existsSync(own)]).toEqual([true, true]);
    const hourAgo = Date.now() / 1000 - 3600;
    utimesSync(dirname(theirs), hourAgo, hourAgo);
    utimesSync(dirname(own), hourAgo, hourAgo);
    await derivatives.tidy();
    expect([existsSync(theirs), existsSync(own)]).toEqual([false, true]);
  });

  it('is never a picture, whenever it is killed', async () => {
    const { cache, folder, open } = setUp();
    const module = join(import.meta.dirname, '../../../../server/iiif/image/derivative-cache.ts');
    const program = `
      const { DerivativeCache } = await import(${JSON.stringify(module)});
      const log = { warn: (fields, message) => console.log(message) };
      const derivatives = new DerivativeCache({ cache: ${JSON.stringify(cache)}, limit: 1e9, log });
      for (let number = 0; ; number = (number + 1) % 20) {
        await derivatives.put(String(number), Buffer.alloc(3_000_000, String(number)));
        console.log('put');
      }`;
    let found = 0;
    for (let kill = 0; kill < 5; kill += 1) {
      const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program]);
      onTestFinished(() => void child.kill('SIGKILL'));
      await once(child.stdout, 'data');
      await new Promise((resolve) => setTimeout(resolve, 7 * kill));
      child.kill('SIGKILL');
      await once(child, 'exit');
      const derivatives = open();
      await derivatives.tidy();
      expect(readdirSync(folder).filter((name) => name.startsWith('writing'))).toEqual([]);
      for (let number = 0; number < 20; number += 1) {
        const bytes = await derivatives.get(String(number));
        if (bytes === undefined) continue;
        found += 1;
        expect(bytes.equals(Buffer.alloc(3_000_000, String(number)))).toBe(true);
      }
    }
    expect(found).toBeGreaterThan(0);
  });
});
