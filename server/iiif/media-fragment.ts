import { wholeUnits, type Box, type Size } from '../model/box.ts';

/**
 * A part of a canvas as `xywh=…` (Media Fragments URI 1.0 §4.2.2): whole units inside the canvas, since viewers cut
 * decimals off and understand no `pixel:` or `percent:`. Undefined for what has no box.
 */
export function mediaFragment(box: Box | undefined, canvas: Size): string | undefined {
  if (box === undefined) return undefined;
  const { x, y, width, height } = wholeUnits(box, canvas);
  return `xywh=${x},${y},${width},${height}`;
}
