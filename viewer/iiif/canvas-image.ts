import { hasType, idOf, recordsOf, stringsOf, typesOf, type JsonRecord } from './json.ts';
import { targetOf, type Size } from './target.ts';
import type { Box } from './text.ts';
import { webAddress } from './uri.ts';

/** The scan of a canvas: where parts of it are to be had, or only the whole. */
export type CanvasImage = {
  /** The picture as it is painted. */
  address: string | undefined;
  service: { id: string; version: 2 | 3; size: Size | undefined } | undefined;
  /** The part of the canvas that it fills. */
  on: Box;
};

/** Of the first that is painted; undefined where nothing is, or where it has no address on the web. */
export function canvasImageOf(canvas: JsonRecord, size: Size): CanvasImage | undefined {
  const [page] = recordsOf(canvas.items);
  const [annotation] = recordsOf(page?.items ?? canvas.images);
  const [painted] = recordsOf(annotation?.body ?? annotation?.resource);
  if (annotation === undefined || painted === undefined) return undefined;
  const [body = painted] = hasType(painted, 'Choice')
    ? recordsOf(painted.items ?? painted.default)
    : [painted];
  const service = recordsOf(body.service).flatMap((candidate) => serviceOf(candidate) ?? [])[0];
  const address = webAddress(idOf(body) ?? '');
  if (service === undefined && address === undefined) return undefined;
  const on = targetOf(annotation.target ?? annotation.on, size)?.box;
  return { address, service, on: on ?? { x: 0, y: 0, ...size } };
}

function serviceOf(service: JsonRecord): CanvasImage['service'] {
  const id = webAddress(idOf(service) ?? '')?.replace(/\/$/, '');
  const version = versionOf(service);
  if (id === undefined || version === undefined) return undefined;
  const [width, height] = [Number(service.width), Number(service.height)];
  const isSize = [width, height].every((length) => Number.isInteger(length) && length > 0 && length < 1e7);
  return { id, version, size: isSize ? { width, height } : undefined };
}

/** Undefined where it is no image service, or one that no longer has addresses like these (Image API 1). */
function versionOf(service: JsonRecord): 2 | 3 | undefined {
  if (typesOf(service).includes('ImageService3')) return 3;
  if (typesOf(service).includes('ImageService2')) return 2;
  const words = [...stringsOf(service['@context']), ...stringsOf(service.profile)];
  return words.some((word) => word.includes('iiif.io/api/image/2/')) ? 2 : undefined;
}

/** Of a crop, in pixels of its longer side: sharp on a page, and small enough to be sent by mail. */
const LONGEST_SIDE = 1200;

/**
 * The address of a part of the scan (Image API 3.0 §4, 2.1 §4); the whole picture where it has no service; undefined
 * where no part of the scan lies there. Of a service that does not say how large its picture is, the region is asked in
 * per cents.
 *
 * @param box in the canvas's units.
 * @param extent as large as is needed to read it, or as large as there is.
 */
export function cropAddress(
  image: CanvasImage,
  box: Box,
  extent: 'legible' | 'whole' = 'legible',
): string | undefined {
  const part = shareOf(image.on, box);
  if (part === undefined) return undefined;
  const { service } = image;
  if (service === undefined) return image.address;
  const { size, version } = service;
  if (size === undefined) {
    const share = [part.x, part.y, part.width, part.height].map((number) =>
      Number((number * 100).toFixed(3)),
    );
    return `${service.id}/pct:${share.join(',')}/${version === 3 ? 'max' : 'full'}/0/default.jpg`;
  }
  const [left, top] = [Math.floor(part.x * size.width), Math.floor(part.y * size.height)];
  const width = Math.max(1, Math.min(size.width, Math.ceil((part.x + part.width) * size.width)) - left);
  const height = Math.max(1, Math.min(size.height, Math.ceil((part.y + part.height) * size.height)) - top);
  const scale = extent === 'whole' ? 1 : Math.min(1, LONGEST_SIDE / Math.max(width, height));
  const [across, down] = [width, height].map((length) => Math.max(1, Math.round(length * scale)));
  const isWhole = left === 0 && top === 0 && width === size.width && height === size.height;
  const region = isWhole ? 'full' : `${left},${top},${width},${height}`;
  // The canonical form of each version: it is what has been kept already if anything has.
  const [all, some] = version === 3 ? ['max', `${across},${down}`] : ['full', `${across},`];
  return `${service.id}/${region}/${scale === 1 ? all : some}/0/default.jpg`;
}

/** What of the canvas a crop shows: the whole picture where no part of it is to be had. */
export function croppedBox(image: CanvasImage, box: Box): Box | undefined {
  const part = shareOf(image.on, box);
  if (part === undefined) return undefined;
  const { x, y, width, height } = image.on;
  if (image.service === undefined) return image.on;
  return {
    ...{ x: x + part.x * width, y: y + part.y * height },
    ...{ width: part.width * width, height: part.height * height },
  };
}

/** The part of `whole` that lies in `box`, in shares of its width and height. */
function shareOf(whole: Box, box: Box): Box | undefined {
  if (whole.width <= 0 || whole.height <= 0) return undefined;
  const left = Math.max(0, (box.x - whole.x) / whole.width);
  const top = Math.max(0, (box.y - whole.y) / whole.height);
  const right = Math.min(1, (box.x + box.width - whole.x) / whole.width);
  const bottom = Math.min(1, (box.y + box.height - whole.y) / whole.height);
  return right > left && bottom > top
    ? { x: left, y: top, width: right - left, height: bottom - top }
    : undefined;
}

/**
 * A place with some paper around it, so that nothing of the strokes is cut off.
 * @param canvas what it may not reach over, where its size is known.
 */
export function withMargin({ x, y, width, height }: Box, canvas: Size): Box {
  const margin = Math.min(height, width) * 0.15 + Math.max(canvas.width, canvas.height) * 0.004;
  const [left, top] = [Math.max(0, x - margin), Math.max(0, y - margin)];
  const right = canvas.width > 0 ? Math.min(canvas.width, x + width + margin) : x + width + margin;
  const bottom = canvas.height > 0 ? Math.min(canvas.height, y + height + margin) : y + height + margin;
  return { x: left, y: top, width: right - left, height: bottom - top };
}
