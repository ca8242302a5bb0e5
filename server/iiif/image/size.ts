import type { Box, Size } from '../../model/box.ts';
import { Failure } from '../../model/failure.ts';
import { ladderSizes } from '../../pyramid/levels.ts';
import { isWithin, largestSize, type ImageLimits } from '../image-limits.ts';
import type { ApiVersion } from './api-version.ts';
import { decimalNumber, wholeNumber } from './numeral.ts';

/** How large the region is asked for. `enlarge`: it may become larger than it is. */
export type SizeRequest = { enlarge: boolean } & (
  | { kind: 'max' }
  | ({ kind: 'width'; width: number } & OneSide)
  | ({ kind: 'height'; height: number } & OneSide)
  | { kind: 'percent'; percent: number }
  | { kind: 'exact'; width: number; height: number }
  | { kind: 'confined'; width: number; height: number }
);

/**
 * A viewer of version 2 asks for the tiles at the edges by their width alone, and expects the height that the
 * ladder gives them, which may be some pixels from what the proportions of so thin a region would give. Those of
 * version 3 ask for both.
 */
type OneSide = { onLadder: boolean };

/** What a size depends on besides the region. */
export type SizeRules = {
  /** The full image. */
  image: Size;
  limits: ImageLimits;
  /** Whether `!w,h` around a smaller region is an error, as the official validator has it: 3.0 §4.2 says it is none. */
  refuseLargerBoxes: boolean;
};

/**
 * Image API 3.0 §4.2, where `^` says that the region may be enlarged, and 2.1 §4.2, where numbers do without and
 * `full` is the region as it is.
 * @throws Failure `image-size-invalid`
 */
export function parseSize(text: string, version: ApiVersion): SizeRequest {
  const caret = version === 3 && text.startsWith('^');
  const rest = caret ? text.slice(1) : text;
  if (rest === 'max') return { kind: 'max', enlarge: caret };
  if (version === 2 && rest === 'full') return { kind: 'percent', percent: 100, enlarge: false };
  const confined = rest.startsWith('!');
  // The server may choose how a picture fits into the box (2.1 §4.2): pixels that are not there are not made up.
  const enlarge = caret || (version === 2 && !confined);
  if (rest.startsWith('pct:')) {
    const percent = decimalNumber(rest.slice(4));
    if (percent === undefined || percent === 0) throw invalid(text, version);
    return { kind: 'percent', percent, enlarge };
  }
  const onLadder = version === 2;
  const sides = (confined ? rest.slice(1) : rest).split(',');
  const [width, height] = sides.map(wholeNumber);
  if (sides.length !== 2 || width === 0 || height === 0) throw invalid(text, version);
  if (width !== undefined && height !== undefined) {
    return { kind: confined ? 'confined' : 'exact', width, height, enlarge };
  }
  if (!confined && width !== undefined && sides[1] === '') return { kind: 'width', width, enlarge, onLadder };
  if (!confined && height !== undefined && sides[0] === '')
    return { kind: 'height', height, enlarge, onLadder };
  throw invalid(text, version);
}

/**
 * The answer's size in whole pixels, before rotation. What is asked for as numbers is given exactly or refused;
 * `max` and `!w,h` give the largest size that region and limits allow, so `!w,h` around a smaller region is
 * the region's own size.
 * @throws Failure `image-size-upscales` if it is larger than the region and may not be, `image-size-too-large`
 *   above the limits, `image-size-invalid` if a side would have no pixel.
 */
export function resolveSize(request: SizeRequest, region: Box, rules: SizeRules): Size {
  switch (request.kind) {
    case 'max':
      return largestSize(region, rules.limits, request.enlarge);
    case 'confined':
      return confine(request, region, rules);
    case 'exact':
      return checked(request, request, region, rules);
    case 'width':
      return checked(sizeOfWidth(request, region, rules), request, region, rules);
    case 'height':
      return checked(sizeOfHeight(request, region, rules), request, region, rules);
    case 'percent':
      return checked(scaled(region, request.percent / 100), request, region, rules);
  }
}

