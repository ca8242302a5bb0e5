import sharp from 'sharp';
import type { Box, Size } from '../../server/model/box.ts';
import { pathData } from './outline.ts';
import type { Stroke } from './typing.ts';

/** Typed strokes as SVG shapes, black. */
export function strokesToSvg(strokes: readonly Stroke[]): string {
  return strokes
    .map(
      ({ outline, opacity, swelling }) =>
        `<path d="${pathData(outline)}" opacity="${opacity.toFixed(2)}" stroke-width="${swelling.toFixed(2)}"/>`,
    )
    .join('');
}

/**
 * How much ink lies on each pixel of `area` (default: the whole), 0 to 255, one byte a pixel: before the
 * paper's grain takes some of it away.
 *
 * @param shapes SVG elements in the scan's pixels; fill and stroke are black unless they say otherwise.
 */
export async function inkMask(shapes: string, area: Size | Box, softness: number): Promise<Uint8Array> {
  const { x, y } = 'x' in area ? area : { x: 0, y: 0 };
  const { width, height } = area;
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${x} ${y} ${width} ${height}">` +
    `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="#fff"/>` +
    `<g fill="#000" stroke="#000" stroke-linejoin="round" stroke-linecap="round">${shapes}</g></svg>`;
  const drawn = sharp(Buffer.from(svg), { unlimited: true })
    .flatten({ background: '#fff' })
    .toColourspace('b-w')
    .negate();
  const softened = softness > 0 ? drawn.blur(softness) : drawn;
  return softened.raw().toBuffer();
}
