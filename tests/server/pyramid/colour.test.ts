import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { JPEG, segmentsOf } from '../../../server/pyramid/jpeg-segments.ts';
import { sharp } from '../../../server/pyramid/sharp.ts';
import { readPyramid } from '../../../server/pyramid/tile-index.ts';
import {
  grayProfile,
  inkProfile,
  matrixProfile,
  type Curve,
  type Triple,
} from '../../support/icc-profile.ts';
import { patchesTiff, readPatches } from '../../support/patches.ts';
import { fromPixels, meanDifference, patternImage, readPixels } from '../../support/pattern-image.ts';
import {
  ADOBE,
  built,
  farthest,
  P3,
  PRESS,
  profileIn,
  PROPHOTO,
  shown,
  SRGB_CURVE,
} from '../../support/shown-colours.ts';
import { colourInSrgb, grayInSrgb, labInSrgb } from '../../support/standard-colour.ts';
import { tiffPicture, type TiffPicture } from '../../support/tiff-picture.ts';

/** What comes before the bytes of a tile, as a stream of its own. */
function ended(header: Buffer): Buffer {
  return Buffer.concat([header, Buffer.from([0xff, JPEG.endOfImage])]);
}

const ADOBE_PROFILE = matrixProfile(ADOBE, { gamma: 563 / 256 });

/** APP2, in which JPEG carries them: ICC.1:2022 §B.4. */
const PROFILE_MARKER = 0xe2;

const SPACES: [string, Buffer][] = [
  ['Display P3', matrixProfile(P3, SRGB_CURVE)],
  ['Adobe RGB', ADOBE_PROFILE],
  ['ProPhoto', matrixProfile(PROPHOTO, { gamma: 1.8 })],
  ['linear light, as raw scans are', matrixProfile(P3, { gamma: 1 })],
  [
    'a curve of many points',
    matrixProfile(P3, { table: Array.from({ length: 256 }, (_, i) => (i / 255) ** 2) }),
  ],
];

/** Of paper, ink, faded ink, seals and stains: all are inside of sRGB in every space above. */
const COLOURS: Triple[] = [
  [0, 0, 0],
  [1, 1, 1],
  [0.5, 0.5, 0.5],
  [0.1, 0.1, 0.1],
  [0.8, 0.75, 0.6],
  [0.6, 0.4, 0.3],
  [0.3, 0.35, 0.5],
  [0.2, 0.15, 0.12],
  [0.6, 0.3, 0.3],
];

describe.each([8, 16] as const)('pictures of %i bits in a wide space', (bits) => {
  it.each(SPACES)('become sRGB as the profile means it: %s', async (_name, profile) => {
    const source = patchesTiff(COLOURS, { bits, photometric: 2, profile });
    const icc = await profileIn(source);
    const steps = bits === 8 ? 255 : 65535;
    const wanted = COLOURS.map((colour) => {
      const [red, green, blue] = colour.map((value) => Math.round(value * steps) / steps);
      return colourInSrgb(icc, [red ?? 0, green ?? 0, blue ?? 0]);
    });
    expect(farthest(await shown(source), wanted)).toBeLessThan(2.3);
    expect(farthest(await shown(patchesTiff(COLOURS, { bits, photometric: 2 })), wanted)).toBeGreaterThan(5);
  });

  it('are clipped where sRGB has no such colour, and keep their hue', async () => {
    const full: Triple[] = [
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 1],
    ];
    for (const [, profile] of SPACES) {
      const found = await shown(patchesTiff(full, { bits, photometric: 2, profile }));
      expect(
        farthest(
          found,
          full.map((colour) => colour.map((value) => value * 255)),
        ),
      ).toBeLessThan(25);
    }
  });

  it('carry no profile afterwards, in no level, no tile and no picture', async () => {
    const [width, height] = [700, 600];
    const data = Buffer.alloc((width * height * 3 * bits) / 8, 0x77);
    const picture = { width, height, bits, samples: 3, photometric: 2, data };
    const path = await built(tiffPicture({ ...picture, profile: ADOBE_PROFILE }));
    const { levels, header, pictures } = await readPyramid(path);
    expect(levels.length * pictures.length).toBeGreaterThan(0);
    for (const { page } of levels) expect((await sharp(path, { page }).metadata()).hasProfile).toBe(false);
    const bytes = readFileSync(path);
    const streams = pictures.map(({ offset, length }) => bytes.subarray(offset, offset + length));
    for (const stream of [ended(header), ...streams]) {
      expect(segmentsOf(stream).map(({ marker }) => marker)).not.toContain(PROFILE_MARKER);
    }
  });

  it('stay on white where they are transparent', async () => {
    const source = patchesTiff(
      [
        [0.6, 0.4, 0.3, 1],
        [0.6, 0.4, 0.3, 0],
      ],
      { bits, photometric: 2, extraSample: 2, profile: ADOBE_PROFILE },
    );
    const wanted = [colourInSrgb(ADOBE_PROFILE, [0.6, 0.4, 0.3]), [255, 255, 255]];
    expect(farthest(await shown(source), wanted)).toBeLessThan(2.3);
  });
});

