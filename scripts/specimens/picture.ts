import sharp, { type Sharp } from 'sharp';
import { smoothField } from './grain.ts';
import { inkMask, strokesToSvg } from './ink.ts';
import { markToSvg } from './mark.ts';
import { drawPaper, type Canvas } from './paper.ts';
import { seedOf } from './random.ts';
import type { Colour, Mark, Sheet, Texture } from './sheet.ts';
import type { TypedBlock } from './typing.ts';

/** The sheet as the scanner saw it: paper, typing, marks; in sRGB, without a file format yet. */
export async function drawPicture(sheet: Sheet, typed: readonly TypedBlock[]): Promise<Sharp> {
  const canvas = await drawPaper(sheet);
  const strokes = typed.flatMap(({ lines }) =>
    lines.flatMap(({ words }) => words.flatMap((word) => word.strokes)),
  );
  const { ink, strength, softness } = sheet.typing;
  const mask = await inkMask(strokesToSvg(strokes), sheet.size, softness);
  await print(canvas, mask, ink, strength, 'ribbon', seedOf(`ribbon ${sheet.page}`));
  for (const [index, mark] of sheet.marks.entries()) await addMark(canvas, sheet, mark, index);
  const { width, height, pixels } = canvas;
  return sharp(pixels, { raw: { width, height, channels: 3 } });
}

async function addMark(canvas: Canvas, sheet: Sheet, mark: Mark, index: number): Promise<void> {
  const mask = await inkMask(
    markToSvg(mark, sheet.size, sheet.turn),
    sheet.size,
    mark.texture === 'stamp' ? 0.9 : 0.6,
  );
  await print(canvas, mask, mark.ink, mark.strength, mark.texture, seedOf(`mark ${sheet.page} ${index}`));
}

/** How much of the ink the paper took: `coarse` and `fine` are bumps from -1 to 1. */
const TAKEN: Record<Texture | 'ribbon', (coarse: number, fine: number) => number> = {
  ribbon: (coarse, fine) => 0.9 + 0.16 * coarse + 0.2 * fine,
  stamp: (coarse, fine) => clamp(0.72 + 0.75 * coarse + 0.3 * fine),
  pencil: (coarse, fine) => clamp(0.74 + 0.2 * coarse + 0.6 * fine),
  print: (coarse, fine) => clamp(0.9 + 0.2 * coarse + 0.2 * fine),
  pen: (coarse) => 0.92 + 0.12 * coarse,
};

/** Lays ink on the paper; like any stain it darkens what is there and covers nothing. */
async function print(
  canvas: Canvas,
  mask: Uint8Array,
  ink: Colour,
  strength: number,
  texture: Texture | 'ribbon',
  seed: number,
): Promise<void> {
  const coarse = await smoothField(seed, canvas, texture === 'stamp' ? 46 : 17);
  const fine = await smoothField(seed + 1, canvas, texture === 'pencil' ? 2.6 : 2.2);
  const taken = TAKEN[texture];
  for (let at = 0; at < mask.length; at += 1) {
    const drawn = mask[at] ?? 0;
    if (drawn === 0) continue;
    const share = taken(((coarse[at] ?? 128) - 128) / 128, ((fine[at] ?? 128) - 128) / 128);
    const alpha = clamp((drawn / 255) * strength * share);
    for (const [channel, value] of ink.entries()) {
      const index = at * 3 + channel;
      canvas.pixels[index] = (canvas.pixels[index] ?? 0) * (1 - alpha * (1 - value / 255));
    }
  }
}

function clamp(value: number): number {
  return Math.min(Math.max(value, 0), 1);
}
