import type { Point, Size } from '../../server/model/box.ts';
import { boundsOf, pathData, placing, transform, turning, type Affine, type Outline } from './outline.ts';
import { seededRandom, seedOf, type Random } from './random.ts';
import type { Drawing, Mark } from './sheet.ts';
import { typeface, type FaceName } from './typeface.ts';

/** A mark as SVG shapes on the scan, turned with the sheet; black, since its ink is mixed later. */
export function markToSvg(mark: Mark, size: Size, sheetTurn: number): string {
  const sheet = turning({ x: size.width / 2, y: size.height / 2 }, sheetTurn);
  const random = seededRandom(seedOf(JSON.stringify(mark)));
  return `<g transform="matrix(${sheet.map((value) => value.toFixed(6)).join(' ')})">${draw(mark, random)}</g>`;
}

function draw(drawing: Drawing, random: Random): string {
  switch (drawing.kind) {
    case 'box':
      return boxStamp(drawing);
    case 'round':
      return roundStamp(drawing);
    case 'written':
      return written(drawing, random);
    case 'stroke':
      return stroke(drawing.points, drawing.width, random);
    case 'rules':
      return rules(drawing);
  }
}

function boxStamp({ at, turn, fontSize, lines, framed }: Extract<Drawing, { kind: 'box' }>): string {
  const leading = fontSize * 1.32;
  const widths = lines.map((line) => lineWidth(line, 'stamp', fontSize, fontSize * 0.06));
  const width = Math.max(...widths);
  const padding = fontSize * 0.55;
  const letters = lines.map((line, index) =>
    lettering(line, 'stamp', fontSize, fontSize * 0.06, {
      x: (width - (widths[index] ?? 0)) / 2,
      y: index * leading,
    }),
  );
  const frame = framed
    ? `<rect x="${-padding}" y="${-fontSize - padding * 0.6}" width="${width + 2 * padding}" height="${(lines.length - 1) * leading + fontSize + padding * 1.6}" rx="4" fill="none" stroke-width="${Math.max(2, fontSize * 0.09)}"/>`
    : '';
  return `<g transform="translate(${at.x} ${at.y}) rotate(${turn})" stroke-width="0.4">${frame}${letters.join('')}</g>`;
}

function roundStamp({ at, turn, radius, around, across }: Extract<Drawing, { kind: 'round' }>): string {
  const fontSize = radius * 0.21;
  const face = typeface('stamp');
  const letters = Array.from(around);
  const step = 360 / letters.length;
  const ring = letters
    .map((letter, index) => {
      if (letter === ' ') return '';
      const { outline, advance } = face.glyph(letter);
      const angle = index * step;
      const centred: Affine = [fontSize, 0, 0, fontSize, (-advance * fontSize) / 2, -radius * 0.74];
      return path(transform(transform(outline, centred), placing({ x: 0, y: 0 }, angle)));
    })
    .join('');
  const size = radius * 0.24;
  const middle = across
    .map((line, index) =>
      lettering(line, 'stamp', size, size * 0.04, {
        x: -lineWidth(line, 'stamp', size, size * 0.04) / 2,
        y: (index - (across.length - 1) / 2) * size * 1.3 + size * 0.38,
      }),
    )
    .join('');
  const circle = (share: number, width: number): string =>
    `<circle r="${radius * share}" fill="none" stroke-width="${width}"/>`;
  return `<g transform="translate(${at.x} ${at.y}) rotate(${turn})" stroke-width="0.4">${circle(1, 5)}${circle(0.94, 1.6)}${circle(0.68, 1.6)}${ring}${middle}</g>`;
}

/** A hand does not keep the line, and presses unevenly. */
function written(
  { at, turn, face, fontSize, text }: Extract<Drawing, { kind: 'written' }>,
  random: Random,
): string {
  let x = 0;
  let drift = 0;
  const letters = Array.from(text).map((letter) => {
    const { outline, advance } = typeface(face).glyph(letter);
    drift = drift * 0.8 + random.normal(fontSize * 0.012);
    const scale = fontSize * (1 + random.normal(0.025));
    const placed = transform(outline, placing({ x, y: drift }, random.normal(1.2), scale));
    x += advance * fontSize * (1 + random.normal(0.02));
    if (boundsOf(placed) === undefined) return '';
    return `<path d="${pathData(placed)}" stroke-width="${(fontSize * 0.012 + Math.abs(random.normal(0.4))).toFixed(2)}" opacity="${random.between(0.8, 1).toFixed(2)}"/>`;
  });
  return `<g transform="translate(${at.x} ${at.y}) rotate(${turn})">${letters.join('')}</g>`;
}

/** A curve through the points, drawn twice with a little tremor, as a pencil leaves it. */
function stroke(points: readonly Point[], width: number, random: Random): string {
  const once = (share: number): string => {
    const shaken = points.map(({ x, y }) => ({
      x: x + random.normal(width * 0.25),
      y: y + random.normal(width * 0.25),
    }));
    return `<path d="${curveThrough(shaken)}" fill="none" stroke-width="${(width * share).toFixed(2)}" opacity="0.75"/>`;
  };
  return once(1) + once(0.6);
}

function rules({ box, columns, width }: Extract<Drawing, { kind: 'rules' }>): string {
  const { x, y, height } = box;
  const between = Array.from({ length: columns - 1 }, (_, index) => {
    const at = (x + ((index + 1) * box.width) / columns).toFixed(1);
    return `<path d="M${at} ${y}V${y + height}"/>`;
  });
  const frame = (out: number, thickness: number): string =>
    `<rect x="${x - out}" y="${y - out}" width="${box.width + 2 * out}" height="${height + 2 * out}" stroke-width="${thickness}"/>`;
  return `<g fill="none" stroke-width="${width}">${frame(0, width)}${frame(11, width * 2.4)}${between.join('')}</g>`;
}

/** Catmull-Rom, as cubics. */
function curveThrough(points: readonly Point[]): string {
  const at = (index: number): Point =>
    points[Math.min(Math.max(index, 0), points.length - 1)] ?? { x: 0, y: 0 };
  const outline: Outline = points.map((to, index) => {
    if (index === 0) return { kind: 'move', to };
    const before = at(index - 2);
    const from = at(index - 1);
    const after = at(index + 1);
    return {
      kind: 'cubic',
      by: { x: from.x + (to.x - before.x) / 6, y: from.y + (to.y - before.y) / 6 },
      and: { x: to.x - (after.x - from.x) / 6, y: to.y - (after.y - from.y) / 6 },
      to,
    };
  });
  return pathData(outline);
}

function lettering(text: string, name: FaceName, fontSize: number, apart: number, at: Point): string {
  const face = typeface(name);
  let x = at.x;
  return Array.from(text)
    .map((letter) => {
      const { outline, advance } = face.glyph(letter);
      const placed = transform(outline, placing({ x, y: at.y }, 0, fontSize));
      x += advance * fontSize + apart;
      return path(placed);
    })
    .join('');
}

function lineWidth(text: string, name: FaceName, fontSize: number, apart: number): number {
  return Array.from(text).reduce(
    (sum, letter) => sum + typeface(name).glyph(letter).advance * fontSize + apart,
    0,
  );
}

function path(outline: Outline): string {
  return outline.length === 0 ? '' : `<path d="${pathData(outline)}"/>`;
}
