import type { Size } from '../../model/box.ts';
import { scaleFactors, TILE_EDGE } from '../../pyramid/levels.ts';
import { formatsOffered } from './format.ts';
import { limitsOf, offeredSizes } from '../image-limits.ts';

/** Image API 3.0 §5: what info.json says. */
export type ImageInfo = {
  '@context': string;
  id: string;
  type: 'ImageService3';
  protocol: string;
  profile: 'level2';
  width: number;
  height: number;
  maxWidth: number;
  maxArea: number;
  sizes?: Size[];
  tiles: { width: number; scaleFactors: number[] }[];
  extraFormats: string[];
  extraQualities: string[];
  extraFeatures: string[];
  rights?: string;
};

/** @param id the service's public URL. */
export function imageInfo({
  id,
  image,
  rights,
}: {
  id: string;
  image: Size;
  rights?: string | undefined;
}): ImageInfo {
  const { maxWidth, maxArea } = limitsOf(image);
  const factors = scaleFactors(image);
  const sizes = offeredSizes(image);
  return {
    '@context': 'http://iiif.io/api/image/3/context.json',
    id,
    type: 'ImageService3',
    protocol: 'http://iiif.io/api/image',
    profile: 'level2',
    width: image.width,
    height: image.height,
    // Without a maxHeight this is both: §5.3.
    maxWidth,
    maxArea,
    ...(sizes.length === 0 ? {} : { sizes }),
    tiles: [{ width: TILE_EDGE, scaleFactors: factors }],
    extraFormats: formatsOffered({}).filter((format) => !LEVEL_2_FORMATS.has(format)),
    extraQualities: ['color', 'gray', 'bitonal'],
    extraFeatures: [
      'canonicalLinkHeader',
      'mirroring',
      'profileLinkHeader',
      'rotationArbitrary',
      'sizeUpscaling',
    ],
    ...(rights === undefined ? {} : { rights }),
  };
}

const LEVEL_2_FORMATS = new Set(['jpg', 'png']);
