import { sharp } from '../../server/pyramid/sharp.ts';

/** Pixels in rows, 8 bits, with `channels` bytes for each. */
export type Pixels = { data: Buffer; width: number; height: number; channels: number };

/**
 * A picture in which every place looks different: colours run from edge to edge, and waves of about 40 pixels
 * lie over them, so that a shift by one pixel shows. The waves are of brightness: JPEG keeps less of colours.
 */
export function patternImage(width: number, height: number): Pixels {
  const data = Buffer.alloc(width * height * 3);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const wave = 40 * Math.sin(x / 6.5) * Math.cos(y / 7.5);
      const at = (y * width + x) * 3;
      data[at] = clamp(40 + (160 * x) / width + wave);
      data[at + 1] = clamp(40 + (160 * y) / height + wave);
      data[at + 2] = clamp(128 + wave);
    }
  }
  return { data, width, height, channels: 3 };
}

export function fromPixels({ data, width, height, channels }: Pixels) {
  return sharp(data, { raw: { width, height, channels: channels === 1 ? 1 : channels === 4 ? 4 : 3 } });
}

export async function readPixels(image: Buffer | string, options: { page?: number } = {}): Promise<Pixels> {
  const { data, info } = await sharp(image, options).raw().toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height, channels: info.channels };
}

export function pixelAt({ data, width, channels }: Pixels, x: number, y: number): number[] {
  const at = (y * width + x) * channels;
  return [...data.subarray(at, at + channels)];
}

/** The mean difference of all bytes; sizes must be the same. */
export function meanDifference(a: Pixels, b: Pixels): number {
  if (a.width !== b.width || a.height !== b.height || a.channels !== b.channels) {
    throw new Error(`${describe(a)} cannot be compared with ${describe(b)}`);
  }
  let sum = 0;
  for (let at = 0; at < a.data.length; at += 1) sum += Math.abs((a.data[at] ?? 0) - (b.data[at] ?? 0));
  return sum / a.data.length;
}

function describe({ width, height, channels }: Pixels): string {
  return `${width}x${height}x${channels}`;
}

function clamp(value: number): number {
  return Math.max(0, Math.min(255, Math.round(value)));
}
