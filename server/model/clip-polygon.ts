import type { Box, Point } from './box.ts';

/**
 * The part of a polygon that lies within a box, edge by edge of the box (Sutherland and Hodgman 1974). Undefined where
 * nothing of it does.
 */
export function clipPolygon(polygon: readonly Point[], box: Box): Point[] | undefined {
  const [right, bottom] = [box.x + box.width, box.y + box.height];
  const clipped = [
    edge('x', box.x, 1),
    edge('x', right, -1),
    edge('y', box.y, 1),
    edge('y', bottom, -1),
  ].reduce<readonly Point[]>((points, side) => clipAt(side, points), polygon);
  const points = clipped.map(({ x, y }) => ({ x: Math.round(x), y: Math.round(y) }));
  return points.length < 3 ? undefined : points;
}

/** `inside` is the side on which the coordinate is greater, or less. */
type Edge = { axis: 'x' | 'y'; at: number; inside: 1 | -1 };

function edge(axis: Edge['axis'], at: number, inside: Edge['inside']): Edge {
  return { axis, at, inside };
}

function clipAt({ axis, at, inside }: Edge, points: readonly Point[]): Point[] {
  const depth = (point: Point) => (point[axis] - at) * inside;
  return points.flatMap((point, index) => {
    const before = points.at(index - 1) ?? point;
    const crosses = depth(before) < 0 !== depth(point) < 0;
    const crossing = crosses ? [between(before, point, depth(before) / (depth(before) - depth(point)))] : [];
    return depth(point) >= 0 ? [...crossing, point] : crossing;
  });
}

function between(from: Point, to: Point, share: number): Point {
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}
