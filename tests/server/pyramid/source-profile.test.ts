import { describe, expect, it } from 'vitest';
import { sharp } from '../../../server/pyramid/sharp.ts';
import { profileOf } from '../../../server/pyramid/source-profile.ts';
import { grayProfile, inkProfile, matrixProfile, type Triple } from '../../support/icc-profile.ts';

const COLUMNS: [Triple, Triple, Triple] = [
  [0.43607, 0.22249, 0.01392],
  [0.38515, 0.71687, 0.09708],
  [0.14307, 0.06061, 0.7141],
];
const rgb = matrixProfile(COLUMNS, { gamma: 2.2 });
const gray = grayProfile({ gamma: 2.2 });
const inks = inkProfile(Array.from({ length: 16 }, (): Triple => [50, 0, 0]));

function changed(change: (bytes: Buffer) => void): Buffer {
  const bytes = Buffer.from(rgb);
  change(bytes);
  return bytes;
}

describe('profileOf', () => {
  it('finds usable what is for this kind of picture', () => {
    for (const space of ['srgb', 'rgb16'] as const) expect(profileOf({ space, icc: rgb })).toBe('usable');
    for (const space of ['b-w', 'grey16'] as const) expect(profileOf({ space, icc: gray })).toBe('usable');
    expect(profileOf({ space: 'cmyk', icc: inks })).toBe('usable');
  });

  it('finds what the image library writes usable', async () => {
    const image = sharp(Buffer.alloc(3), { raw: { width: 1, height: 1, channels: 3 } });
    for (const name of ['srgb', 'p3']) {
      expect(
        profileOf(await sharp(await image.clone().withIccProfile(name).png().toBuffer()).metadata()),
      ).toBe('usable');
    }
  });

  it('finds none where there is none, or none that is asked for', () => {
    expect(profileOf({ space: 'srgb' })).toBe('none');
    expect(profileOf({ space: 'labs', icc: rgb })).toBe('none');
    expect(profileOf({ space: 'b-w', icc: rgb })).toBe('none');
  });

  it.each<[string, Buffer]>([
    ['for grey', gray],
    ['for inks', inks],
    ['that is empty', Buffer.alloc(0)],
    ['that is no profile', Buffer.alloc(1000, 'RGB ')],
    ['that is cut off', rgb.subarray(0, 300)],
    ['that says it has endless tags', changed((bytes) => bytes.writeUInt32BE(0xffffffff, 128))],
    ['with a tag that lies outside', changed((bytes) => bytes.writeUInt32BE(0xfffffff0, 136))],
    ['without a curve', changed((bytes) => bytes.write('none', bytes.indexOf('rTRC'), 'latin1'))],
    ['that links two devices', changed((bytes) => bytes.write('link', 12, 'latin1'))],
  ])('finds unusable one %s in a picture in RGB', (_name, icc) => {
    expect(profileOf({ space: 'srgb', icc })).toBe('unusable');
  });
});
