import type { Point, Size } from '../../server/model/box.ts';
import { layeredField, smoothField } from './grain.ts';
import { inkMask } from './ink.ts';
import { apply, turning } from './outline.ts';
import { seededRandom, seedOf } from './random.ts';
import type { Colour, Sheet } from './sheet.ts';

/** A picture being made: red, green, blue of every pixel, 0 to 255. */
export type Canvas = Size & { pixels: Uint8ClampedArray };

const BED: Colour = [34, 32, 31];

/** The empty sheet on the scanner's bed: tone, clouds, fibres, spots, folds, punch holes, edges. */
export async function drawPaper({ page, size, turn, paper }: Sheet): Promise<Canvas> {
  const seed = seedOf(`paper ${page} ${paper.colour.join(' ')}`);
  const random = seededRandom(seed);
  const { width, height } = size;
  const clouds = await layeredField(seed, size, [420, 130, 40]);
  const tooth = await smoothField(seed + 1, size, 3.2);
  const ragged = await smoothField(seed + 2, size, 90);
  const fibres = await inkMask(fibreShapes(size, random.next()), size, 0.6);
  const spots = Array.from({ length: Math.round(26 * paper.age) }, () => ({
    x: random.next() * width,
    y: random.next() * height,
    radius: 4 + 26 * random.next() ** 3,
    strength: random.between(0.05, 0.22),
  }));
  const stain = spotField(size, spots);
  const canvas: Canvas = { width, height, pixels: new Uint8ClampedArray(width * height * 3) };
  const back = turning({ x: width / 2, y: height / 2 }, -turn);
  const { edge } = paper;

  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = y * width + x;
      const on = apply(back, { x, y });
      const rough = ((ragged[at] ?? 128) - 128) / 128;
      const inside = Math.min(
        on.x - edge.left,
        on.y - edge.top,
        width - edge.right - on.x,
        height - edge.bottom - on.y,
      );
      const depth = Math.min(inside + rough * 0.7, holeDepth(on, paper.holes, edge.left, height));
      const cover = Math.min(Math.max(depth + 0.5, 0), 1);
      const cloud = clouds[at] ?? 0;
      // Air yellows a sheet from its edges inwards.
      const burnt = paper.age * 0.16 * Math.exp(-Math.max(depth, 0) / (70 + 40 * rough));
      const light =
        1 +
        cloud * 0.05 * (0.5 + paper.age) +
        (((tooth[at] ?? 128) - 128) / 128) * 0.02 -
        ((fibres[at] ?? 0) / 255) * 0.09 +
        foldLight(on, paper.folds, height, rough);
      const brown = burnt + (stain[at] ?? 0) * (0.7 + 0.6 * cloud) + Math.max(0, -cloud) * 0.03 * paper.age;
      const [red, green, blue] = paper.colour;
      const shadow = cover < 1 ? 1 : 1 - 0.55 * Math.exp(Math.min(0, depth) / 14);
      setPixel(canvas, at, [
        mix(BED[0] * shadow, red * light * (1 - brown * 0.55), cover),
        mix(BED[1] * shadow, green * light * (1 - brown * 0.85), cover),
        mix(BED[2] * shadow, blue * light * (1 - brown * 1.25), cover),
      ]);
    }
  }
  return canvas;
}

/** Distance to the rim of the nearest punch hole: negative within it. */
function holeDepth(on: Point, holes: readonly number[], left: number, height: number): number {
  return holes.reduce(
    (nearest, share) => Math.min(nearest, Math.hypot(on.x - left - 96, on.y - share * height) - 22),
    Number.POSITIVE_INFINITY,
  );
}

/** A fold is a dark crack with a bright shoulder, and a slow change of light on both sides. */
function foldLight(on: Point, folds: readonly number[], height: number, rough: number): number {
  return folds.reduce((sum, share) => {
    const away = on.y - share * height - rough * 2 - on.x * 0.004;
    if (Math.abs(away) > 220) return sum;
    const crack = -0.11 * Math.exp(-((away / 1.7) ** 2)) * (0.75 + 0.5 * rough);
    const shoulder = 0.035 * Math.exp(-(((away - 6) / 5) ** 2));
    const slope = (away > 0 ? 0.022 : -0.03) * Math.exp(-Math.abs(away) / 60);
    return sum + crack + shoulder + slope;
  }, 0);
}

function fibreShapes({ width, height }: Size, seed: number): string {
  const random = seededRandom(Math.floor(seed * 4294967296));
  return Array.from({ length: Math.round((width * height) / 9000) }, () => {
    const x = random.next() * width;
    const y = random.next() * height;
    const along = random.between(0, Math.PI * 2);
    const length = random.between(8, 46);
    const bend = random.normal(length * 0.35);
    const [dx, dy] = [Math.cos(along) * length, Math.sin(along) * length];
    const middle = `${(x + dx / 2 - dy * (bend / length)).toFixed(1)} ${(y + dy / 2 + dx * (bend / length)).toFixed(1)}`;
    return `<path d="M${x.toFixed(1)} ${y.toFixed(1)}Q${middle} ${(x + dx).toFixed(1)} ${(y + dy).toFixed(1)}" fill="none" stroke-width="${random.between(0.5, 1.3).toFixed(2)}" opacity="${random.between(0.2, 0.9).toFixed(2)}"/>`;
  }).join('');
}

function spotField(
  { width, height }: Size,
  spots: readonly { x: number; y: number; radius: number; strength: number }[],
): Float32Array {
  const field = new Float32Array(width * height);
  for (const { x, y, radius, strength } of spots) {
    const reach = radius * 2.5;
    for (let row = Math.max(0, Math.floor(y - reach)); row < Math.min(height, y + reach); row += 1) {
      for (
        let column = Math.max(0, Math.floor(x - reach));
        column < Math.min(width, x + reach);
        column += 1
      ) {
        const distance = Math.hypot(column - x, row - y) / radius;
        const at = row * width + column;
        field[at] = (field[at] ?? 0) + strength * Math.exp(-distance * distance);
      }
    }
  }
  return field;
}

function setPixel({ pixels }: Canvas, at: number, [red, green, blue]: Colour): void {
  pixels[at * 3] = red;
  pixels[at * 3 + 1] = green;
  pixels[at * 3 + 2] = blue;
}

function mix(from: number, to: number, share: number): number {
  return from + (to - from) * share;
}
