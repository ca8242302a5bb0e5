import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { segmentsOf } from '../../../server/pyramid/jpeg-segments.ts';
import { sharp } from '../../../server/pyramid/sharp.ts';
import { inkProfile, matrixProfile } from '../../support/icc-profile.ts';
import { patchesTiff } from '../../support/patches.ts';
import { NO_SHARED_DATA, sharedData } from '../../support/shared-data.ts';
import { farthest, inksOf, P3, PRESS, profileIn, shown, SRGB_CURVE } from '../../support/shown-colours.ts';
import { labInSrgb } from '../../support/standard-colour.ts';

/** The 16 mixtures in the order of `PRESS`. */
const INKS = PRESS.map((_, index) => inksOf(index));

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
