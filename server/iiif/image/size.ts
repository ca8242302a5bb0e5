import type { Size } from '../../model/box.ts';
import { Failure } from '../../model/failure.ts';
import { isWithin, largestSize, type ImageLimits } from '../image-limits.ts';
import { decimalNumber, wholeNumber } from './numeral.ts';

/** How large the region is asked for: Image API 3.0 §4.2. `enlarge`: written with `^`. */
export type SizeRequest = { enlarge: boolean } & (
  | { kind: 'max' }
  | { kind: 'width'; width: number }
  | { kind: 'height'; height: number }
  | { kind: 'percent'; percent: number }
  | { kind: 'exact'; width: number; height: number }
  | { kind: 'confined'; width: number; height: number }
);

/** @throws Failure `image-size-invalid` */
export function parseSize(text: string): SizeRequest {
  const enlarge = text.startsWith('^');
  const rest = enlarge ? text.slice(1) : text;
  if (rest === 'max') return { kind: 'max', enlarge };
  if (rest.startsWith('pct:')) {
    const percent = decimalNumber(rest.slice(4));
    if (percent === undefined || percent === 0) throw invalid(text);
    return { kind: 'percent', percent, enlarge };
  }
  const confined = rest.startsWith('!');
  const sides = (confined ? rest.slice(1) : rest).split(',');
  const [width, height] = sides.map(wholeNumber);
  if (sides.length !== 2 || width === 0 || height === 0) throw invalid(text);
  if (width !== undefined && height !== undefined) {
    return { kind: confined ? 'confined' : 'exact', width, height, enlarge };
  }
  if (!confined && width !== undefined && sides[1] === '') return { kind: 'width', width, enlarge };
  if (!confined && height !== undefined && sides[0] === '') return { kind: 'height', height, enlarge };
  throw invalid(text);
}

/**
 * The answer's size in whole pixels, before rotation. What is asked for as numbers is given exactly or refused;
 * `max` and `!w,h` give the largest size that region and limits allow, so `!w,h` around a smaller region is
 * the region's own size.
 * @param region the region's size in pixels of the full image.
 * @throws Failure `image-size-upscales` if it is larger than the region without `^`, `image-size-too-large`
 *   above the limits, `image-size-invalid` if a side would have no pixel.
 */
export function resolveSize(request: SizeRequest, region: Size, limits: ImageLimits): Size {
  switch (request.kind) {
    case 'max':
      return largestSize(region, limits, request.enlarge);
    case 'confined':
      return confine(request, region, limits);
    case 'exact':
      return checked(request, request, region, limits);
    case 'width':
      return checked(scaled(region, request.width / region.width), request, region, limits);
    case 'height':
      return checked(scaled(region, request.height / region.height), request, region, limits);
    case 'percent':
      return checked(scaled(region, request.percent / 100), request, region, limits);
  }
}

/** Canonical: Image API 3.0 §4.7. */
export function formatSize(size: Size, region: Size, limits: ImageLimits): string {
  if (isSame(size, largestSize(region, limits, false))) return 'max';
  const sides = `${size.width},${size.height}`;
  if (!exceeds(size, region)) return sides;
  return isSame(size, largestSize(region, limits, true)) ? '^max' : `^${sides}`;
}

function confine(request: SizeRequest & Size, region: Size, limits: ImageLimits): Size {
  const fitting = Math.min(request.width / region.width, request.height / region.height);
  const size = scaled(region, request.enlarge ? fitting : Math.min(1, fitting));
  if (size.width === 0 || size.height === 0) throw empty(region, request);
  return isWithin(size, limits) ? size : largestSize(region, limits, request.enlarge);
}

/** To the nearest pixel, as those reckon who write thumbnails' sizes into manifests. */
function scaled(region: Size, scale: number): Size {
  return { width: Math.round(region.width * scale), height: Math.round(region.height * scale) };
}

function checked({ width, height }: Size, request: SizeRequest, region: Size, limits: ImageLimits): Size {
  const size = { width, height };
  if (width === 0 || height === 0) throw empty(region, request);
  if (!request.enlarge && exceeds(size, region)) {
    throw new Failure('image-size-upscales', {
      message: 'This size is larger than the region; put ^ before it to have it enlarged',
      expected: `at most ${region.width},${region.height}`,
      received: `${width},${height}`,
    });
  }
  if (!isWithin(size, limits)) {
    throw new Failure('image-size-too-large', {
      message: 'This size is above the limits in info.json',
      expected: `at most ${limits.maxWidth} x ${limits.maxHeight} and ${limits.maxArea} pixels in all`,
      received: `${width},${height}`,
    });
  }
  return size;
}

function exceeds(size: Size, region: Size): boolean {
  return size.width > region.width || size.height > region.height;
}

function isSame(a: Size, b: Size): boolean {
  return a.width === b.width && a.height === b.height;
}

function empty(region: Size, request: SizeRequest): Failure {
  return new Failure('image-size-invalid', {
    message: 'At this size a side would have no pixel',
    expected: `a size at which a region of ${region.width} x ${region.height} keeps a pixel on each side`,
    received: request.kind,
  });
}

function invalid(text: string): Failure {
  return new Failure('image-size-invalid', {
    message: 'This size cannot be read',
    expected: 'max, w, or ,h or w,h or !w,h or pct:n, each with or without ^ before it, in numbers above 0',
    received: text,
  });
}
