import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildPyramid } from '../../../server/pyramid/build.ts';
import { encodeIndex, isSound, readPyramid } from '../../../server/pyramid/tile-index.ts';
import { fromPixels, patternImage } from '../../support/pattern-image.ts';

let folder = '';
let file = '';
let bytes = Buffer.alloc(0);
let broken = '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'diptych-'));
  file = join(folder, 'p.tif');
  broken = join(folder, 'broken.tif');
  await fromPixels(patternImage(700, 600)).png().toFile(join(folder, 's.png'));
  await buildPyramid(join(folder, 's.png'), 0, file, { maxPixels: 1_000_000 });
  bytes = readFileSync(file);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('readPyramid', () => {
  it('reads what was written', async () => {
    const pyramid = await readPyramid(file);
    const foot = bytes.subarray(-24);
    const offset = Number(foot.readBigUInt64LE(8));
    expect(encodeIndex(pyramid, offset).equals(bytes.subarray(offset))).toBe(true);
  });

  it('takes no file that was cut anywhere', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: bytes.length - 1 }), async (length) => {
        writeFileSync(broken, bytes.subarray(0, length));
        await expect(readPyramid(broken)).rejects.toMatchObject({ code: 'image-file-damaged' });
        expect(await isSound(broken)).toBe(false);
      }),
    );
  });

  it('takes no index in which a byte is another', async () => {
    const offset = Number(bytes.subarray(-24).readBigUInt64LE(8));
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: offset, max: bytes.length - 1 }),
        fc.integer({ min: 1, max: 255 }),
        async (at, change) => {
          const other = Buffer.from(bytes);
          other[at] = (bytes[at] ?? 0) ^ change;
          writeFileSync(broken, other);
          await expect(readPyramid(broken)).rejects.toMatchObject({ code: 'image-file-damaged' });
        },
      ),
    );
  });

  it('takes no index, however whole, that points out of the file or has not every tile', async () => {
    const pyramid = await readPyramid(file);
    const offset = Number(bytes.subarray(-24).readBigUInt64LE(8));
    const [full, ...rest] = pyramid.levels;
    if (full === undefined) throw new Error('no level');
    const far = full.tiles.map((tile) => ({ ...tile, offset: tile.offset + bytes.length }));
    for (const levels of [
      [{ ...full, tiles: far }, ...rest],
      [{ ...full, tiles: full.tiles.slice(1) }, ...rest],
      rest,
      [],
    ]) {
      const index = encodeIndex({ ...pyramid, levels }, offset);
      writeFileSync(broken, Buffer.concat([bytes.subarray(0, offset), index]));
      await expect(readPyramid(broken)).rejects.toMatchObject({ code: 'image-file-damaged' });
    }
  });
});

describe('isSound', () => {
  it('is true of a file as it was written, and false where any byte of it changed', async () => {
    expect(await isSound(file)).toBe(true);
    expect(await isSound(join(file, 'nowhere'))).toBe(false);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: bytes.length - 1 }), async (at) => {
        const other = Buffer.from(bytes);
        other[at] = (bytes[at] ?? 0) ^ 0x10;
        writeFileSync(broken, other);
        expect(await isSound(broken)).toBe(false);
      }),
    );
  });
});
