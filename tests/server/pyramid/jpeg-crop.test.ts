import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Failure } from '../../../server/model/failure.ts';
import { cropJpeg } from '../../../server/pyramid/jpeg-crop.ts';
import { sharp } from '../../../server/pyramid/sharp.ts';
import { fromPixels, patternImage, readPixels, type Pixels } from '../../support/pattern-image.ts';

const NO_TABLES = Buffer.alloc(0);

function noise(width: number, height: number) {
  return sharp({
    create: {
      width,
      height,
      channels: 3,
      background: '#000000',
      noise: { type: 'gaussian', mean: 150, sigma: 50 },
    },
  });
}

/** The largest difference inside; `rim`: columns and rows left out at the right and the bottom. */
function largestDifference(cut: Pixels, whole: Pixels, rim: number): number {
  let largest = 0;
  for (let y = 0; y < cut.height - rim; y += 1) {
    for (let at = 0; at < (cut.width - rim) * cut.channels; at += 1) {
      const here = cut.data[y * cut.width * cut.channels + at] ?? 0;
      const there = whole.data[y * whole.width * whole.channels + at] ?? 0;
      largest = Math.max(largest, Math.abs(here - there));
    }
  }
  return largest;
}

const KINDS = [
  ['colour at half resolution', { chromaSubsampling: '4:2:0' }, false],
  ['colour at full resolution', { chromaSubsampling: '4:4:4' }, false],
  ['grey', {}, true],
] as const;

describe('cropJpeg', () => {
  it.each(KINDS)('cuts pictures of %s without changing a pixel', async (_name, options, gray) => {
    const image = noise(160, 144).toColourspace(gray ? 'b-w' : 'srgb');
    const stream = await image.jpeg({ quality: 85, optimiseCoding: false, ...options }).toBuffer();
    const whole = await readPixels(stream);
    // Of the very smallest, decoders smooth halved colours in another way.
    const least = gray ? 1 : 6;
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: least, max: 160 }),
        fc.integer({ min: least, max: 144 }),
        async (width, height) => {
          const cut = cropJpeg(stream, NO_TABLES, { width, height });
          const pixels = await readPixels(await sharp(cut, { failOn: 'warning' }).png().toBuffer());
          expect(pixels).toMatchObject({ width, height });
          // At the new edge a decoder has no neighbour any more from which to smooth halved colours.
          expect(largestDifference(pixels, whole, gray ? 0 : 1)).toBe(0);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('gives a picture back as it is when nothing is cut off', async () => {
    const stream = await fromPixels(patternImage(96, 64)).jpeg({ optimiseCoding: false }).toBuffer();
    const cut = cropJpeg(stream, NO_TABLES, { width: 96, height: 64 });
    expect(cut.equals(stream)).toBe(true);
  });

  it('reads codes of its own as well as the usual ones', async () => {
    const stream = await noise(100, 100).jpeg({ optimiseCoding: true }).toBuffer();
    const cut = cropJpeg(stream, NO_TABLES, { width: 90, height: 90 });
    const [pixels, whole] = [await readPixels(cut), await readPixels(stream)];
    expect(largestDifference(pixels, whole, 1)).toBe(0);
  });

  it('refuses what it cannot cut without loss, and sizes beyond the picture', async () => {
    const image = noise(64, 64);
    const progressive = await image.clone().jpeg({ progressive: true }).toBuffer();
    const plain = await image.clone().jpeg().toBuffer();
    expect(() => cropJpeg(progressive, NO_TABLES, { width: 10, height: 10 })).toThrow(/not baseline/);
    expect(() => cropJpeg(plain, NO_TABLES, { width: 65, height: 10 })).toThrow(/64 x 64/);
  });

  it('answers or refuses whatever bytes it is given, and never runs on', async () => {
    const stream = await noise(64, 48).jpeg({ optimiseCoding: false }).toBuffer();
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 2, max: stream.length - 1 }), fc.integer({ min: 0, max: 255 })), {
          minLength: 1,
          maxLength: 12,
        }),
        fc.integer({ min: 2, max: stream.length }),
        (changes, length) => {
          const broken = Buffer.from(stream.subarray(0, length));
          for (const [at, value] of changes) if (at < length) broken[at] = value;
          try {
            expect(cropJpeg(broken, NO_TABLES, { width: 20, height: 20 }).length).toBeGreaterThan(0);
          } catch (error) {
            expect(error).toBeInstanceOf(Failure);
          }
        },
      ),
      { numRuns: 2000 },
    );
  });
});
