import { idOf, isRecord, listOf, stringsOf, type JsonRecord } from '../../viewer/iiif/json.ts';
import type { Report, Rules } from './finding.ts';
import { ROOT, under } from './json-path.ts';
import { checkRightsUri } from './rights.ts';
import { listed, quoted, shown } from './shown.ts';

export const IMAGE_RULES = {
  'info-context': {
    severity: 'error',
    section: 'Image API 3.0 §5.2; 2.1 §5.2',
    mend: 'Give the context of the Image API as the specification writes it; in 3.0 it is the last of several.',
  },
  'info-id': {
    severity: 'error',
    section: 'Image API 3.0 §5.2; 2.1 §5.2',
    mend: 'Give the base URI of the image, without a slash or info.json at its end.',
  },
  'info-type': {
    severity: 'error',
    section: 'Image API 3.0 §5.2; 2.1 §5.2',
    mend: 'Say "type": "ImageService3" (in 2.1 there need be none).',
  },
  'info-protocol': {
    severity: 'error',
    section: 'Image API 3.0 §5.2; 2.1 §5.2',
    mend: 'Say "protocol": "http://iiif.io/api/image".',
  },
  'info-profile': {
    severity: 'error',
    section: 'Image API 3.0 §5.2; 2.1 §5.3; 1.1 §5',
    mend: 'Give the compliance level: "level2" in 3.0, http://iiif.io/api/image/2/level2.json first in 2.1.',
  },
  'info-size': {
    severity: 'error',
    section: 'Image API 3.0 §5.2; 2.1 §5.2',
    mend: "Give the image's width and height as whole numbers of pixels above 0.",
  },
  'info-limits': {
    severity: 'error',
    section: 'Image API 3.0 §5.2; 2.1 §5.3',
    mend: 'Give maxWidth, maxHeight and maxArea as whole numbers above 0, and no maxHeight without maxWidth.',
  },
  'info-sizes': {
    severity: 'error',
    section: 'Image API 3.0 §5.3; 2.1 §5.2',
    mend: 'Give each size a width and a height in whole pixels, within the limits that the service sets.',
  },
  'info-sizes-proportions': {
    severity: 'warning',
    section: 'Image API 3.0 §5.3',
    mend: 'Give sizes of the whole image: each has its proportions.',
  },
  'info-tiles': {
    severity: 'error',
    section: 'Image API 3.0 §5.4; 2.1 §5.2',
    mend: 'Give each kind of tile a width and scaleFactors, whole numbers above 0, and no two kinds of one size.',
  },
  'info-tiles-repeated': {
    severity: 'warning',
    section: 'Image API 3.0 §5.4',
    mend: 'Name each scale factor once.',
  },
  'info-extras': {
    severity: 'error',
    section: 'Image API 3.0 §5.5 and §5.7',
    mend: 'Give arrays of strings; a preferred format must be one that the service has.',
  },
  'info-upscaling-unlimited': {
    severity: 'error',
    section: 'Image API 3.0 §5.7',
    mend: 'Give maxWidth or maxArea where sizeUpscaling is offered.',
  },
} satisfies Rules;

const CONTEXTS: Record<1 | 2 | 3, readonly string[]> = {
  1: [
    'http://library.stanford.edu/iiif/image-api/1.1/context.json',
    'http://iiif.io/api/image/1/context.json',
  ],
  2: ['http://iiif.io/api/image/2/context.json'],
  3: ['http://iiif.io/api/image/3/context.json'],
};

/** Image API 3.0 §5, 2.1 §5, 1.1 §5: what info.json says. */
export function checkImageInformation(info: JsonRecord, version: 1 | 2 | 3, report: Report): void {
  checkContext(info, version, report);
  const id = info[version === 3 ? 'id' : '@id'];
  const at = under(ROOT, version === 3 ? 'id' : '@id');
  if (
    typeof id !== 'string' ||
    !/^https?:\/\//i.test(id) ||
    !URL.canParse(id) ||
    /\/(?:info\.json)?$/.test(id)
  )
    report('info-id', at, `The id is ${shown(id ?? idOf(info))}.`);
  if (version === 3 && info.type !== 'ImageService3')
    report('info-type', under(ROOT, 'type'), `The type is ${shown(info.type)}.`);
  if (version === 2 && info['@type'] !== undefined && info['@type'] !== 'iiif:Image')
    report('info-type', under(ROOT, '@type'), `The type is ${shown(info['@type'])}.`);
  if (version > 1 && info.protocol !== 'http://iiif.io/api/image')
    report('info-protocol', under(ROOT, 'protocol'), `The protocol is ${shown(info.protocol)}.`);
  checkProfile(info, version, report);
  for (const name of ['width', 'height']) {
    if (!isLength(info[name])) report('info-size', under(ROOT, name), `The ${name} is ${shown(info[name])}.`);
  }
  const limits = version === 3 ? info : (listOf(info.profile).find(isRecord) ?? {});
  checkLimits(limits, report);
  if (version > 1) {
    checkSizes(info, limits, report);
    checkTiles(info, report);
  }
  if (version === 3) checkExtras(info, report);
  if (version === 3 && info.rights !== undefined) checkRightsUri(info.rights, under(ROOT, 'rights'), report);
}

function checkContext(info: JsonRecord, version: 1 | 2 | 3, report: Report): void {
  const contexts = listOf(info['@context']);
  const position = contexts.findIndex(
    (context) => typeof context === 'string' && CONTEXTS[version].includes(context),
  );
  const isLast = position === contexts.length - 1 || version < 3;
  if (position === -1 || !isLast)
    report(
      'info-context',
      under(ROOT, '@context'),
      `The context is ${listed(contexts.map(shown))}${position === -1 ? '' : ', in this order'}.`,
    );
}

