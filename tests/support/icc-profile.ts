/** Three numbers: red, green, blue, or X, Y, Z. */
export type Triple = readonly [number, number, number];

/** A tone curve as ICC.1 writes it: `curv` of one number or of many, `para` (§10.6, §10.18). */
export type Curve = { gamma: number } | { table: readonly number[] } | { parametric: readonly number[] };

/**
 * An RGB profile of a matrix and curves: ICC.1:2022 §8.3.3.
 * @param columns rXYZ, gXYZ and bXYZ, seen under D50.
 */
export function matrixProfile(columns: readonly [Triple, Triple, Triple], curve: Curve): Buffer {
  const [red, green, blue] = columns;
  return profile('RGB ', 'XYZ ', 'mntr', [
    ['rXYZ', xyzTag(red)],
    ['gXYZ', xyzTag(green)],
    ['bXYZ', xyzTag(blue)],
    ['wtpt', xyzTag(D50)],
    ['rTRC', curveTag(curve)],
    ['gTRC', curveTag(curve)],
    ['bTRC', curveTag(curve)],
  ]);
}

/** A profile of one curve: ICC.1:2022 §8.3.4. */
export function grayProfile(curve: Curve): Buffer {
  return profile('GRAY', 'XYZ ', 'mntr', [
    ['wtpt', xyzTag(D50)],
    ['kTRC', curveTag(curve)],
  ]);
}

/**
 * A CMYK profile that knows the Lab colours of the 16 mixtures of no and full ink, and nothing between but the
 * mean: `mft2`, ICC.1:2022 §10.10.
 * @param lab of each mixture; black ink changes fastest, cyan slowest.
 */
export function inkProfile(lab: readonly Triple[]): Buffer {
  const head = Buffer.alloc(52);
  head.write('mft2', 'latin1');
  head.set([4, 3, 2], 8);
  for (const at of [12, 28, 44]) head.writeInt32BE(65536, at);
  head.writeUInt16BE(2, 48);
  head.writeUInt16BE(2, 50);
  // ICC.1:2001's 16-bit Lab, which this type keeps: 0xff00 is L* 100, 0x8000 is a* or b* 0.
  const colours = lab.flatMap(([l, a, b]) => [(l / 100) * 0xff00, (a + 128) * 256, (b + 128) * 256]);
  const straight = [0, 0xffff];
  const numbers = [
    ...Array.from({ length: 4 }, () => straight).flat(),
    ...colours,
    ...straight,
    ...straight,
    ...straight,
  ];
  return profile('CMYK', 'Lab ', 'prtr', [
    ['wtpt', xyzTag(D50)],
    ['A2B0', Buffer.concat([head, words(numbers)])],
  ]);
}

/** PCS white: ICC.1:2022 §7.2.16. */
export const D50: Triple = [0.9642, 1, 0.8249];

function profile(
  space: string,
  pcs: string,
  kind: string,
  tags: readonly (readonly [string, Buffer])[],
): Buffer {
  const head = Buffer.alloc(128 + 4 + tags.length * 12);
  head.writeUInt32BE(0x02400000, 8);
  head.write(kind, 12, 'latin1');
  head.write(space, 16, 'latin1');
  head.write(pcs, 20, 'latin1');
  head.writeUInt16BE(2026, 24);
  head.writeUInt16BE(1, 26);
  head.writeUInt16BE(1, 28);
  head.write('acsp', 36, 'latin1');
  xyzNumbers(D50).copy(head, 68);
  head.writeUInt32BE(tags.length, 128);
  let at = head.length;
  for (const [index, [name, body]] of tags.entries()) {
    head.write(name, 132 + index * 12, 'latin1');
    head.writeUInt32BE(at, 136 + index * 12);
    head.writeUInt32BE(body.length, 140 + index * 12);
    at += body.length;
  }
  head.writeUInt32BE(at, 0);
  return Buffer.concat([head, ...tags.map(([, body]) => body)]);
}

function xyzTag(value: Triple): Buffer {
  return Buffer.concat([Buffer.from('XYZ \0\0\0\0', 'latin1'), xyzNumbers(value)]);
}

function xyzNumbers(value: Triple): Buffer {
  const bytes = Buffer.alloc(12);
  for (const [index, number] of value.entries()) bytes.writeInt32BE(Math.round(number * 65536), index * 4);
  return bytes;
}

function curveTag(curve: Curve): Buffer {
  if ('parametric' in curve) {
    // Type 3, that of sRGB: g a b c d.
    const bytes = Buffer.alloc(12 + curve.parametric.length * 4);
    bytes.write('para', 'latin1');
    bytes.writeUInt16BE(3, 8);
    for (const [index, number] of curve.parametric.entries()) {
      bytes.writeInt32BE(Math.round(number * 65536), 12 + index * 4);
    }
    return bytes;
  }
  const numbers = 'gamma' in curve ? [curve.gamma * 256] : curve.table.map((value) => value * 0xffff);
  const head = Buffer.from('curv\0\0\0\0\0\0\0\0', 'latin1');
  head.writeUInt32BE(numbers.length, 8);
  // Tags begin at multiples of 4: §7.3.
  return Buffer.concat([head, words(numbers), Buffer.alloc(numbers.length % 2 === 0 ? 0 : 2)]);
}

function words(numbers: readonly number[]): Buffer {
  const bytes = Buffer.alloc(numbers.length * 2);
  for (const [index, number] of numbers.entries()) bytes.writeUInt16BE(Math.round(number), index * 2);
  return bytes;
}

/** The tone curve in a tag, from what is stored to light, both 0 to 1: ICC.1:2022 §10.6, §10.18. */
export function readCurve(icc: Buffer, name: string): (value: number) => number {
  const tag = tagOf(icc, name);
  if (tag.toString('latin1', 0, 4) === 'para') {
    const [g = 0, a = 0, b = 0, c = 0, d = 0] = [0, 1, 2, 3, 4].map((index) => fixed(tag, 12 + index * 4));
    return (value) => (value >= d ? (a * value + b) ** g : c * value);
  }
  const count = tag.readUInt32BE(8);
  if (count === 0) return (value) => value;
  if (count === 1) return (value) => value ** (tag.readUInt16BE(12) / 256);
  return (value) => {
    const place = value * (count - 1);
    const below = Math.min(Math.floor(place), count - 2);
    const [from, to] = [tag.readUInt16BE(12 + below * 2), tag.readUInt16BE(14 + below * 2)];
    return (from + (to - from) * (place - below)) / 0xffff;
  };
}

/** The three numbers of an `XYZ ` tag: §10.31. */
export function readXyz(icc: Buffer, name: string): Triple {
  const tag = tagOf(icc, name);
  return [fixed(tag, 8), fixed(tag, 12), fixed(tag, 16)];
}

function tagOf(icc: Buffer, name: string): Buffer {
  for (let at = 132; at < 132 + icc.readUInt32BE(128) * 12; at += 12) {
    if (icc.toString('latin1', at, at + 4) !== name) continue;
    const start = icc.readUInt32BE(at + 4);
    return icc.subarray(start, start + icc.readUInt32BE(at + 8));
  }
  throw new Error(`the profile has no ${name}`);
}

function fixed(tag: Buffer, at: number): number {
  return tag.readInt32BE(at) / 65536;
}
