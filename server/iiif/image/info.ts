import type { Size } from '../../model/box.ts';
import { scaleFactors, TILE_EDGE } from '../../pyramid/levels.ts';
import { limitsOf, offeredSizes } from '../image-limits.ts';
import { CONTEXTS, type ApiVersion } from './api-version.ts';
import { PREFERRED_FORMATS, type Format } from './format.ts';
import { physicalDimensions, type PhysicalDimensions } from './physical-dimensions.ts';

/** What info.json tells of an image. */
export type DescribedImage = {
  /** The service's public URL, in the version that is described. */
  id: string;
  /** `resolution` in pixels per inch, where the scan knows it. */
  image: Size & { resolution?: number };
  rights?: string | undefined;
  /** Those that can be written here. */
  formats: readonly Format[];
  /** The image has no colours. */
  gray: boolean;
};

/** Image API 3.0 §5. */
export type ImageInfo3 = {
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
  tiles: Tiles[];
  preferredFormats: readonly Format[];
  extraFormats: readonly Format[];
  extraQualities: readonly string[];
  extraFeatures: readonly string[];
  rights?: string;
  service?: PhysicalDimensions[];
};

/** Image API 2.1 §5. */
export type ImageInfo2 = {
  '@context': string;
  '@id': string;
  protocol: string;
  width: number;
  height: number;
  sizes?: Size[];
  tiles: Tiles[];
  profile: [
    string,
    {
      maxWidth: number;
      maxArea: number;
      formats: readonly Format[];
      supports: readonly string[];
    },
  ];
  license?: string;
  service?: PhysicalDimensions[];
};

type Tiles = { width: number; scaleFactors: number[] };

/** info.json as an object, in the words of a version. */
export function imageInfo(described: DescribedImage, version: ApiVersion): ImageInfo3 | ImageInfo2 {
  return version === 3 ? imageInfo3(described) : imageInfo2(described);
}

const PROTOCOL = 'http://iiif.io/api/image';

function imageInfo3(described: DescribedImage): ImageInfo3 {
  const { id, image, rights, formats, gray } = described;
  const { maxWidth, maxArea } = limitsOf(image);
  return {
    '@context': CONTEXTS[3],
    id,
    type: 'ImageService3',
    protocol: PROTOCOL,
    profile: 'level2',
    width: image.width,
    height: image.height,
    // Without a maxHeight this is both: §5.3.
    maxWidth,
    maxArea,
    ...layout(image),
    preferredFormats: PREFERRED_FORMATS,
    extraFormats: extra(formats),
    // `color` is answered, but an image without colours should not offer it: §4.4.
    extraQualities: gray ? ['gray', 'bitonal'] : ['color', 'gray', 'bitonal'],
    extraFeatures: FEATURES_3,
    ...(rights === undefined ? {} : { rights }),
    ...services(described),
  };
}

function imageInfo2(described: DescribedImage): ImageInfo2 {
  const { id, image, rights, formats } = described;
  const { maxWidth, maxArea } = limitsOf(image);
  // All qualities belong to level 2, and what belongs to it is left out: 2.1 §5.3.
  const extras = { formats: extra(formats), supports: FEATURES_2 };
  return {
    '@context': CONTEXTS[2],
    '@id': id,
    protocol: PROTOCOL,
    width: image.width,
    height: image.height,
    ...layout(image),
    profile: ['http://iiif.io/api/image/2/level2.json', { maxWidth, maxArea, ...extras }],
    ...(rights === undefined ? {} : { license: rights }),
    ...services(described),
  };
}

const LEVEL_2_FORMATS: readonly Format[] = ['jpg', 'png'];

/** Those above level 2: 3.0 §5.7. */
const FEATURES_3 = [
  'canonicalLinkHeader',
  'mirroring',
  'profileLinkHeader',
  'rotationArbitrary',
  'sizeUpscaling',
];

/** Those above level 2: 2.1 §5.3. */
const FEATURES_2 = [
  'canonicalLinkHeader',
  'mirroring',
  'profileLinkHeader',
  'regionSquare',
  'rotationArbitrary',
  'sizeAboveFull',
];

/** One ladder for both: a size for each scale factor, and the tiles. */
function layout(image: Size): { sizes?: Size[]; tiles: Tiles[] } {
  const sizes = offeredSizes(image);
  const tiles = [{ width: TILE_EDGE, scaleFactors: scaleFactors(image) }];
  return sizes.length === 0 ? { tiles } : { sizes, tiles };
}

function extra(formats: readonly Format[]): Format[] {
  return formats.filter((format) => !LEVEL_2_FORMATS.includes(format));
}

function services({ id, image }: DescribedImage): { service?: PhysicalDimensions[] } {
  return image.resolution === undefined ? {} : { service: [physicalDimensions(id, image.resolution)] };
}
