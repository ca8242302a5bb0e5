import type { Box, Size } from '../../model/box.ts';
import { Failure } from '../../model/failure.ts';
import { FORMATS, type Format } from './format.ts';
import type { ImageLimits } from '../image-limits.ts';
import type { ImageRequest } from './parse-request.ts';
import { resolveQuality } from './quality.ts';
import { formatRegion, resolveRegion } from './region.ts';
import { formatRotation, rotatedSize, type Rotation } from './rotation.ts';
import { formatSize, resolveSize } from './size.ts';

/** A request in exact numbers: two requests for the same picture are the same here. */
export type ResolvedRequest = {
  /** In pixels of the full image, inside of it. */
  region: Box;
  /** In pixels, before rotation. */
  size: Size;
  rotation: Rotation;
  quality: 'default' | 'gray' | 'bitonal';
  format: Format;
  /** `{region}/{size}/{rotation}/{quality}.{format}`: Image API 3.0 §4.7. */
  canonical: string;
};

/**
 * @param image the full image's size, and whether it has no colour.
 * @throws Failure `image-region-outside`, `image-size-upscales`, `image-size-too-large`, `image-size-invalid`.
 */
export function resolveRequest(
  request: ImageRequest,
  image: Size & { gray: boolean },
  limits: ImageLimits,
): ResolvedRequest {
  const { rotation, format } = request;
  const region = resolveRegion(request.region, image);
  const size = resolveSize(request.size, region, limits);
  const quality = resolveQuality(request.quality, image);
  const turned = rotatedSize(size, rotation);
  checkTurned(turned, limits);
  checkFormat(format, turned);
  const canonical = [
    formatRegion(region, image),
    formatSize(size, region, limits),
    formatRotation(rotation),
    `${quality}.${format}`,
  ].join('/');
  return { region, size, rotation, quality, format, canonical };
}

/**
 * A square that stands on its corner needs twice its area, and so much is given; a thin strip needs thousands
 * of times its own, and would take all memory there is.
 */
function checkTurned({ width, height }: Size, { maxArea }: ImageLimits): void {
  if (width * height <= 2 * maxArea + 4 * (width + height)) return;
  throw new Failure('image-size-too-large', {
    message: 'Turned by this angle, the picture is too large; ask for a smaller one',
    expected: `at most ${2 * maxArea} pixels around the turned picture`,
    received: `${width},${height}`,
  });
}

function checkFormat(format: Format, { width, height }: Size): void {
  const { longestSide } = FORMATS[format];
  if (Math.max(width, height) <= longestSide) return;
  throw new Failure('image-size-too-large', {
    message: `The format ${format} cannot hold an image so large`,
    expected: `at most ${longestSide} pixels on each side`,
    received: `${width},${height}`,
  });
}