describe.each([8, 16] as const)('grey of %i bits', (bits) => {
  const grays = [0, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 1].map((value) => [value]);

  it.each<[string, Curve, number]>([
    ['a gamma of 1.8', { gamma: 1.8 }, 2],
    ['a gamma of 2.2', { gamma: 2.2 }, 2],
    ['dot gain', { table: [0, 0.02, 0.05, 0.09, 0.14, 0.21, 0.3, 0.41, 0.55, 0.73, 1] }, 2],
    // littleCMS draws a straight line through the first 32nd of a curve, and ours begins steeply.
    ['linear light', { gamma: 1 }, 2.3],
  ])('is read by the curve of its profile and stays one channel: %s', async (_name, curve, tolerance) => {
    const source = patchesTiff(grays, { bits, photometric: 1, profile: grayProfile(curve) });
    const icc = await profileIn(source);
    const wanted = grays.map(([value = 0]) => Array.from({ length: 3 }, () => grayInSrgb(icc, value)));
    const path = await built(source);
    expect(farthest(readPatches(await readPixels(path)), wanted)).toBeLessThan(tolerance);
    expect(await sharp(path).metadata()).toMatchObject({ channels: 1, space: 'b-w', hasProfile: false });
    expect((await readPyramid(path)).gray).toBe(true);
  });

  it('is taken as it is without a profile, and with one of colours or a broken one', async () => {
    const wanted = grays.map(([value = 0]) => Array.from({ length: 3 }, () => value * 255));
    for (const profile of [undefined, matrixProfile(P3, { gamma: 1 }), Buffer.from('no profile at all')]) {
      const source = patchesTiff(grays, {
        bits,
        photometric: 1,
        ...(profile === undefined ? {} : { profile }),
      });
      expect(farthest(await shown(source), wanted)).toBeLessThan(1.5);
    }
  });

  it('is on white where it is transparent, with a profile as without', async () => {
    const half = [
      [0.5, 1],
      [0.5, 0],
    ];
    for (const profile of [undefined, grayProfile({ gamma: 1.8 })]) {
      const source = patchesTiff(half, {
        bits,
        photometric: 1,
        extraSample: 2,
        ...(profile === undefined ? {} : { profile }),
      });
      const gray = profile === undefined ? 127.5 : grayInSrgb(profile, 0.5);
      expect(
        farthest(await shown(source), [Array.from({ length: 3 }, () => gray), [255, 255, 255]]),
      ).toBeLessThan(1.5);
    }
  });
});

describe('a profile that does not fit', () => {
  const good = matrixProfile(P3, { gamma: 1.8 });
  const changed = (change: (bytes: Buffer) => void) => {
    const bytes = Buffer.from(good);
    change(bytes);
    return bytes;
  };

  it.each<[string, Buffer]>([
    ['for grey', grayProfile({ gamma: 1 })],
    ['for inks', inkProfile(PRESS)],
    ['that is none', Buffer.from('no profile at all')],
    ['that is empty', Buffer.from([0])],
    ['that is cut off', good.subarray(0, 200)],
    ['whose tags are full of zeros', changed((bytes) => bytes.fill(0, 216))],
    [
      'with a curve of no known kind',
      changed((bytes) => bytes.write('oops', bytes.lastIndexOf('curv'), 'latin1')),
    ],
    ['that links two devices', changed((bytes) => bytes.write('link', 12, 'latin1'))],
  ])('leaves the colours as they are: one %s', async (_name, profile) => {
    const colours: Triple[] = [
      [0.6, 0.4, 0.3],
      [1, 1, 1],
    ];
    const wanted = colours.map((colour) => colour.map((value) => value * 255));
    for (const bits of [8, 16] as const) {
      expect(
        farthest(await shown(patchesTiff(colours, { bits, photometric: 2, profile })), wanted),
      ).toBeLessThan(2);
    }
  });
});

