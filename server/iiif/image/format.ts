import type { Size } from '../../model/box.ts';
import { Failure } from '../../model/failure.ts';

/** Those of Image API 3.0 §4.5, and AVIF. */
export type Format = 'jpg' | 'png' | 'webp' | 'avif' | 'gif' | 'tif' | 'pdf' | 'jp2';

type FormatFacts = {
  mediaType: string;
  /** In pixels; what the format or its encoder can hold. */
  longestSide: number;
  /** In pixels: what there is memory and patience for. */
  largestArea: number;
  transparency: boolean;
};

/** A4 at 600 dpi. With 10 to 30 bytes of memory for each pixel, and a second for 1 to 40 millions of them. */
const ONE_PAGE = 36_000_000;

export const FORMATS: Record<Format, FormatFacts> = {
  jpg: { mediaType: 'image/jpeg', longestSide: 65_500, largestArea: Infinity, transparency: false },
  png: { mediaType: 'image/png', longestSide: Infinity, largestArea: Infinity, transparency: true },
  webp: { mediaType: 'image/webp', longestSide: 16_383, largestArea: Infinity, transparency: true },
  avif: { mediaType: 'image/avif', longestSide: 16_384, largestArea: ONE_PAGE, transparency: true },
  gif: { mediaType: 'image/gif', longestSide: 65_535, largestArea: ONE_PAGE, transparency: true },
  tif: { mediaType: 'image/tiff', longestSide: Infinity, largestArea: Infinity, transparency: false },
  pdf: { mediaType: 'application/pdf', longestSide: 65_500, largestArea: Infinity, transparency: false },
  jp2: { mediaType: 'image/jp2', longestSide: Infinity, largestArea: ONE_PAGE, transparency: false },
};

/**
 * What a viewer should ask for, if it can choose: Image API 3.0 §5.6. JPEG, since its tiles stand ready, and
 * WebP, which is half as long but has to be made for everybody who is the first to ask.
 */
export const PREFERRED_FORMATS: readonly Format[] = ['jpg', 'webp'];

/** @throws Failure `image-format-unknown` */
export function parseFormat(text: string): Format {
  if (isFormat(text)) return text;
  throw new Failure('image-format-unknown', {
    message: 'This format is not known',
    expected: Object.keys(FORMATS).join(', '),
    received: text,
  });
}

/** What info.json may name. @param writers those that a machine may lack. */
export function formatsOffered({ jp2 }: { jp2?: unknown }): Format[] {
  return Object.keys(FORMATS)
    .filter(isFormat)
    .filter((format) => format !== 'jp2' || jp2 !== undefined);
}

/** @throws Failure `image-option-unsupported` for what the specification knows and nothing here can write. */
export function requireOffered(format: Format, offered: readonly Format[]): void {
  if (!offered.includes(format)) throw notOffered(format, offered);
}

export function notOffered(format: Format, offered: readonly Format[]): Failure {
  return new Failure('image-option-unsupported', {
    message: 'This format is not offered here',
    expected: offered.join(', '),
    received: format,
  });
}

/**
 * @param picture its size in pixels, after rotation.
 * @throws Failure `image-size-too-large`
 */
export function requireHeld(format: Format, { width, height }: Size): void {
  const { longestSide, largestArea } = FORMATS[format];
  if (Math.max(width, height) <= longestSide && width * height <= largestArea) return;
  throw new Failure('image-size-too-large', {
    message: `The format ${format} cannot hold an image so large`,
    expected:
      Math.max(width, height) > longestSide
        ? `at most ${longestSide} pixels on each side`
        : `at most ${largestArea} pixels in all`,
    received: `${width},${height}`,
  });
}

function isFormat(text: string): text is Format {
  return Object.hasOwn(FORMATS, text);
}
