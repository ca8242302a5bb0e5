import { hasType, idOf, isRecord, listOf, recordsOf, typesOf, type JsonRecord } from './json.ts';
import { webAddress } from './uri.ts';

type Measured = { width: number; height: number };

/** An image service as it is described inside of a manifest. */
type ImageService = {
  /** Without a slash at its end. */
  base: string;
  version: 1 | 2 | 3;
  /** Of Image API §Compliance; 0 where it says nothing, since whoever says nothing promises nothing. */
  level: 0 | 1 | 2;
  /** Of the whole image, where that is known. */
  whole: Measured | undefined;
  sizes: readonly Measured[];
};

/** A picture that is no larger than this stands for itself. Pixels. */
const SMALL_ENOUGH = 600;

/**
 * The address of a small picture of a canvas: its own `thumbnail` as it is written (Presentation 3 §3.1, 2.1 §3.1), of
 * several the smallest that is wide enough; else one that the image service of its scan offers (Image API 3.0 §4.2, 2.1
 * §4.2: a size out of `sizes`, or any width at level 1 and 2); else the scan itself where it is small. Undefined where
 * nothing small is known: a full scan is never asked for.
 *
 * @param wanted the width in pixels that it is shown with.
 */
export function thumbnailOf(canvas: JsonRecord, wanted: number): string | undefined {
  return ownThumbnail(canvas, wanted) ?? scanThumbnail(canvas, wanted);
}

function ownThumbnail({ thumbnail }: JsonRecord, wanted: number): string | undefined {
  const given = listOf(thumbnail).flatMap((one) => {
    const address = webAddress(idOf(one) ?? '');
    if (address !== undefined && !isServiceAlone(one)) return [{ address, width: widthOf(one) }];
    const served = isRecord(one) ? servedBy(one, wanted) : undefined;
    return served === undefined ? [] : [{ address: served, width: wanted }];
  });
  const wideEnough = given.filter(({ width }) => width !== undefined && width >= wanted);
  const [best = given[0]] = wideEnough.toSorted((one, other) => (one.width ?? 0) - (other.width ?? 0));
  return best?.address;
}

/** Named by mistake as if it were an image: what stands at its address is no picture. */
function isServiceAlone(thumbnail: unknown): boolean {
  return isRecord(thumbnail) && typesOf(thumbnail).some((type) => type.startsWith('ImageService'));
}

function scanThumbnail(canvas: JsonRecord, wanted: number): string | undefined {
  const [scan] = scansOf(canvas);
  if (scan === undefined) return undefined;
  const served = servedBy(scan, wanted);
  if (served !== undefined) return served;
  const size = measured(scan);
  const isSmall = size !== undefined && Math.max(size.width, size.height) <= SMALL_ENOUGH;
  return isSmall ? webAddress(idOf(scan) ?? '') : undefined;
}

/** Images painted on a canvas; of a choice the first. */
function scansOf(canvas: JsonRecord): JsonRecord[] {
  const bodies = recordsOf(canvas.items).flatMap((page) =>
    recordsOf(page.items).flatMap(({ body }) => recordsOf(body)),
  );
  const resources = recordsOf(canvas.images).flatMap(({ resource }) => recordsOf(resource));
  return [...bodies, ...resources].flatMap((body) => {
    if (hasType(body, 'Choice')) {
      const options = [...listOf(body.default), ...listOf(body.items), ...listOf(body.item)].filter(isRecord);
      return options.slice(0, 1);
    }
    return [body];
  });
}

function servedBy(image: JsonRecord, wanted: number): string | undefined {
  for (const service of [image, ...recordsOf(image.service)].flatMap(
    (one) => readService(one, image) ?? [],
  )) {
    const address = addressOf(service, wanted);
    if (address !== undefined) return address;
  }
  return undefined;
}

function addressOf({ base, version, level, whole, sizes }: ImageService, wanted: number): string | undefined {
  const file = version === 1 ? 'native.jpg' : 'default.jpg';
  const at = ({ width, height }: Measured) => {
    const isWhole = whole?.width === width && whole.height === height;
    if (isWhole) return `${base}/full/${version === 3 ? 'max' : 'full'}/0/${file}`;
    return `${base}/full/${version === 3 ? `${width},${height}` : `${width},`}/0/${file}`;
  };
  // What is offered lies ready; what is not may have to be made.
  const offered = sizes.toSorted((one, other) => one.width - other.width);
  const ready = offered.find(({ width }) => width >= wanted) ?? offered.at(-1);
  const isUseful = ready !== undefined && ready.width >= wanted / 2 && ready.width <= wanted * 4;
  if (isUseful) return at(ready);
  if (level === 0) return undefined;
  if (whole === undefined) return `${base}/full/${wanted},/0/${file}`;
  // To ask for more pixels than there are is an error (3.0 §4.2).
  if (whole.width <= wanted) return at(whole);
  return at({ width: wanted, height: Math.max(1, Math.round((whole.height * wanted) / whole.width)) });
}

/** Undefined for what is no image service. */
function readService(service: JsonRecord, image: JsonRecord): ImageService | undefined {
  const base = webAddress(idOf(service) ?? '')?.replace(/\/+$/, '');
  const profiles = listOf(service.profile).filter((profile) => typeof profile === 'string');
  const written = [...typesOf(service), ...listOf(service['@context']), ...profiles].join(' ');
  const version = versionOf(written);
  if (base === undefined || version === undefined) return undefined;
  const [, level] = /level([012])(?!\d)/.exec(profiles.join(' ')) ?? [];
  return {
    base,
    version,
    level: level === '2' ? 2 : level === '1' ? 1 : 0,
    whole: measured(service) ?? measured(image),
    sizes: recordsOf(service.sizes).flatMap((size) => measured(size) ?? []),
  };
}

function versionOf(written: string): ImageService['version'] | undefined {
  if (/\bImageService3\b|\/image\/3\//.test(written)) return 3;
  if (/\bImageService2\b|\/image\/2\//.test(written)) return 2;
  // Presentation 3 writes the level alone, and 1.1 names its compliance at Stanford.
  return /\bImageService1\b|image-api\/(?:1|compliance)|\/image\/1\//.test(written) ? 1 : undefined;
}

function widthOf(image: unknown): number | undefined {
  return isRecord(image) ? measured(image)?.width : undefined;
}

/** Whole pixels, within what an image can have. */
function measured({ width, height }: JsonRecord): Measured | undefined {
  const isLength = (value: unknown): value is number =>
    typeof value === 'number' && Number.isInteger(value) && value > 0 && value < 1e7;
  return isLength(width) && isLength(height) ? { width, height } : undefined;
}