describe('other ways to say a colour', () => {
  const square = (picture: Omit<TiffPicture, 'width' | 'height'>) =>
    tiffPicture({ ...picture, width: 32, height: 32 });

  it('reads CIELab with 16 bits', async () => {
    const colours: Triple[] = [
      [50, 0, 0],
      [60, 40, 20],
      [20, 5, 5],
      [97, -1, 6],
    ];
    for (const colour of colours) {
      const [l, a, b] = colour;
      const data = Buffer.alloc(32 * 32 * 6);
      for (let at = 0; at < data.length; at += 6) {
        data.writeUInt16LE(Math.round(l * 655.35), at);
        data.writeInt16LE(a * 256, at + 2);
        data.writeInt16LE(b * 256, at + 4);
      }
      // The image library takes the white to be D65's where it is D50's; in blues this is more.
      const found = await shown(square({ bits: 16, samples: 3, photometric: 8, data }));
      expect(farthest(found, [labInSrgb(colour)])).toBeLessThan(4.5);
    }
  });

  it('says of CIELab with 8 bits that it cannot be read', async () => {
    const source = square({ bits: 8, samples: 3, photometric: 8, data: Buffer.alloc(32 * 32 * 3, 100) });
    await expect(built(source)).rejects.toMatchObject({ code: 'image-file-unsupported' });
  });

  it('reads palettes, in colours by their profile and in grey as grey', async () => {
    const colours = [Array.from({ length: 256 }, () => 0.6), Array.from({ length: 256 }, () => 0.4)];
    const colorMap = [...colours.flat(), ...Array.from({ length: 256 }, () => 0.3)].map(
      (value) => value * 65535,
    );
    const picture = { bits: 8 as const, samples: 1, photometric: 3, data: Buffer.alloc(32 * 32, 7) };
    const profile = matrixProfile(P3, SRGB_CURVE);
    expect(farthest(await shown(square({ ...picture, colorMap })), [[153, 102, 76.5]])).toBeLessThan(2);
    expect(
      farthest(await shown(square({ ...picture, colorMap, profile })), [
        colourInSrgb(profile, [0.6, 0.4, 0.3]),
      ]),
    ).toBeLessThan(2.3);
    const ramp = Array.from({ length: 256 }, (_, index) => index * 257);
    const path = await built(square({ ...picture, colorMap: [...ramp, ...ramp, ...ramp] }));
    expect((await readPyramid(path)).gray).toBe(true);
    expect(farthest(readPatches(await readPixels(path)), [[7, 7, 7]])).toBeLessThan(1.5);

    const png = await fromPixels(patternImage(32, 32)).png({ palette: true }).toBuffer();
    expect(meanDifference(await readPixels(await built(png)), await readPixels(png))).toBeLessThan(12);
  });

  it('reads one bit with white as 0 and with white as 1', async () => {
    const wanted = { 0: [0, 255], 1: [255, 0] };
    for (const photometric of [0, 1] as const) {
      for (const [index, byte] of [255, 0].entries()) {
        const path = await built(
          square({ bits: 1, samples: 1, photometric, data: Buffer.alloc(32 * 4, byte) }),
        );
        const value = wanted[photometric][index] ?? NaN;
        expect(farthest(readPatches(await readPixels(path)), [[value, value, value]])).toBeLessThan(1);
      }
    }
  });

  it.each([
    ['YCbCr', 85],
    ['RGB', 95],
  ])('reads TIFF files whose JPEG tiles are in %s', async (_name, quality) => {
    const source = patternImage(300, 200);
    const tiff = await fromPixels(source).tiff({ compression: 'jpeg', quality, tile: true }).toBuffer();
    expect(meanDifference(await readPixels(await built(tiff)), source)).toBeLessThan(3);
  });
});

describe('bitonal pages', () => {
  /** Strokes a few pixels wide at every angle, in black on white. */
  function strokes(): Buffer {
    const data = Buffer.alloc((512 / 8) * 512);
    for (let y = 0; y < 512; y += 1) {
      for (let x = 0; x < 512; x += 1) {
        const white = Math.sin((x * x + y * y) / 3000) + Math.sin(x / 5) > 0;
        if (white) data[y * 64 + (x >> 3)] = (data[y * 64 + (x >> 3)] ?? 0) | (0x80 >> (x & 7));
      }
    }
    return data;
  }

  it('stay nearly black and nearly white up to the edges of their strokes', async () => {
    const data = strokes();
    const haze = async (bytes: Buffer) => {
      const path = await built(bytes);
      const pixels = await sharp(path).toColourspace('b-w').raw().toBuffer();
      return pixels.reduce((most, value) => Math.max(most, Math.min(value, 255 - value)), 0);
    };
    const bitonal = tiffPicture({ width: 512, height: 512, bits: 1, samples: 1, photometric: 1, data });
    const gray = await sharp(bitonal).toColourspace('b-w').tiff({ compression: 'lzw' }).toBuffer();
    // As grey they are compressed like photographs.
    expect(await haze(bitonal)).toBeLessThan(0.75 * (await haze(gray)));
  });

  it('are one channel and of one quality to the last tile', async () => {
    const picture = { bits: 1 as const, samples: 1, photometric: 1 };
    const path = await built(
      tiffPicture({ ...picture, width: 512, height: 500, data: strokes().subarray(0, 64 * 500) }),
    );
    const { header, levels, gray } = await readPyramid(path);
    expect(gray).toBe(true);
    const [tile] = levels[0]?.tiles ?? [];
    if (tile === undefined) throw new Error('the pyramid has no tile');
    const stream = readFileSync(path).subarray(tile.offset, tile.offset + tile.length);
    const tables = segmentsOf(Buffer.concat([header, stream])).filter(
      ({ marker }) => marker === JPEG.quantization,
    );
    // The first number of a table at quality 92 is 3; it would be 5 at 85: ITU-T T.81 §K.1, scaled.
    expect(new Set(tables.map(({ body }) => body[1]))).toEqual(new Set([3]));
  });
});
