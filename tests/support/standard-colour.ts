import { readCurve, readXyz, type Triple } from './icc-profile.ts';

/**
 * What sRGB shows for a colour of an RGB profile of a matrix and curves, reckoned by the profile's own tags and
 * by the definition of sRGB: ICC.1:2022 §F.3 to the connection space, from there IEC 61966-2-1.
 * @param rgb 0 to 1.
 * @returns red, green and blue from 0 to 255, not rounded; below or above where sRGB has no such colour.
 */
export function colourInSrgb(icc: Buffer, rgb: Triple): Triple {
  const light = ['rTRC', 'gTRC', 'bTRC'].map((name, index) => readCurve(icc, name)(rgb[index] ?? 0));
  const columns = ['rXYZ', 'gXYZ', 'bXYZ'].map((name) => readXyz(icc, name));
  return fromConnectionSpace(
    mapTriple((row) => columns.reduce((sum, column, index) => sum + column[row] * (light[index] ?? 0), 0)),
  );
}

/** The same of a grey profile. */
export function grayInSrgb(icc: Buffer, value: number): number {
  return encoded(readCurve(icc, 'kTRC')(value));
}

/** What sRGB shows for a CIELab colour under D50. */
export function labInSrgb([l, a, b]: Triple): Triple {
  const y = (l + 16) / 116;
  const [x, z] = [y + a / 500, y - b / 200];
  return fromConnectionSpace([0.9642 * cube(x), cube(y), 0.8249 * cube(z)]);
}

function cube(value: number): number {
  return value > 6 / 29 ? value ** 3 : (value - 4 / 29) * 3 * (6 / 29) ** 2;
}

/** The primaries of sRGB as they are seen under D50: the colorants of the profile that the ICC gives out. */
const COLORANTS: readonly [Triple, Triple, Triple] = [
  [0.43607, 0.22249, 0.01392],
  [0.38515, 0.71687, 0.09708],
  [0.14307, 0.06061, 0.7141],
];

/** Cramer's rule. */
function fromConnectionSpace(xyz: Triple): Triple {
  const [red, green, blue] = COLORANTS;
  const whole = determinant(red, green, blue);
  return [
    encoded(determinant(xyz, green, blue) / whole),
    encoded(determinant(red, xyz, blue) / whole),
    encoded(determinant(red, green, xyz) / whole),
  ];
}

function determinant([a, b, c]: Triple, [d, e, f]: Triple, [g, h, i]: Triple): number {
  return a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g);
}

function encoded(light: number): number {
  return 255 * (light <= 0.0031308 ? 12.92 * light : 1.055 * light ** (1 / 2.4) - 0.055);
}

function mapTriple(make: (index: 0 | 1 | 2) => number): Triple {
  return [make(0), make(1), make(2)];
}
