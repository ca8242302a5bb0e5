import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rotatedSize, turnOf, type Rotation } from '../../../../server/iiif/image/rotation.ts';
import { sharp } from '../../../../server/pyramid/sharp.ts';
import { fromPixels, pixelAt, readPixels, type Pixels } from '../../../support/pattern-image.ts';

const AWKWARD = [
  0.0001, 0.5, 29.9999, 30, 36.8699, 44.9999, 45, 45.0001, 60, 89.9999, 90, 90.0001, 134.9999, 135, 179.9999,
  180, 180.0001, 225, 269.9999, 270, 270.0001, 315, 359.9999,
];

const upright = (degrees: number): Rotation => ({ mirrored: false, degrees });
const degrees = fc.oneof(
  fc.constantFrom(...AWKWARD),
  fc.integer({ min: 0, max: 3_599_999 }).map((number) => number / 10_000),
);
const side = fc.integer({ min: 1, max: 120 });
const long = fc.integer({ min: 300, max: 900 });
const thin = fc.integer({ min: 1, max: 3 });
/** Squares among them, whose corners come to lie between two pixels. */
const size = fc.oneof(
  fc.record({ width: side, height: side }),
  side.map((edge) => ({ width: edge, height: edge })),
  fc.record({ width: long, height: thin }),
  fc.record({ width: thin, height: long }),
);

/** As `render` does it, on clear ground. */
async function turned(picture: Pixels, rotation: number): Promise<Pixels> {
  const { quarters, rest } = turnOf(picture, upright(rotation));
  const whole = fromPixels(picture).rotate(quarters);
  if (rest === undefined) return readPixels(await whole.ensureAlpha().png().toBuffer());
  const [a, b, c, d] = rest.matrix;
  const image = whole.affine(
    [
      [a, b],
      [c, d],
    ],
    { background: { r: 255, g: 255, b: 255, alpha: 0 }, odx: rest.odx, ody: rest.ody },
  );
  return readPixels(await image.png().toBuffer());
}

function noise(width: number, height: number): Pixels {
  const data = Buffer.alloc(width * height * 3);
  for (let at = 0; at < data.length; at += 1) data[at] = (at * 7919 + (at % 13) * 104_729) % 200;
  return { data, width, height, channels: 3 };
}

function largestDifference(a: Buffer, b: Buffer): number {
  return a.reduce((most, value, at) => Math.max(most, Math.abs(value - (b[at] ?? 0))), 0);
}

describe('rotatedSize', () => {
  it('is the rectangle around the picture, to the nearest pixel', () => {
    // 400 cos 30 + 300 sin 30 = 496.41, 400 sin 30 + 300 cos 30 = 459.81.
    expect(rotatedSize({ width: 400, height: 300 }, upright(30))).toEqual({ width: 496, height: 460 });
    expect(rotatedSize({ width: 1, height: 1 }, upright(45))).toEqual({ width: 1, height: 1 });
  });

  it('is the same for an angle and for all that are as far from a quarter', () => {
    fc.assert(
      fc.property(size, degrees, (picture, angle) => {
        const here = rotatedSize(picture, upright(angle));
        expect(rotatedSize(picture, upright((angle + 180) % 360))).toEqual(here);
        const { width, height } = rotatedSize(picture, upright((angle + 90) % 360));
        expect({ width: height, height: width }).toEqual(here);
        const radians = (angle * Math.PI) / 180;
        const [cosine, sine] = [Math.abs(Math.cos(radians)), Math.abs(Math.sin(radians))];
        expect(Math.abs(here.width - (picture.width * cosine + picture.height * sine))).toBeLessThan(0.501);
        expect(Math.abs(here.height - (picture.width * sine + picture.height * cosine))).toBeLessThan(0.501);
      }),
    );
  });

  it('has no row more a hair beside a right angle', () => {
    for (const hair of [-0.0001, 0.0001]) {
      for (const [quarter, expected] of [
        [90, { width: 400, height: 3000 }],
        [180, { width: 3000, height: 400 }],
        [270, { width: 400, height: 3000 }],
      ] as const) {
        expect(rotatedSize({ width: 3000, height: 400 }, upright(quarter + hair))).toEqual(expected);
      }
    }
  });
});

