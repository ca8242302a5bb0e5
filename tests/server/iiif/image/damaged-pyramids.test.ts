import { copyFileSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  encodeIndex,
  readPyramid,
  type Extent,
  type Pyramid,
} from '../../../../server/pyramid/tile-index.ts';
import {
  ask,
  askAll,
  expectRight,
  expectRightOrRefused,
  NOTHING_KEPT,
  pyramidOf,
  QUESTIONS,
  RENDERED,
  scan,
} from '../../../support/image-questions.ts';
import { serveImages, sharedImages } from '../../../support/served-images.ts';

const SCANS = { a: scan(1), b: scan(2), twin: scan(3) };

/** A server whose pyramids are left alone: what it answers is right. */
const sound = sharedImages(() => SCANS, NOTHING_KEPT);

/** Another index over what the file holds, with its checksums right. */
async function reindex(path: string, change: (pyramid: Pyramid) => Pyramid): Promise<void> {
  const file = readFileSync(path);
  const at = Number(file.readBigUInt64LE(file.length - 16));
  writeFileSync(
    path,
    Buffer.concat([file.subarray(0, at), encodeIndex(change(await readPyramid(path)), at)]),
  );
}

const everyTile = (pyramid: Pyramid, change: (extent: Extent) => Extent): Pyramid => ({
  ...pyramid,
  levels: pyramid.levels.map((level) => ({ ...level, tiles: level.tiles.map(change) })),
});

function flipped(file: Buffer, at: number, bit: number): Buffer {
  const copy = Buffer.from(file);
  copy[at] = (copy[at] ?? 0) ^ (1 << bit);
  return copy;
}

describe('a pyramid that was damaged', () => {
  it('is mended wherever it was cut off, before it was opened', async () => {
    const lengths = [0, 23, 24, 1000, 0.5, -25, -24, -1];
    const served = await serveImages(
      Object.fromEntries(lengths.map((_, nth) => [`s${nth}`, scan(nth)])),
      NOTHING_KEPT,
    );
    for (const [nth, length] of lengths.entries()) {
      const path = await pyramidOf(served, `s${nth}`);
      const { size } = statSync(path);
      const untouched = join(served.folder, 'untouched');
      copyFileSync(path, untouched);
      truncateSync(path, Math.floor(length < 0 ? size + length : length < 1 ? size * length : length));
      const answers = await askAll(served, `s${nth}`);
      expect(readFileSync(path).equals(readFileSync(untouched)), `cut at ${length}`).toBe(true);
      expectRight(answers, await askAll(served, `s${nth}`), `cut at ${length}`);
    }
    expect(served.logged).toHaveLength(lengths.length);
  });

  it('is mended wherever it was cut off while it was served, and others go on', async () => {
    const served = await serveImages({ a: SCANS.a, b: SCANS.b }, NOTHING_KEPT);
    const [before, other] = [await askAll(served, 'a'), await askAll(served, 'b')];
    const path = await pyramidOf(served, 'a');
    const { size } = statSync(path);
    for (const length of [0, 24, 5000, size >> 1, size - 30, size - 24, size - 1]) {
      truncateSync(path, length);
      const [answers, others] = await Promise.all([askAll(served, 'a'), askAll(served, 'b')]);
      expectRight(answers, before, `cut at ${length}`);
      expectRight(others, other, 'the other');
    }
  });

  it.each([
    [
      'tiles behind the end',
      (pyramid: Pyramid) => everyTile(pyramid, (tile) => ({ ...tile, offset: 2 ** 40 })),
    ],
    ['endless tiles', (pyramid: Pyramid) => everyTile(pyramid, (tile) => ({ ...tile, length: 2 ** 40 }))],
    [
      'tiles that end in the index',
      (pyramid: Pyramid) => everyTile(pyramid, (tile) => ({ ...tile, length: tile.length + 5e6 })),
    ],
    ['tiles at odd places', (pyramid: Pyramid) => everyTile(pyramid, (tile) => ({ ...tile, offset: 7 }))],
    ['empty tiles', (pyramid: Pyramid) => everyTile(pyramid, (tile) => ({ ...tile, length: 0 }))],
    [
      'tiles before the beginning',
      (pyramid: Pyramid) => everyTile(pyramid, (tile) => ({ ...tile, offset: -1 })),
    ],
    ['tiles at no number', (pyramid: Pyramid) => everyTile(pyramid, (tile) => ({ ...tile, offset: NaN }))],
    [
      'no tiles',
      (pyramid: Pyramid) => ({
        ...pyramid,
        levels: pyramid.levels.map((level) => ({ ...level, tiles: [] })),
      }),
    ],
    ['no levels', (pyramid: Pyramid) => ({ ...pyramid, levels: [] })],
    [
      'pictures behind the end',
      (pyramid: Pyramid) => ({
        ...pyramid,
        pictures: pyramid.pictures.map((one) => ({ ...one, offset: 2 ** 40 })),
      }),
    ],
    ['another size', (pyramid: Pyramid) => ({ ...pyramid, width: 899 })],
  ])('gives no wrong answer where its index names %s', async (_name, change) => {
    const served = await serveImages(SCANS, NOTHING_KEPT);
    const other = await askAll(served, 'b');
    // Asked for only after the change, and while it is served.
    for (const name of ['a', 'twin']) {
      const before = await askAll(sound(), name);
      if (name === 'twin') await askAll(served, name);
      await reindex(await pyramidOf(served, name), change);
      const [answers, others] = await Promise.all([askAll(served, name), askAll(served, 'b')]);
      expectRightOrRefused(answers, before, `${name} with such an index`);
      expectRight(others, other, 'the other');
    }
    expect(served.logged.length).toBeGreaterThan(0);
  });

  it('gives no wrong answer whatever bit of it is flipped', async () => {
    const served = await serveImages({ a: SCANS.a, b: SCANS.b }, NOTHING_KEPT);
    const [before, other] = [await askAll(served, 'a'), await askAll(served, 'b')];
    const path = await pyramidOf(served, 'a');
    const sound = readFileSync(path);
    const place = fc.oneof(
      fc.nat(sound.length - 1),
      fc.nat(2000),
      fc.nat(2000).map((back) => sound.length - 1 - back),
    );
    await fc.assert(
      fc.asyncProperty(place, fc.nat(7), fc.nat(QUESTIONS.length - 1), async (at, bit, question) => {
        writeFileSync(path, flipped(sound, at, bit));
        const answer = await ask(served, 'a', QUESTIONS[question] ?? '');
        expectRightOrRefused([answer], before.slice(question), `bit ${bit} of byte ${at} of ${sound.length}`);
        writeFileSync(path, sound);
      }),
      { numRuns: 80, seed: 3 },
    );
    expectRight(await askAll(served, 'b'), other, 'the other');
  });

  it('renders nothing out of a tile in which a bit is flipped', async () => {
    const served = await serveImages({ a: scan(1) }, NOTHING_KEPT);
    const before = await askAll(served, 'a');
    const path = await pyramidOf(served, 'a');
    const sound = readFileSync(path);
    const [tile] = (await readPyramid(path)).levels[0]?.tiles ?? [];
    if (tile === undefined) throw new Error('a pyramid without tiles');
    for (let part = 1; part < 16; part += 1) {
      const at = tile.offset + Math.floor((tile.length * part) / 16);
      writeFileSync(path, flipped(sound, at, part % 8));
      expectRightOrRefused([await ask(served, 'a', RENDERED)], before.slice(-2), `byte ${at}`);
      writeFileSync(path, sound);
    }
  });
});
