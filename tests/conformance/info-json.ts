import { z } from 'zod';
import type { Size } from '../../server/model/box.ts';
import { IMAGE_API_2, IMAGE_API_3, type ImageApi } from '../support/image-api.ts';

const side = z.number().int().positive();
const sizes = z.array(z.strictObject({ width: side, height: side }));
const tiles = z
  .array(z.strictObject({ width: side, height: side.optional(), scaleFactors: z.array(side).min(1) }))
  .min(1);
const uri = z.url({ protocol: /^https?$/ });
const words = z.array(z.string().min(1)).min(1);

/** 3.0 §5: every property that it knows, of the type that it wants; an unknown one is a mistake. */
export const INFO_3 = z.strictObject({
  '@context': z.union([
    z.literal(IMAGE_API_3.context),
    z.array(uri).refine((contexts) => contexts.at(-1) === IMAGE_API_3.context),
  ]),
  id: uri,
  type: z.literal('ImageService3'),
  protocol: z.literal('http://iiif.io/api/image'),
  profile: z.literal('level2'),
  width: side,
  height: side,
  maxWidth: side.optional(),
  maxHeight: side.optional(),
  maxArea: side.optional(),
  sizes: sizes.optional(),
  tiles,
  preferredFormats: words.optional(),
  rights: uri.optional(),
  extraQualities: words.optional(),
  extraFormats: words.optional(),
  extraFeatures: words.optional(),
  partOf: z.array(z.looseObject({ id: uri, type: z.string() })).optional(),
  seeAlso: z.array(z.looseObject({ id: uri, type: z.string() })).optional(),
  service: z.array(z.looseObject({ id: uri, type: z.string() })).optional(),
});

/** 2.1 §5. */
const INFO_2 = z.strictObject({
  '@context': z.literal(IMAGE_API_2.context),
  '@id': uri,
  '@type': z.literal('iiif:Image').optional(),
  protocol: z.literal('http://iiif.io/api/image'),
  width: side,
  height: side,
  profile: z.tuple([z.literal(IMAGE_API_2.level)]).rest(
    z.strictObject({
      formats: words.optional(),
      qualities: words.optional(),
      supports: words.optional(),
      maxWidth: side.optional(),
      maxHeight: side.optional(),
      maxArea: side.optional(),
    }),
  ),
  sizes: sizes.optional(),
  tiles,
  license: uri.optional(),
  attribution: z.string().optional(),
  logo: z.string().optional(),
  service: z.array(z.looseObject({ profile: uri })).optional(),
});

/** What both versions say of an image, in words of our own. */
export type Described = {
  id: string;
  image: Size;
  sizes: Size[];
  tiles: z.infer<typeof tiles>;
  limits: { maxWidth?: number | undefined; maxHeight?: number | undefined; maxArea?: number | undefined };
  formats: string[];
  qualities: string[];
  features: string[];
  rights: string | undefined;
};

/** @throws ZodError for what is no info.json of the version. */
export function describedBy(json: unknown, api: ImageApi): Described {
  if (api === IMAGE_API_3) {
    const info = INFO_3.parse(json);
    return {
      id: info.id,
      image: info,
      sizes: info.sizes ?? [],
      tiles: info.tiles,
      limits: info,
      formats: info.extraFormats ?? [],
      qualities: info.extraQualities ?? [],
      features: info.extraFeatures ?? [],
      rights: info.rights,
    };
  }
  const info = INFO_2.parse(json);
  const [, ...profiles] = info.profile;
  return {
    id: info['@id'],
    image: info,
    sizes: info.sizes ?? [],
    tiles: info.tiles,
    limits: Object.assign({}, ...profiles),
    formats: profiles.flatMap(({ formats = [] }) => formats),
    qualities: profiles.flatMap(({ qualities = [] }) => qualities),
    features: profiles.flatMap(({ supports = [] }) => supports),
    rights: info.license,
  };
}
