import type { Box, Point } from '../iiif/text.ts';

/** A point after the surface was turned about its origin; degrees count clockwise, as the y axis points down. */
export function turnedPoint({ x, y }: Point, degrees: number): Point {
  const [cosine, sine] = directionOf(degrees);
  return { x: x * cosine - y * sine, y: x * sine + y * cosine };
}

/** The upright box around a box that was turned about the origin: of a quarter turn the box itself. */
export function turnedBox(box: Box, degrees: number): Box {
  return degrees === 0 ? box : boundsOf(cornersOf(box).map((corner) => turnedPoint(corner, degrees)));
}

/**
 * What an upright window shows of a box on a surface that is turned under it, as the upright box around that in the
 * surface's own units; undefined where it shows nothing of it.
 *
 * @param window in the units of the surface as it is turned.
 */
export function shownThrough(window: Box, box: Box, degrees: number): Box | undefined {
  const shown = clipped(
    cornersOf(window).map((corner) => turnedPoint(corner, -degrees)),
    box,
  );
  if (shown.length === 0) return undefined;
  const bounds = boundsOf(shown);
  return bounds.width > 0 && bounds.height > 0 ? bounds : undefined;
}

/** To within half a turn to either side: 270 is -90. */
export function withinHalfTurn(degrees: number): number {
  const turned = ((degrees % 360) + 360) % 360;
  return turned > 180 ? turned - 360 : turned;
}

/** Quarter turns are exact: a page that lies on its side fits to the pixel. */
function directionOf(degrees: number): readonly [cosine: number, sine: number] {
  const quarters = [[1, 0] as const, [0, 1] as const, [-1, 0] as const, [0, -1] as const];
  const exact = degrees % 90 === 0 ? quarters[(((degrees / 90) % 4) + 4) % 4] : undefined;
  const radians = (degrees * Math.PI) / 180;
  return exact ?? [Math.cos(radians), Math.sin(radians)];
}

function cornersOf({ x, y, width, height }: Box): Point[] {
  return [
    { x, y },
    { x: x + width, y },
    { x: x + width, y: y + height },
    { x, y: y + height },
  ];
}

function boundsOf(points: readonly Point[]): Box {
  const [xs, ys] = [points.map((point) => point.x), points.map((point) => point.y)];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

/** The part of a convex polygon inside a box: cut at one edge after the other (Sutherland and Hodgman). */
function clipped(polygon: readonly Point[], { x, y, width, height }: Box): readonly Point[] {
  // How far inside of each edge a point is.
  const edges: readonly ((point: Point) => number)[] = [
    (point) => point.x - x,
    (point) => x + width - point.x,
    (point) => point.y - y,
    (point) => y + height - point.y,
  ];
  return edges.reduce(
    (points, inside) =>
      points.flatMap((point, index) => {
        const before = points.at(index - 1) ?? point;
        const [from, to] = [inside(before), inside(point)];
        const crossing =
          from < 0 === to < 0
            ? []
            : [
                {
                  x: before.x + ((point.x - before.x) * from) / (from - to),
                  y: before.y + ((point.y - before.y) * from) / (from - to),
                },
              ];
        return to < 0 ? crossing : [...crossing, point];
      }),
    polygon,
  );
}
