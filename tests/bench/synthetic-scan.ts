import sharp from 'sharp';
import type { Size } from '../../server/model/box.ts';
import { smoothField } from '../../scripts/specimens/grain.ts';
import { seededRandom, type Random } from '../../scripts/specimens/random.ts';

/** Of no relation to the tiles' 512 pixels, so that no two tiles of a scan are alike. */
const PATCH = { width: 1999, height: 2797 };

const CELL = { width: 34, height: 92 };

/**
 * A JPEG of the size that looks to an encoder like a typed page at 600 dpi: stained paper with grain, and rows of
 * strokes. A patch of it is drawn once and laid side by side, so that 300 megapixels take seconds and no more
 * memory than nine; its bytes are the same on every machine with the same sharp.
 *
 * @param file where it is written.
 */
export async function drawSyntheticScan(file: string, size: Size): Promise<void> {
  const patch = await drawPatch();
  await sharp({ create: { ...size, channels: 3, background: '#ffffff' }, limitInputPixels: false })
    .composite([{ input: patch, tile: true, left: 0, top: 0, limitInputPixels: false }])
    .withMetadata({ density: 600 })
    .jpeg({ quality: 92 })
    .toFile(file);
}

async function drawPatch(): Promise<Buffer> {
  const random = seededRandom(1950);
  const ink = drawStrokes(random);
  const stains = await smoothField(7, PATCH, 400);
  const pixels = Buffer.alloc(PATCH.width * PATCH.height * 3);
  for (let at = 0; at < ink.length; at += 1) {
    const light = 1 - (ink[at] ?? 0) / 300;
    const shade = ((stains[at] ?? 128) - 128) / 9 + random.normal(GRAIN);
    pixels[at * 3] = byte((229 + shade) * light);
    pixels[at * 3 + 1] = byte((219 + shade) * light);
    pixels[at * 3 + 2] = byte((197 + shade) * light);
  }
  // A lens and the paper's own fibres soften every edge.
  return sharp(pixels, { raw: { ...PATCH, channels: 3 } })
    .blur(0.8)
    .png({ compressionLevel: 1 })
    .toBuffer();
}

/** Deviation of the grain in steps of 255, before it is softened. */
const GRAIN = 5;

/** Black on nothing, one byte a pixel: rows of cells with two to four strokes each, and gaps between words. */
function drawStrokes(random: Random): Uint8Array {
  const ink = new Uint8Array(PATCH.width * PATCH.height);
  for (let top = 60; top + CELL.height < PATCH.height; top += CELL.height) {
    for (let left = 40; left + CELL.width < PATCH.width; left += CELL.width) {
      if (random.next() < 0.16) continue;
      const strokes = Math.floor(random.between(2, 5));
      for (let count = 0; count < strokes; count += 1) drawStroke(ink, random, left, top);
    }
  }
  return ink;
}

function drawStroke(ink: Uint8Array, random: Random, left: number, top: number): void {
  const [x0, y0] = [left + random.between(3, 28), top + random.between(8, 56)];
  const [x1, y1] = [left + random.between(3, 28), top + random.between(8, 56)];
  const steps = Math.ceil(Math.hypot(x1 - x0, y1 - y0)) + 1;
  for (let step = 0; step <= steps; step += 1) {
    const x = Math.round(x0 + ((x1 - x0) * step) / steps);
    const y = Math.round(y0 + ((y1 - y0) * step) / steps);
    for (let dy = -2; dy <= 2; dy += 1) {
      for (let dx = -2; dx <= 2; dx += 1) ink[(y + dy) * PATCH.width + x + dx] = 220;
    }
  }
}

function byte(value: number): number {
  return Math.max(0, Math.min(255, Math.round(value)));
}
