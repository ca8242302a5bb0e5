import type { Sharp } from 'sharp';
import { Failure } from '../../model/failure.ts';
import type { OpenPyramid } from '../../pyramid/pyramid-cache.ts';
import { sharp } from '../../pyramid/sharp.ts';
import { chooseLevel } from './choose-level.ts';
import { FORMATS, type Format } from './format.ts';
import type { ResolvedRequest } from './resolve-request.ts';

/** Raised when the same request gives other bytes than before, as by other pyramids; part of every entity tag. */
export const RENDERING_VERSION = 2;

/**
 * Makes the picture. The only step that touches pixels.
 * @returns the file's bytes, in memory as a whole; their number is bounded by the limits.
 * @throws Failure `image-file-damaged` if the pyramid cannot be read.
 */
export async function render(pyramid: OpenPyramid, request: ResolvedRequest): Promise<Buffer> {
  const { level, box } = chooseLevel(pyramid, request.region, request.size);
  const { width, height } = request.size;
  const { x: left, y: top } = box;
  const options = { page: level.page, limitInputPixels: false, failOn: 'error' } as const;
  const cut = sharp(pyramid.path, options).extract({ left, top, width: box.width, height: box.height });
  const sized =
    box.width === width && box.height === height ? cut : cut.resize(width, height, { fit: 'fill' });
  try {
    return await encode(recolour(turn(sized, request), request, pyramid.gray), request).toBuffer();
  } catch (cause) {
    throw new Failure(
      'image-file-damaged',
      { place: pyramid.path, message: 'This pyramid cannot be read' },
      { cause },
    );
  }
}

/** The order is sharp's own, whatever the calls' order: cut, resize, mirror, turn. Image API 3.0 §4.3. */
function turn(image: Sharp, { rotation, format }: ResolvedRequest): Sharp {
  const mirrored = rotation.mirrored ? image.flop() : image;
  if (rotation.degrees === 0) return mirrored;
  const alpha = FORMATS[format].transparency ? 0 : 1;
  return mirrored.rotate(rotation.degrees, { background: { r: 255, g: 255, b: 255, alpha } });
}

function recolour(image: Sharp, { quality }: ResolvedRequest, gray: boolean): Sharp {
  switch (quality) {
    case 'default':
      return image.toColourspace(gray ? 'b-w' : 'srgb');
    case 'gray':
      return image.grayscale().toColourspace('b-w');
    case 'bitonal':
      return image.threshold(128).toColourspace('b-w');
  }
}

function encode(image: Sharp, { format, quality }: ResolvedRequest): Sharp {
  return ENCODERS[format](image, quality === 'bitonal');
}

/** Of two colours, the lossy formats would make more; where there is a way to keep them two it is taken. */
const ENCODERS: Record<Format, (image: Sharp, bitonal: boolean) => Sharp> = {
  jpg: (image, bitonal) => image.jpeg({ quality: bitonal ? 90 : 85 }),
  png: (image, bitonal) =>
    image.png(bitonal ? { palette: true, colours: 2, dither: 0 } : { compressionLevel: 6 }),
  webp: (image, bitonal) => image.webp(bitonal ? { lossless: true } : { quality: 82, effort: 2 }),
  gif: (image, bitonal) => image.gif(bitonal ? { colours: 2, dither: 0 } : { effort: 3 }),
  tif: (image, bitonal) =>
    image.tiff(bitonal ? { compression: 'ccittfax4', bitdepth: 1 } : { compression: 'deflate' }),
};