const LEVELS: Record<1 | 2 | 3, RegExp> = {
  1: /\/(?:1\.?1?\/)?(?:compliance|conformance)\.html#level[012]$|\/image\/1\/level[012]\.json$/,
  2: /^http:\/\/iiif\.io\/api\/image\/2\/level[012]\.json$/,
  3: /^level[012]$/,
};

function checkProfile(info: JsonRecord, version: 1 | 2 | 3, report: Report): void {
  const { profile } = info;
  const at = under(ROOT, 'profile');
  // 1.1 need not say its level.
  if (version === 1 && profile === undefined) return;
  const [level] = listOf(profile);
  const isRight = typeof level === 'string' && LEVELS[version].test(level);
  if (!isRight || (version === 3 && Array.isArray(profile)) || (version === 2 && !Array.isArray(profile)))
    report('info-profile', at, `The profile is ${isRight ? shown(profile) : shown(level)}.`);
}

function checkLimits(limits: JsonRecord, report: Report): void {
  for (const name of ['maxWidth', 'maxHeight', 'maxArea']) {
    const limit = limits[name];
    if (limit !== undefined && !isLength(limit))
      report('info-limits', under(ROOT, name), `"${name}" is ${shown(limit)}.`);
  }
  if (limits.maxHeight !== undefined && limits.maxWidth === undefined)
    report('info-limits', under(ROOT, 'maxHeight'), 'There is a maxHeight and no maxWidth.');
}

function checkSizes(info: JsonRecord, limits: JsonRecord, report: Report): void {
  if (info.sizes === undefined) return;
  const within = under(ROOT, 'sizes');
  if (!Array.isArray(info.sizes)) {
    report('info-sizes', within, `The sizes are ${shown(info.sizes)} and no array.`);
    return;
  }
  const maxWidth = numberOr(limits.maxWidth, Infinity);
  const maxHeight = numberOr(limits.maxHeight, maxWidth);
  const maxArea = numberOr(limits.maxArea, Infinity);
  info.sizes.forEach((size: unknown, index) => {
    const at = under(within, index);
    const { width, height } = isRecord(size) ? size : {};
    if (!isLength(width) || !isLength(height)) {
      report('info-sizes', at, `The size is ${shown(width)} x ${shown(height)}.`);
    } else if (width > maxWidth || height > maxHeight || width * height > maxArea) {
      report('info-sizes', at, `The size ${width} x ${height} is beyond the limits of the service.`);
    } else if (isLength(info.width) && isLength(info.height)) {
      // A pixel to either side is rounding.
      const expected = (info.height * width) / info.width;
      const other = (info.width * height) / info.height;
      if (Math.abs(expected - height) > 1.01 && Math.abs(other - width) > 1.01)
        report(
          'info-sizes-proportions',
          at,
          `The size ${width} x ${height} is none of an image of ${info.width} x ${info.height}.`,
        );
    }
  });
}

function checkTiles({ tiles }: JsonRecord, report: Report): void {
  if (tiles === undefined) return;
  const within = under(ROOT, 'tiles');
  if (!Array.isArray(tiles)) {
    report('info-tiles', within, `The tiles are ${shown(tiles)} and no array.`);
    return;
  }
  const seen = new Set<string>();
  const factorsSeen = new Set<unknown>();
  tiles.forEach((tile: unknown, index) => {
    const at = under(within, index);
    const { width, height, scaleFactors } = isRecord(tile) ? tile : {};
    const factors = Array.isArray(scaleFactors) && scaleFactors.every(isLength) ? scaleFactors : [];
    if (!isLength(width) || (height !== undefined && !isLength(height)) || factors.length === 0) {
      report(
        'info-tiles',
        at,
        `The tiles are ${shown(width)} wide, with ${shown(scaleFactors)} for scale factors.`,
      );
      return;
    }
    const name = `${width}x${isLength(height) ? height : width}`;
    if (seen.has(name)) report('info-tiles', at, `There are two kinds of tiles of ${name}.`);
    seen.add(name);
    for (const factor of factors) {
      if (factorsSeen.has(factor))
        report('info-tiles-repeated', under(at, 'scaleFactors'), `The scale factor ${factor} stands twice.`);
      factorsSeen.add(factor);
    }
  });
}

const LEVEL_FORMATS: ReadonlyMap<unknown, readonly string[]> = new Map([
  ['level0', ['jpg']],
  ['level1', ['jpg']],
  ['level2', ['jpg', 'png']],
]);

function checkExtras(info: JsonRecord, report: Report): void {
  for (const name of ['extraQualities', 'extraFormats', 'extraFeatures', 'preferredFormats']) {
    const list = info[name];
    if (list !== undefined && !(Array.isArray(list) && list.every((word) => typeof word === 'string')))
      report('info-extras', under(ROOT, name), `"${name}" is ${shown(list)}.`);
  }
  const ofLevel = LEVEL_FORMATS.get(info.profile);
  const formats = [...(ofLevel ?? []), ...stringsOf(info.extraFormats)];
  const unknown = stringsOf(info.preferredFormats).filter(
    (format) => ofLevel !== undefined && !formats.includes(format),
  );
  if (unknown.length > 0)
    report(
      'info-extras',
      under(ROOT, 'preferredFormats'),
      `The service prefers ${listed(unknown.map(quoted))} and does not have it.`,
    );
  const upscales = stringsOf(info.extraFeatures).includes('sizeUpscaling');
  if (upscales && info.maxWidth === undefined && info.maxArea === undefined)
    report(
      'info-upscaling-unlimited',
      under(ROOT, 'extraFeatures'),
      'The service enlarges images without a limit.',
    );
}

function isLength(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value > 0;
}

function numberOr(value: unknown, otherwise: number): number {
  return isLength(value) ? value : otherwise;
}