/** The canonical form of a version: 3.0 §4.7, 2.1 §4.7. */
export function formatSize(size: Size, region: Box, rules: SizeRules, version: ApiVersion): string {
  return version === 3 ? formatSize3(size, region, rules) : formatSize2(size, region, rules);
}

function formatSize3(size: Size, region: Box, { limits }: SizeRules): string {
  if (isSame(size, largestSize(region, limits, false))) return 'max';
  const sides = `${size.width},${size.height}`;
  if (!exceeds(size, region)) return sides;
  return isSame(size, largestSize(region, limits, true)) ? '^max' : `^${sides}`;
}

/** `w,` is what keeps the proportions, as we reckon them. */
function formatSize2(size: Size, region: Box, rules: SizeRules): string {
  if (isSame(size, region)) return 'full';
  const proportional = isSame(size, sizeOfWidth({ width: size.width, onLadder: true }, region, rules));
  return proportional ? `${size.width},` : `${size.width},${size.height}`;
}

function confine(request: SizeRequest & Size, region: Box, { limits, refuseLargerBoxes }: SizeRules): Size {
  const fitting = Math.min(request.width / region.width, request.height / region.height);
  if (refuseLargerBoxes && !request.enlarge && fitting > 1) throw upscales(region, request);
  const size = scaled(region, request.enlarge ? fitting : Math.min(1, fitting));
  if (size.width === 0 || size.height === 0) throw empty(region, request);
  return isWithin(size, limits) ? size : largestSize(region, limits, request.enlarge);
}

function sizeOfWidth(
  { width, onLadder }: { width: number } & OneSide,
  region: Box,
  { image }: SizeRules,
): Size {
  const listed = onLadder ? ladderSizes(region, image).find((size) => size.width === width) : undefined;
  return listed ?? { width, height: Math.round((region.height * width) / region.width) };
}

function sizeOfHeight(
  { height, onLadder }: { height: number } & OneSide,
  region: Box,
  { image }: SizeRules,
): Size {
  const listed = onLadder ? ladderSizes(region, image).find((size) => size.height === height) : undefined;
  return listed ?? { width: Math.round((region.width * height) / region.height), height };
}

/** To the nearest pixel, as those reckon who write thumbnails' sizes into manifests. */
function scaled(region: Size, scale: number): Size {
  return { width: Math.round(region.width * scale), height: Math.round(region.height * scale) };
}

function checked({ width, height }: Size, request: SizeRequest, region: Size, { limits }: SizeRules): Size {
  const size = { width, height };
  if (width === 0 || height === 0) throw empty(region, request);
  if (!request.enlarge && exceeds(size, region)) throw upscales(region, size);
  if (!isWithin(size, limits)) {
    throw new Failure('image-size-too-large', {
      message: 'This size is above the limits in info.json; max gives the largest there is',
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

function upscales(region: Size, { width, height }: Size): Failure {
  return new Failure('image-size-upscales', {
    message: 'This size is larger than the region; version 3 enlarges it where ^ stands before it',
    expected: `at most ${region.width},${region.height}`,
    received: `${width},${height}`,
  });
}

function empty(region: Size, request: SizeRequest): Failure {
  return new Failure('image-size-invalid', {
    message: 'At this size a side would have no pixel',
    expected: `a size at which a region of ${region.width} x ${region.height} keeps a pixel on each side`,
    received: request.kind,
  });
}

function invalid(text: string, version: ApiVersion): Failure {
  return new Failure('image-size-invalid', {
    message: 'This size cannot be read',
    expected: FORMS[version],
    received: text,
  });
}

const FORMS: Record<ApiVersion, string> = {
  3: 'max, w, or ,h or w,h or !w,h or pct:n, each with or without ^ before it, in numbers above 0',
  2: 'full, max, w, or ,h or w,h or !w,h or pct:n, in numbers above 0',
};
