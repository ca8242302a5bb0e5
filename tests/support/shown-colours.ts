import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { buildPyramid } from '../../server/pyramid/build.ts';
import { sharp } from '../../server/pyramid/sharp.ts';
import type { Curve, Triple } from './icc-profile.ts';
import { readPatches } from './patches.ts';
import { readPixels } from './pattern-image.ts';
import { temporaryFolder } from './temporary-folder.ts';

export async function built(bytes: Buffer): Promise<string> {
  const folder = temporaryFolder();
  const [file, target] = [join(folder, 'source'), join(folder, 'p.tif')];
  writeFileSync(file, bytes);
  await buildPyramid(file, 0, target, { maxPixels: 10_000_000 });
  return target;
}

/** The colours of the patches in the pyramid that is made of them. */
export async function shown(bytes: Buffer): Promise<number[][]> {
  return readPatches(await readPixels(await built(bytes)));
}

/** How far the farthest sample is from where it should be, in levels. */
export function farthest(
  found: readonly (readonly number[])[],
  wanted: readonly (readonly number[])[],
): number {
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

export async function profileIn(file: Buffer | string): Promise<Buffer> {
  const { icc } = await sharp(file).metadata();
  if (icc === undefined) throw new Error('the file has no profile');
  return icc;
}

/** IEC 61966-2-1 as ICC.1's parametric curve. */
export const SRGB_CURVE: Curve = { parametric: [2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045] };

/** Colorants of the profiles that are given out under these names. */
export const P3: [Triple, Triple, Triple] = [
  [0.51512, 0.2412, -0.00105],
  [0.29198, 0.69225, 0.04189],
  [0.1571, 0.06657, 0.78407],
];
export const ADOBE: [Triple, Triple, Triple] = [
  [0.60974, 0.31111, 0.01947],
  [0.20528, 0.62567, 0.06087],
  [0.14919, 0.06322, 0.74457],
];
export const PROPHOTO: [Triple, Triple, Triple] = [
  [0.79767, 0.28804, 0],
  [0.13519, 0.71187, 0],
  [0.03135, 0.00009, 0.82491],
];

/**
 * Of no ink and full ink in cyan, magenta, yellow and black: what a made-up press prints, in CIELab under D50.
 * Its paper is white and its darkest is black, so that nothing has to be fitted.
 */
export const PRESS: Triple[] = Array.from({ length: 16 }, (_, index) => {
  const [cyan, magenta, yellow, black] = inksOf(index);
  return black === 1
    ? [20 - (20 * (cyan + magenta + yellow)) / 3, 0, 0]
    : [100 - 35 * cyan - 45 * magenta - 8 * yellow, -25 * cyan + 45 * magenta, -25 * cyan + 40 * yellow];
});

export function inksOf(index: number): [number, number, number, number] {
  return [(index >> 3) & 1, (index >> 2) & 1, (index >> 1) & 1, index & 1];
}
