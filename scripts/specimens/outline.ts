import type { Box, Point } from '../../server/model/box.ts';

/** A closed shape as SVG path commands with absolute coordinates. */
export type Command =
  | { kind: 'move' | 'line'; to: Point }
  | { kind: 'quadratic'; by: Point; to: Point }
  | { kind: 'cubic'; by: Point; and: Point; to: Point }
  | { kind: 'close' };
export type Outline = readonly Command[];

/** x' = a*x + c*y + e, y' = b*x + d*y + f: SVG's matrix(a b c d e f). */
export type Affine = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

/** `scale` and a turn of `degrees` (clockwise on a page whose y grows downwards) about 0,0, then a move to `to`. */
export function placing(to: Point, degrees = 0, scaleX = 1, scaleY = scaleX): Affine {
  const cos = Math.cos((degrees * Math.PI) / 180);
  const sin = Math.sin((degrees * Math.PI) / 180);
  return [cos * scaleX, sin * scaleX, -sin * scaleY, cos * scaleY, to.x, to.y];
}

/** A turn of the whole plane about a point. */
export function turning(about: Point, degrees: number): Affine {
  const [a, b, c, d] = placing({ x: 0, y: 0 }, degrees);
  return [a, b, c, d, about.x - a * about.x - c * about.y, about.y - b * about.x - d * about.y];
}

export function apply([a, b, c, d, e, f]: Affine, { x, y }: Point): Point {
  return { x: a * x + c * y + e, y: b * x + d * y + f };
}

export function transform(outline: Outline, matrix: Affine): Outline {
  return outline.map((command): Command => {
    switch (command.kind) {
      case 'close':
        return command;
      case 'quadratic':
        return { kind: 'quadratic', by: apply(matrix, command.by), to: apply(matrix, command.to) };
      case 'cubic':
        return {
          kind: 'cubic',
          by: apply(matrix, command.by),
          and: apply(matrix, command.and),
          to: apply(matrix, command.to),
        };
      case 'move':
      case 'line':
        return { kind: command.kind, to: apply(matrix, command.to) };
    }
  });
}

/** SVG path data with coordinates to a hundredth of a pixel. */
export function pathData(outline: Outline): string {
  return outline
    .map((command) => {
      switch (command.kind) {
        case 'move':
          return `M${pair(command.to)}`;
        case 'line':
          return `L${pair(command.to)}`;
        case 'quadratic':
          return `Q${pair(command.by)} ${pair(command.to)}`;
        case 'cubic':
          return `C${pair(command.by)} ${pair(command.and)} ${pair(command.to)}`;
        case 'close':
          return 'Z';
      }
    })
    .join('');
}

/** The exact box of the curve itself, not of its control points; undefined for a shape without ink. */
export function boundsOf(outline: Outline): Box | undefined {
  const xs: number[] = [];
  const ys: number[] = [];
  let from: Point = { x: 0, y: 0 };
  for (const command of outline) {
    if (command.kind === 'close') continue;
    if (command.kind === 'quadratic') {
      // A quadratic is the cubic whose handles lie two thirds of the way to its one handle.
      const by = between(from, command.by, 2 / 3);
      const and = between(command.to, command.by, 2 / 3);
      xs.push(...extremes(from.x, by.x, and.x, command.to.x));
      ys.push(...extremes(from.y, by.y, and.y, command.to.y));
    } else if (command.kind === 'cubic') {
      xs.push(...extremes(from.x, command.by.x, command.and.x, command.to.x));
      ys.push(...extremes(from.y, command.by.y, command.and.y, command.to.y));
    }
    xs.push(command.to.x);
    ys.push(command.to.y);
    from = command.to;
  }
  if (xs.length === 0) return undefined;
  const x = Math.min(...xs);
  const y = Math.min(...ys);
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

/** Where a cubic turns back along one axis: the roots of its derivative between 0 and 1. */
function extremes(p0: number, p1: number, p2: number, p3: number): number[] {
  const a = -p0 + 3 * p1 - 3 * p2 + p3;
  const b = 2 * (p0 - 2 * p1 + p2);
  const c = p1 - p0;
  const roots: number[] = [];
  if (Math.abs(a) < 1e-9) {
    if (Math.abs(b) > 1e-9) roots.push(-c / b);
  } else {
    const discriminant = b * b - 4 * a * c;
    if (discriminant >= 0) {
      roots.push((-b + Math.sqrt(discriminant)) / (2 * a), (-b - Math.sqrt(discriminant)) / (2 * a));
    }
  }
  return roots
    .filter((t) => t > 0 && t < 1)
    .map((t) => {
      const u = 1 - t;
      return u * u * u * p0 + 3 * u * u * t * p1 + 3 * u * t * t * p2 + t * t * t * p3;
    });
}

function between(from: Point, to: Point, share: number): Point {
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}

function pair({ x, y }: Point): string {
  return `${Number(x.toFixed(2))} ${Number(y.toFixed(2))}`;
}
