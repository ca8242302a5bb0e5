import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildPyramid } from '../../../server/pyramid/build.ts';
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
import { NO_SHARED_DATA, sharedData } from '../../support/shared-data.ts';
import { colourInSrgb, grayInSrgb, labInSrgb } from '../../support/standard-colour.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { tiffPicture, type TiffPicture } from '../../support/tiff-picture.ts';

async function built(bytes: Buffer): Promise<string> {
  const folder = temporaryFolder();
  const [file, target] = [join(folder, 'source'), join(folder, 'p.tif')];
  writeFileSync(file, bytes);
  await buildPyramid(file, 0, target, { maxPixels: 10_000_000 });
  return target;
}

/** The colours of the patches in the pyramid that is made of them. */
async function shown(bytes: Buffer): Promise<number[][]> {
  return readPatches(await readPixels(await built(bytes)));
}

/** How far the farthest sample is from where it should be, in levels. */
function farthest(found: readonly (readonly number[])[], wanted: readonly (readonly number[])[]): number {
  expect(found).toHaveLength(wanted.length);
  return Math.max(
    ...found.flatMap((colour, patch) =>
      colour.map((value, channel) => Math.abs(value - clipped(wanted[patch]?.[channel] ?? NaN))),
    ),
  );
}

function clipped(value: number): number {
  return Math.min(255, Math.max(0, value));
}

/** What comes before the bytes of a tile, as a stream of its own. */
function ended(header: Buffer): Buffer {
  return Buffer.concat([header, Buffer.from([0xff, JPEG.endOfImage])]);
}

async function profileIn(file: Buffer | string): Promise<Buffer> {
  const { icc } = await sharp(file).metadata();
  if (icc === undefined) throw new Error('the file has no profile');
  return icc;
}

/** IEC 61966-2-1 as ICC.1's parametric curve. */
const SRGB_CURVE: Curve = { parametric: [2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045] };

/** Colorants of the profiles that are given out under these names. */
const P3: [Triple, Triple, Triple] = [
  [0.51512, 0.2412, -0.00105],
  [0.29198, 0.69225, 0.04189],
  [0.1571, 0.06657, 0.78407],
];
const ADOBE: [Triple, Triple, Triple] = [
  [0.60974, 0.31111, 0.01947],
  [0.20528, 0.62567, 0.06087],
  [0.14919, 0.06322, 0.74457],
];
const PROPHOTO: [Triple, Triple, Triple] = [
  [0.79767, 0.28804, 0],
  [0.13519, 0.71187, 0],
  [0.03135, 0.00009, 0.82491],
];

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

/**
 * Of no ink and full ink in cyan, magenta, yellow and black: what a made-up press prints, in CIELab under D50.
 * Its paper is white and its darkest is black, so that nothing has to be fitted.
 */
const PRESS: Triple[] = Array.from({ length: 16 }, (_, index) => {
  const [cyan, magenta, yellow, black] = inksOf(index);
  return black === 1
    ? [20 - (20 * (cyan + magenta + yellow)) / 3, 0, 0]
    : [100 - 35 * cyan - 45 * magenta - 8 * yellow, -25 * cyan + 45 * magenta, -25 * cyan + 40 * yellow];
});

/** The 16 mixtures in the order of `PRESS`. */
const INKS = PRESS.map((_, index) => inksOf(index));

function inksOf(index: number): [number, number, number, number] {
  return [(index >> 3) & 1, (index >> 2) & 1, (index >> 1) & 1, index & 1];
}

