import { expect } from 'vitest';
import type { Box, Size } from '../../server/model/box.ts';
import { sharp } from '../../server/pyramid/sharp.ts';
import { meanDifference, type Pixels } from './pattern-image.ts';
import type { Answer } from './raw-request.ts';

/**
 * How near an answer without loss is to what is expected of `patternImage`, down to a fifth of its size: what
 * is right is at 0.6 to 1, of which most is the pyramid's JPEG; what is moved by one pixel is at 2.5.
 */
export const CLOSE = 1.5;

/**
 * The same for what is scaled: it may be made of a level of the ladder, whose last pixels stand for less than
 * the others, so that it is moved by up to a quarter of a pixel of its own.
 */
export const CLOSE_WHEN_SCALED = 2.4;

/**
 * What a request should show, reckoned from the source's pixels by the definition alone and without the library
 * that the server uses: each pixel is the mean of what lies under it.
 *
 * @param area in pixels of the source; what lies beyond its edges counts for nothing.
 */
export function expectedPicture(source: Pixels, area: Box, size: Size): Pixels {
  const across = spans(area.x, area.width, size.width, source.width);
  const down = spans(area.y - firstRow(area), area.height, size.height, source.height - firstRow(area));
  return transposed(shrunk(transposed(shrunk(rows(source, area), across)), down));
}

/** Mirrored at the vertical axis, then turned clockwise: Image API 3.0 §4.3. */
export function turned(
  { data, width, height, channels }: Pixels,
  { mirrored = false, quarters = 0 }: { mirrored?: boolean; quarters?: number },
): Pixels {
  const [outWidth, outHeight] = quarters % 2 === 0 ? [width, height] : [height, width];
  const out = Buffer.alloc(data.length);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      let [column, row] = [mirrored ? width - 1 - x : x, y];
      let tall = height;
      let wide = width;
      for (let turn = 0; turn < quarters; turn += 1) {
        [column, row] = [tall - 1 - row, column];
        [wide, tall] = [tall, wide];
      }
      const from = (y * width + x) * channels;
      data.copy(out, (row * outWidth + column) * channels, from, from + channels);
    }
  }
  return { data: out, width: outWidth, height: outHeight, channels };
}

/** In three channels, as an eye weighs them: Rec. 601. */
export function grayed({ data, width, height }: Pixels): Pixels {
  const out = Buffer.alloc(data.length);
  for (let at = 0; at < data.length; at += 3) {
    const [red = 0, green = 0, blue = 0] = data.subarray(at, at + 3);
    out.fill(Math.round(0.299 * red + 0.587 * green + 0.114 * blue), at, at + 3);
  }
  return { data: out, width, height, channels: 3 };
}

/** An answer's pixels in three channels, decoded without tolerance: a warning is an error. */
export async function decoded(bytes: Buffer): Promise<Pixels> {
  const { data, info } = await sharp(bytes, { failOn: 'warning' })
    .toColourspace('srgb')
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  if (info.channels === 1) return tripled({ data, ...info });
  return { data, width: info.width, height: info.height, channels: info.channels };
}

/**
 * How far an answer is from what is expected: the mean difference of its bytes, 0 to 255. A picture of another
 * size is infinitely far.
 */
export async function distance(bytes: Buffer, expected: Pixels): Promise<number> {
  const found = await decoded(bytes);
  const same = found.width === expected.width && found.height === expected.height;
  return same ? meanDifference(found, expected) : Infinity;
}

/** That it is an image, of the very size, and shows what it should the right way round. */
export async function expectPicture(
  { status, bytes }: Answer,
  expected: Pixels,
  closer?: number,
): Promise<void> {
  expect({ status, body: status === 200 ? '' : bytes.toString() }).toEqual({ status: 200, body: '' });
  const found = await decoded(bytes);
  expect({ width: found.width, height: found.height }).toEqual({
    width: expected.width,
    height: expected.height,
  });
  expect(meanDifference(found, expected)).toBeLessThan(closer ?? CLOSE);
}

/** Only those that the area touches: the others would be worked on for nothing. */
function rows({ data, width, height, channels }: Pixels, area: Box): Pixels {
  const [first, last] = [firstRow(area), Math.min(height, Math.ceil(area.y + area.height))];
  const length = width * channels;
  return { data: data.subarray(first * length, last * length), width, height: last - first, channels };
}

function firstRow({ y }: Box): number {
  return Math.floor(y);
}

type Span = { first: number; weights: number[] };

/** For each of `count` pixels, which pixels of the source lie under it and how much of each. */
function spans(start: number, length: number, count: number, limit: number): Span[] {
  return Array.from({ length: count }, (_, index) => {
    const from = Math.min(start + (length * index) / count, limit - 1e-6);
    const to = Math.min(start + (length * (index + 1)) / count, limit);
    const first = Math.floor(from);
    const weights: number[] = [];
    for (let at = first; at < to; at += 1) weights.push(Math.min(at + 1, to) - Math.max(at, from));
    return { first, weights };
  });
}

/** Along the rows. */
function shrunk({ data, width, height, channels }: Pixels, columns: readonly Span[]): Pixels {
  const out = Buffer.alloc(columns.length * height * channels);
  for (const [x, { first, weights }] of columns.entries()) {
    const all = weights.reduce((sum, weight) => sum + weight, 0);
    for (let y = 0; y < height; y += 1) {
      const at = (y * width + first) * channels;
      for (let channel = 0; channel < channels; channel += 1) {
        let sum = 0;
        for (let nth = 0; nth < weights.length; nth += 1) {
          sum += (weights[nth] ?? 0) * (data[at + nth * channels + channel] ?? 0);
        }
        out[(y * columns.length + x) * channels + channel] = Math.round(sum / all);
      }
    }
  }
  return { data: out, width: columns.length, height, channels };
}

function transposed({ data, width, height, channels }: Pixels): Pixels {
  const out = Buffer.alloc(data.length);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      for (let channel = 0; channel < channels; channel += 1) {
        out[(x * height + y) * channels + channel] = data[(y * width + x) * channels + channel] ?? 0;
      }
    }
  }
  return { data: out, width: height, height: width, channels };
}

function tripled({ data, width, height }: Pixels): Pixels {
  const out = Buffer.alloc(data.length * 3);
  for (const [index, value] of data.entries()) out.fill(value, index * 3, index * 3 + 3);
  return { data: out, width, height, channels: 3 };
}