describe('turnOf', () => {
  it('gives a picture of exactly the size that is declared, for every size and angle', async () => {
    let turns = 0;
    await fc.assert(
      fc.asyncProperty(size, degrees, async ({ width, height }, angle) => {
        const picture = { data: Buffer.alloc(width * height * 3), width, height, channels: 3 };
        const declared = rotatedSize(picture, upright(angle));
        expect(await turned(picture, angle)).toMatchObject(declared);
        turns += 1;
      }),
      { numRuns: 400 },
    );
    expect(turns).toBeGreaterThanOrEqual(400);
  });

  it('fills the rectangle to each of its sides, about its middle, and loses none of the picture', async () => {
    for (const angle of [1, 22.5, 45, 100, 135, 200, 225, 315, 340]) {
      const picture: Pixels = { data: Buffer.alloc(90 * 60 * 3), width: 90, height: 60, channels: 3 };
      const { data, width, height } = await turned(picture, angle);
      const alpha = (x: number, y: number) => data[(y * width + x) * 4 + 3] ?? 0;
      const row = (y: number) => Math.max(...Array.from({ length: width }, (_, x) => alpha(x, y)));
      const column = (x: number) => Math.max(...Array.from({ length: height }, (_, y) => alpha(x, y)));
      const sides = [row(0), row(height - 1), column(0), column(width - 1)];
      expect(Math.min(...sides), `${angle}`).toBeGreaterThan(20);
      let [covered, right, below] = [0, 0, 0];
      for (let y = 0; y < height; y += 1) {
        for (let x = 0; x < width; x += 1) {
          covered += alpha(x, y) / 255;
          right += ((x + 0.5 - width / 2) * alpha(x, y)) / 255;
          below += ((y + 0.5 - height / 2) * alpha(x, y)) / 255;
        }
      }
      // As much as there was, but for what the stretching to whole pixels does.
      expect(Math.abs(covered / (90 * 60) - 1), `${angle}`).toBeLessThan(0.012);
      const fromMiddle = Math.hypot(right, below) / covered;
      expect(fromMiddle, `${angle}`).toBeLessThan(0.05);
    }
  });

  it('leaves no seam and loses no row a hair beside a right angle', async () => {
    const picture = noise(40, 30);
    for (const quarter of [0, 90, 180, 270]) {
      const exact = await turned(picture, quarter);
      for (const angle of [quarter + 0.0001, (quarter + 359.9999) % 360]) {
        const near = await turned(picture, angle);
        expect(near).toMatchObject({ width: exact.width, height: exact.height });
        expect(largestDifference(near.data, exact.data), `${angle}`).toBeLessThanOrEqual(1);
      }
    }
  });

  it('turns clockwise about the middle', async () => {
    // Black but for one white corner, the upper right one.
    const picture: Pixels = { data: Buffer.alloc(101 * 101 * 3), width: 101, height: 101, channels: 3 };
    for (let y = 0; y < 9; y += 1) picture.data.fill(255, (y * 101 + 92) * 3, (y * 101 + 101) * 3);
    const quarter = await turned(picture, 45);
    const last = quarter.width - 1;
    const middle = Math.floor(last / 2);
    // What was the upper right corner points to the right.
    expect(pixelAt(quarter, last - 5, middle)).toEqual([255, 255, 255, 255]);
    expect(pixelAt(quarter, 5, middle)).toEqual([0, 0, 0, 255]);
    expect(pixelAt(quarter, middle, 5)).toEqual([0, 0, 0, 255]);
    expect(pixelAt(quarter, 2, 2)[3]).toBe(0);
  });

  it('keeps every pixel where only quarters are turned', async () => {
    const picture = noise(7, 5);
    const half = await turned(picture, 180);
    const back = await sharp(half.data, { raw: { width: 7, height: 5, channels: 4 } })
      .removeAlpha()
      .rotate(180)
      .raw()
      .toBuffer();
    expect(back.equals(picture.data)).toBe(true);
  });
});
