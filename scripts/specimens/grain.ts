import sharp from 'sharp';
import type { Size } from '../../server/model/box.ts';
import { seededRandom } from './random.ts';

/** A smooth random field of 0 to 255 around 128, whose bumps are about `cell` pixels wide; one byte a pixel. */
export async function smoothField(seed: number, size: Size, cell: number): Promise<Uint8Array> {
  const random = seededRandom(seed);
  const width = Math.max(2, Math.ceil(size.width / cell) + 2);
  const height = Math.max(2, Math.ceil(size.height / cell) + 2);
  const coarse = new Uint8Array(width * height);
  for (let index = 0; index < coarse.length; index += 1) coarse[index] = Math.floor(random.next() * 256);
  const { data } = await sharp(coarse, { raw: { width, height, channels: 1 } })
    .resize(size.width, size.height, { fit: 'fill', kernel: 'cubic' })
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return data;
}

/** The same with detail at several widths, each finer one weaker. */
export async function layeredField(
  seed: number,
  size: Size,
  cells: readonly number[],
): Promise<Float32Array> {
  const sum = new Float32Array(size.width * size.height);
  let weight = 1;
  let total = 0;
  for (const [index, cell] of cells.entries()) {
    const field = await smoothField(seed + index * 7919, size, cell);
    for (let at = 0; at < sum.length; at += 1)
      sum[at] = (sum[at] ?? 0) + (((field[at] ?? 128) - 128) / 128) * weight;
    total += weight;
    weight *= 0.6;
  }
  for (let at = 0; at < sum.length; at += 1) sum[at] = (sum[at] ?? 0) / total;
  return sum;
}