describe('print colours', () => {
  it.each([8, 16] as const)('become what the profile of the press says, at %i bits', async (bits) => {
    const source = patchesTiff(INKS, { bits, photometric: 5, profile: inkProfile(PRESS) });
    expect(farthest(await shown(source), PRESS.map(labInSrgb))).toBeLessThan(2.5);
  });

  it.skipIf(sharedData('image-formats') === undefined)(
    `are those of littleCMS in the profile of coated paper (skipped if ${NO_SHARED_DATA})`,
    async () => {
      const profile = await profileIn(join(sharedData('image-formats') ?? '', 'fogra-0-100-100-0.tif'));
      // Printed by `transicc -i fogra.icc -o'*sRGB' -t0 -n -s` (littleCMS 2.14) for these inks.
      const patches: [number[], number[]][] = [
        [
          [0, 0, 0, 0],
          [255, 255, 255],
        ],
        [
          [1, 0, 0, 0],
          [0, 158.7, 227.4],
        ],
        [
          [0, 1, 0, 0],
          [229.5, 0, 125.6],
        ],
        [
          [0, 0, 1, 0],
          [255, 237.4, 0],
        ],
        [
          [0, 0, 0, 1],
          [29.1, 28.9, 27.5],
        ],
        [
          [1, 1, 0, 0],
          [48.8, 39.2, 131.4],
        ],
        [
          [0, 1, 1, 0],
          [227.2, 6.3, 19.7],
        ],
        [
          [1, 0, 1, 0],
          [0, 150.2, 64.5],
        ],
        [
          [128 / 255, 102 / 255, 102 / 255, 26 / 255],
          [136.5, 136.2, 136.1],
        ],
        [
          [26 / 255, 38 / 255, 76 / 255, 0],
          [233.8, 216.7, 187.8],
        ],
        [
          [51 / 255, 204 / 255, 26 / 255, 13 / 255],
          [195.1, 77.3, 136.9],
        ],
      ];
      for (const bits of [8, 16] as const) {
        const source = patchesTiff(
          patches.map(([inks]) => inks),
          { bits, photometric: 5, profile },
        );
        expect(
          farthest(
            await shown(source),
            patches.map(([, colour]) => colour),
          ),
        ).toBeLessThan(2.3);
      }
    },
  );

  it('are plausible without a profile, and with one that is broken or not for inks', async () => {
    const patches = [
      [0, 0, 0, 0],
      [1, 0, 0, 0],
      [0, 1, 0, 0],
      [0, 0, 1, 0],
      [0, 0, 0, 1],
    ];
    const plausible = [
      [255, 255, 255],
      [0, 160, 230],
      [230, 0, 126],
      [255, 240, 0],
      [16, 10, 10],
    ];
    for (const profile of [undefined, matrixProfile(P3, SRGB_CURVE), Buffer.from('no profile at all')]) {
      const source = patchesTiff(patches, {
        bits: 8,
        photometric: 5,
        ...(profile === undefined ? {} : { profile }),
      });
      expect(farthest(await shown(source), plausible)).toBeLessThan(16);
    }
  });

  it('are the same in JPEG files as Adobe writes them: inverted, and as YCCK', async () => {
    const wanted = await shown(patchesTiff(INKS, { bits: 8, photometric: 5 }));
    expect(farthest(await shown(await inkJpeg(INKS)), wanted)).toBeLessThan(3);
    expect(farthest(await shown(asYcck(await inkJpeg(INKS.map(ycckSamples)))), wanted)).toBeLessThan(6);
  });

  it('are taken for inverted in JPEG files without the mark of Adobe too, as every reader does', async () => {
    const wanted = await shown(patchesTiff(INKS, { bits: 8, photometric: 5 }));
    expect(farthest(await shown(withoutAdobeMark(await inkJpeg(INKS))), wanted)).toBeLessThan(3);
  });
});

/** A CMYK file with Adobe's mark, for which the image library writes 255 for no ink. */
async function inkJpeg(inks: readonly (readonly number[])[]): Promise<Buffer> {
  return sharp(patchesTiff(inks, { bits: 8, photometric: 5 }))
    .pipelineColourspace('cmyk')
    .toColourspace('cmyk')
    .jpeg({ quality: 100, chromaSubsampling: '4:4:4' })
    .toBuffer();
}

/** The inks for which `inkJpeg` writes the samples that mean these in YCCK: ITU-T T.872 §6.5.3, T.871 §7. */
function ycckSamples([cyan = 0, magenta = 0, yellow = 0, black = 0]: readonly number[]): number[] {
  const y = 0.299 * cyan + 0.587 * magenta + 0.114 * yellow;
  const [cb, cr] = [(yellow - y) / 1.772 + 128 / 255, (cyan - y) / 1.402 + 128 / 255];
  return [1 - y, 1 - Math.min(1, cb), 1 - Math.min(1, cr), black];
}

function asYcck(jpeg: Buffer): Buffer {
  const mark = adobeMark(jpeg);
  const changed = Buffer.from(jpeg);
  // The last byte of the mark says how the samples were transformed.
  changed.writeUInt8(2, mark.bodyAt + 11);
  return changed;
}

function withoutAdobeMark(jpeg: Buffer): Buffer {
  const { body, bodyAt } = adobeMark(jpeg);
  return Buffer.concat([jpeg.subarray(0, bodyAt - 4), jpeg.subarray(bodyAt + body.length)]);
}

function adobeMark(jpeg: Buffer) {
  const mark = segmentsOf(jpeg).find(({ marker }) => marker === 0xee);
  if (mark === undefined) throw new Error('the file has no mark of Adobe');
  return mark;
}

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
