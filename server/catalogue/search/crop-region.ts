import { clipTo, fitInto, unionOf, wholeUnits, type Box, type Size } from '../../model/box.ts';
import type { Page, PageImage } from '../../model/page.ts';
import type { Place } from '../../model/text.ts';

/** A strip of a scan around words, and where on the strip they stand. */
export type Crop = {
  /** In pixels of the scan. */
  region: Box;
  /** Of the picture, in CSS pixels. */
  size: Size;
  /** On the region, from its corner. */
  marks: readonly Box[];
  /** Which part of the strip holds the hit, where there is room for no more than a part. */
  focus: Focus;
};
export type Focus = 'start' | 'middle' | 'end' | 'whole';

/** The picture is this wide, less where it would be higher than this or larger than the scan. */
const FRAME: Size = { width: 864, height: 264 };
const ASPECT = 7;
/** A strip shows a good half of a page's width, so that handwriting and carbon copies can be read, and more around long hits. */
const LEAST_SHARE = 0.6;
const AROUND = 1.4;
/** Hits further apart than this share of the page's height are not forced into one picture. */
const HIGHEST_SHARE = 0.25;
/** On a phone a strip has these proportions at most, so that the words in it can still be read. */
const NARROW_ASPECT = 3.2;

/** Undefined where nobody knows where the words stand, or no scan is held. */
export function cropAround(places: readonly Place[], page: Page): Crop | undefined {
  const { image, canvas } = page;
  if (image === undefined) return undefined;
  const boxes = places
    .filter(({ page: id }) => id === page.id)
    .flatMap(({ box, parts }) => parts?.map((part) => part.box) ?? (box === undefined ? [] : [box]))
    .flatMap((box) => clipTo(onScan(box, canvas, image), image) ?? []);
  const near = unionOf(nearTheFirst(boxes, image.height * HIGHEST_SHARE));
  if (near === undefined) return undefined;
  const region = stripAround(near, image);
  return {
    region,
    size: sizeOf(region),
    focus: focusOf({ ...near, x: near.x - region.x }, region),
    marks: boxes.flatMap((box) => {
      const moved = { ...box, x: box.x - region.x, y: box.y - region.y };
      return clipTo(moved, region) ?? [];
    }),
  };
}

/** A canvas keeps the size of its first scan, and a better one is fitted into it: from its units to the scan's pixels. */
function onScan(box: Box, canvas: Size, image: PageImage): Box {
  const frame = fitInto(image, canvas);
  const scale = image.width / frame.width;
  return {
    x: (box.x - frame.x) * scale,
    y: (box.y - frame.y) * scale,
    width: box.width * scale,
    height: box.height * scale,
  };
}

function nearTheFirst(boxes: readonly Box[], highest: number): Box[] {
  const near: Box[] = [];
  for (const box of boxes) {
    const whole = unionOf([...near, box]);
    if (near.length === 0 || (whole !== undefined && whole.height <= highest)) near.push(box);
  }
  return near;
}

function stripAround(hit: Box, image: Size): Box {
  const width = Math.min(
    image.width,
    Math.max(image.width * LEAST_SHARE, hit.width * AROUND, hit.height * AROUND * ASPECT),
  );
  const height = Math.min(image.height, Math.max(width / ASPECT, hit.height * AROUND));
  return wholeUnits(
    {
      x: within(hit.x + hit.width / 2 - width / 2, image.width - width),
      y: within(hit.y + hit.height / 2 - height / 2, image.height - height),
      width,
      height,
    },
    image,
  );
}

function within(value: number, highest: number): number {
  return Math.min(Math.max(0, value), highest);
}

function sizeOf(region: Box): Size {
  const scale = Math.min(1, FRAME.width / region.width, FRAME.height / region.height);
  const width = Math.max(1, Math.round(region.width * scale));
  // As the Image API makes it of `w,` (3.0 §4.2).
  return { width, height: Math.max(1, Math.round((region.height * width) / region.width)) };
}

function focusOf(hit: Box, region: Size): Focus {
  const seen = region.height * NARROW_ASPECT;
  const isIn = (left: number) => hit.x >= left && hit.x + hit.width <= left + seen;
  if (seen >= region.width) return 'whole';
  if (isIn((region.width - seen) / 2)) return 'middle';
  if (isIn(0)) return 'start';
  return isIn(region.width - seen) ? 'end' : 'whole';
}
