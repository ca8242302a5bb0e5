import type { Box, Size } from '../../model/box.ts';
import { Failure } from '../../model/failure.ts';
import { limitsOf, type ImageLimits } from '../image-limits.ts';
import type { ApiVersion } from './api-version.ts';
import { requireHeld, type Format } from './format.ts';
import type { ImageRequest } from './parse-request.ts';
import { resolveQuality } from './quality.ts';
import { formatRegion, resolveRegion } from './region.ts';
import { formatRotation, rotatedSize, type Rotation } from './rotation.ts';
import { formatSize, resolveSize, type SizeRules } from './size.ts';

/** A request in exact numbers: two requests for the same picture are the same here, whatever version they are of. */
export type ResolvedRequest = {
  /** In pixels of the full image, inside of it. */
  region: Box;
  /** In pixels, before rotation. */
  size: Size;
  rotation: Rotation;
  quality: 'default' | 'gray' | 'bitonal';
  format: Format;
  /** `{region}/{size}/{rotation}/{quality}.{format}` as Image API 3.0 §4.7 writes it: the picture's name. */
  canonical: string;
};

/** What the answer depends on besides the request. `gray`: the image has no colour. */
export type ImageRules = SizeRules & { gray: boolean };

export function rulesOf(
  { width, height }: Size,
  { gray, refuseLargerBoxes }: { gray: boolean; refuseLargerBoxes: boolean },
): ImageRules {
  const image = { width, height };
  return { image, limits: limitsOf(image), gray, refuseLargerBoxes };
}

/**
 * @throws Failure `image-region-outside`, `image-size-upscales`, `image-size-too-large`, `image-size-invalid`.
 */
export function resolveRequest(request: ImageRequest, rules: ImageRules): ResolvedRequest {
  const { rotation, format } = request;
  const region = resolveRegion(request.region, rules.image);
  const size = resolveSize(request.size, region, rules);
  const quality = resolveQuality(request.quality, rules);
  const turned = rotatedSize(size, rotation);
  checkTurned(turned, rules.limits);
  requireHeld(format, turned);
  const resolved = { region, size, rotation, quality, format };
  return { ...resolved, canonical: formatCanonical(resolved, rules, 3) };
}

/** A picture's canonical address below its service, in the form of a version: §4.7 of either. */
export function formatCanonical(
  { region, size, rotation, quality, format }: Omit<ResolvedRequest, 'canonical'>,
  rules: ImageRules,
  version: ApiVersion,
): string {
  const [part, sides] = [formatRegion(region, rules.image), formatSize(size, region, rules, version)];
  return `${part}/${sides}/${formatRotation(rotation)}/${quality}.${format}`;
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
