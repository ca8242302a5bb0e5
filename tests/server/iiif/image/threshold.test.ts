import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { threshold, thresholdOf } from '../../../../server/iiif/image/threshold.ts';
import { buildPyramid } from '../../../../server/pyramid/build.ts';
import type { OpenPyramid } from '../../../../server/pyramid/pyramid-cache.ts';
import { sharp } from '../../../../server/pyramid/sharp.ts';
import { readPyramid } from '../../../../server/pyramid/tile-index.ts';

/** A histogram of hills: where the middle of each is, how wide it is, and how many pixels it has. */
function hills(...all: [middle: number, spread: number, pixels: number][]): number[] {
  return Array.from({ length: 256 }, (_, value) =>
    all.reduce((sum, [middle, spread, pixels]) => {
      const density =
        Math.exp(-((value - middle) ** 2) / (2 * spread ** 2)) / (spread * Math.sqrt(2 * Math.PI));
      return sum + Math.round(pixels * density);
    }, 0),
  );
}

describe('threshold', () => {
  it('lies between ink and paper', () => {
    const limit = threshold(hills([40, 15, 100_000], [220, 8, 900_000]));
    expect(limit).toBeGreaterThan(80);
    expect(limit).toBeLessThan(190);
  });

  it('keeps pale ink on clean paper, which 128 would lose', () => {
    const limit = threshold(hills([180, 8, 50_000], [242, 4, 950_000]));
    expect(limit).toBeGreaterThan(190);
    expect(limit).toBeLessThan(235);
  });

  it('keeps paper white that is darker than 128', () => {
    const limit = threshold(hills([25, 10, 100_000], [110, 10, 900_000]));
    expect(limit).toBeGreaterThan(40);
    expect(limit).toBeLessThan(85);
  });

  it('does not take the paper for ink that lies on something brighter', () => {
    const limit = threshold(hills([60, 12, 8000], [205, 6, 732_000], [245, 2, 260_000]));
    expect(limit).toBeGreaterThan(80);
    expect(limit).toBeLessThan(185);
  });

  it('leaves an empty page empty', () => {
    expect(threshold(hills([215, 4, 1_000_000]))).toBeLessThan(200);
    expect(threshold(hills([120, 5, 1_000_000]))).toBeLessThan(105);
  });

  it.each([0, 1, 128, 254, 255])('makes something of an image that is %i everywhere', (value) => {
    const limit = threshold(hills([value, 0.1, 1000]));
    expect(limit).toBeGreaterThanOrEqual(1);
    expect(limit).toBeLessThanOrEqual(255);
    // Black is black, and everything else is paper.
    expect(value >= limit).toBe(value > 0);
  });
});

describe('thresholdOf', () => {
  let folder = '';
  let pyramid: OpenPyramid;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'diptych-threshold-'));
    pyramid = await paleLetter('letter');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** Strokes of 190, three pixels wide, on paper of 240. */
  async function paleLetter(name: string): Promise<OpenPyramid> {
    const [width, height] = [2600, 1400];
    const pixels = Buffer.alloc(width * height, 240);
    for (let y = 0; y < height; y += 1) {
      for (let x = 0; x < width; x += 1) if (x % 37 < 3) pixels[y * width + x] = 190;
    }
    const [file, path] = [join(folder, `${name}.png`), join(folder, `${name}.tif`)];
    writeFileSync(
      file,
      await sharp(pixels, { raw: { width, height, channels: 1 } })
        .png()
        .toBuffer(),
    );
    await buildPyramid(file, 0, path, { maxPixels: 10_000_000 });
    return { ...(await readPyramid(path)), path };
  }

  it('is that of the whole image', async () => {
    const limit = await thresholdOf(pyramid);
    // On a level so small that its strokes are no darker than grain it would be taken for an empty page.
    expect(limit).toBeGreaterThan(208);
    expect(limit).toBeLessThan(238);
  });

  it('is looked for once, and again if that failed', async () => {
    expect(thresholdOf(pyramid)).toBe(thresholdOf(pyramid));
    const damaged = await paleLetter('damaged');
    truncateSync(damaged.path, 2000);
    const first = thresholdOf(damaged);
    await expect(first).rejects.toMatchObject({ code: 'image-file-damaged' });
    expect(thresholdOf(damaged)).not.toBe(first);
    await expect(thresholdOf(damaged)).rejects.toMatchObject({ code: 'image-file-damaged' });
  });
});
