/** A rectangle in pixels: of an image, or in a canvas's units. `x` and `y` may be 0; width and height may not. */
export type Box = { x: number; y: number; width: number; height: number };

export type Point = { x: number; y: number };

export type Size = { width: number; height: number };

/** The smallest box around all of them; undefined for none. */
export function unionOf(boxes: readonly Box[]): Box | undefined {
  const [first, ...rest] = boxes;
  if (first === undefined) return undefined;
  return rest.reduce((whole, box) => {
    const x = Math.min(whole.x, box.x);
    const y = Math.min(whole.y, box.y);
    return {
      x,
      y,
      width: Math.max(whole.x + whole.width, box.x + box.width) - x,
      height: Math.max(whole.y + whole.height, box.y + box.height) - y,
    };
  }, first);
}

/** The part of `box` that lies inside a frame of this size at 0,0; undefined if nothing of it does. */
export function clipTo(box: Box, frame: Size): Box | undefined {
  const x = Math.max(0, box.x);
  const y = Math.max(0, box.y);
  const width = Math.min(frame.width, box.x + box.width) - x;
  const height = Math.min(frame.height, box.y + box.height) - y;
  return width > 0 && height > 0 ? { x, y, width, height } : undefined;
}

/** The shared area over the area of both together, 0 to 1. */
export function overlapOf(a: Box, b: Box): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  if (width <= 0 || height <= 0) return 0;
  const shared = width * height;
  return shared / (a.width * a.height + b.width * b.height - shared);
}

/**
 * The smallest box of whole units that covers this one and stays inside the frame: what a media fragment
 * `xywh=` may say, since common viewers cut decimals off.
 */
export function wholeUnits(box: Box, frame: Size): Box {
  const x = clamp(Math.floor(box.x), 0, frame.width - 1);
  const y = clamp(Math.floor(box.y), 0, frame.height - 1);
  const right = clamp(Math.ceil(box.x + box.width), x + 1, frame.width);
  const bottom = clamp(Math.ceil(box.y + box.height), y + 1, frame.height);
  return { x, y, width: right - x, height: bottom - y };
}

/** Where a picture lies when it is made as large as fits into the frame, centred: what a better scan is to an old canvas. */
export function fitInto(picture: Size, frame: Size): Box {
  const scale = Math.min(frame.width / picture.width, frame.height / picture.height);
  const width = picture.width * scale;
  const height = picture.height * scale;
  return { x: (frame.width - width) / 2, y: (frame.height - height) / 2, width, height };
}

/**
 * What the Image API answers to `!w,h` (3.0 §4.2), in whole pixels: the largest size of the same proportions
 * inside the frame, each side at least 1; a picture that is smaller already stays as it is.
 */
export function sizeWithin(picture: Size, frame: Size): Size {
  const scale = Math.min(1, frame.width / picture.width, frame.height / picture.height);
  return {
    width: Math.max(1, Math.round(picture.width * scale)),
    height: Math.max(1, Math.round(picture.height * scale)),
  };
}

/** Whether width to height is the same within a hundredth. */
export function sameProportions(a: Size, b: Size): boolean {
  return Math.abs((a.width * b.height) / (a.height * b.width) - 1) <= 0.01;
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}
