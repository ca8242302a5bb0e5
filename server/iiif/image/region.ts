import { clipTo, type Box, type Size } from '../../model/box.ts';
import { Failure } from '../../model/failure.ts';
import { decimalNumber, wholeNumber } from './numeral.ts';

/** What part of the image is asked for: Image API 3.0 §4.1. Percent are of the image's width and height. */
export type Region =
  { kind: 'full' } | { kind: 'square' } | { kind: 'pixels'; box: Box } | { kind: 'percent'; box: Box };

/** @throws Failure `image-region-invalid` */
export function parseRegion(text: string): Region {
  if (text === 'full') return { kind: 'full' };
  if (text === 'square') return { kind: 'square' };
  const percent = text.startsWith('pct:');
  const [x, y, width, height, ...more] = (percent ? text.slice(4) : text)
    .split(',')
    .map(percent ? decimalNumber : wholeNumber);
  const complete = x !== undefined && y !== undefined && width !== undefined && height !== undefined;
  if (!complete || more.length > 0 || width === 0 || height === 0) throw invalid(text);
  return { kind: percent ? 'percent' : 'pixels', box: { x, y, width, height } };
}

/**
 * The region in whole pixels, clipped to the image.
 * @throws Failure `image-region-outside` if nothing of it lies on the image.
 */
export function resolveRegion(region: Region, image: Size): Box {
  const box = clipTo(pixelBox(region, image), image);
  if (box !== undefined) return box;
  throw new Failure('image-region-outside', {
    message: 'Nothing of this region lies on the image',
    expected: `a region that meets the image of ${image.width} x ${image.height} pixels`,
    received: describe(region),
  });
}

/** Canonical: Image API 3.0 §4.7. */
export function formatRegion({ x, y, width, height }: Box, image: Size): string {
  return width === image.width && height === image.height ? 'full' : [x, y, width, height].join(',');
}

function pixelBox(region: Region, image: Size): Box {
  switch (region.kind) {
    case 'full':
      return { x: 0, y: 0, ...image };
    case 'square':
      return centredSquare(image);
    case 'pixels':
      return region.box;
    case 'percent':
      return roundedBox(region.box, image);
  }
}

/** The spec leaves the place open and suggests the centre. */
function centredSquare({ width, height }: Size): Box {
  const edge = Math.min(width, height);
  return { x: Math.floor((width - edge) / 2), y: Math.floor((height - edge) / 2), width: edge, height: edge };
}

/** Each edge goes to the nearest pixel, so that regions which share an edge neither overlap nor leave a gap. */
function roundedBox({ x, y, width, height }: Box, image: Size): Box {
  const left = Math.round((x * image.width) / 100);
  const top = Math.round((y * image.height) / 100);
  return {
    x: left,
    y: top,
    width: Math.round(((x + width) * image.width) / 100) - left,
    height: Math.round(((y + height) * image.height) / 100) - top,
  };
}

function describe(region: Region): string {
  if (region.kind === 'full' || region.kind === 'square') return region.kind;
  const { x, y, width, height } = region.box;
  return `${region.kind === 'percent' ? 'pct:' : ''}${[x, y, width, height].join(',')}`;
}

function invalid(text: string): Failure {
  return new Failure('image-region-invalid', {
    message: 'This region cannot be read',
    expected: 'full, square, x,y,w,h in whole pixels or pct:x,y,w,h, with w and h above 0',
    received: text,
  });
}
