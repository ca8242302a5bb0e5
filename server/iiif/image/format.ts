import { Failure } from '../../model/failure.ts';

/** Those that are written: Image API 3.0 §4.5. */
export type Format = 'jpg' | 'png' | 'webp' | 'gif' | 'tif';

export const FORMATS: Record<Format, { mediaType: string; longestSide: number; transparency: boolean }> = {
  jpg: { mediaType: 'image/jpeg', longestSide: 65_500, transparency: false },
  png: { mediaType: 'image/png', longestSide: Infinity, transparency: true },
  webp: { mediaType: 'image/webp', longestSide: 16_383, transparency: true },
  gif: { mediaType: 'image/gif', longestSide: 65_535, transparency: true },
  tif: { mediaType: 'image/tiff', longestSide: Infinity, transparency: false },
};

/** @throws Failure `image-option-unsupported` for a format of the specification's that is not written here, else `image-format-unknown` */
export function parseFormat(text: string): Format {
  if (isFormat(text)) return text;
  const detail = { expected: Object.keys(FORMATS).join(', '), received: text };
  if (text === 'jp2' || text === 'pdf') {
    throw new Failure('image-option-unsupported', { message: 'This format is not offered here', ...detail });
  }
  throw new Failure('image-format-unknown', { message: 'This format is not known', ...detail });
}

function isFormat(text: string): text is Format {
  return Object.hasOwn(FORMATS, text);
}
