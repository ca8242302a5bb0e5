import type { Sharp } from 'sharp';
import type { Format } from './format.ts';

/** What the picture is, where an encoder does better for knowing it. */
export type Look = {
  /** Black and white, and nothing else but transparency. */
  bitonal: boolean;
  transparent: boolean;
};

/**
 * How each format is written that the image library writes. Of two colours, the lossy formats would make more;
 * where there is a way to keep them two it is taken. The figures are for a million pixels of real scans.
 */
export const ENCODERS: Record<Exclude<Format, 'pdf' | 'jp2'>, (image: Sharp, look: Look) => Sharp> = {
  // Tables of its own would make a JPEG 3 % shorter, and its writing takes three times as long (10 ms, not 3).
  // No chroma is lost of grey, which two colours are: only the quality decides how crisp they stay.
  jpg: (image, { bitonal }) => image.jpeg({ quality: bitonal ? 95 : 85, optimiseCoding: false }),
  // 2 instead of 6: half of the time (25 ms) for files that are 3 to 12 % longer.
  png: (image, { bitonal, transparent }) =>
    image.png(bitonal ? bitonalPng(transparent) : { compressionLevel: 2 }),
  // Effort 2 at quality 82 is as near to the pixels in as many bytes, and takes half as long again.
  webp: (image, { bitonal }) =>
    image.webp(bitonal ? { lossless: true, effort: 0 } : { quality: 80, effort: 0 }),
  // 50 ms, and 150 ms at effort 1 for at most a seventh fewer bytes. Lossless, effort 0 would make 10 times the bytes.
  avif: (image, { bitonal }) =>
    image.avif(
      bitonal ? { lossless: true, effort: 1 } : { quality: 60, effort: 0, chromaSubsampling: '4:2:0' },
    ),
  gif: (image, { bitonal }) => image.gif(bitonal ? { colours: 4, dither: 0, effort: 1 } : { effort: 3 }),
  // LZW is read by everything; deflate takes twice the time (70 ms) for a tenth fewer bytes.
  tif: (image, { bitonal }) =>
    image.tiff(bitonal ? { compression: 'ccittfax4', bitdepth: 1 } : { compression: 'lzw' }),
};

/** One bit for each pixel; PNG has no such pixels with transparency, but they pack well in its longer ones. */
function bitonalPng(transparent: boolean) {
  return transparent ? { compressionLevel: 6 } : { palette: false, colours: 2, compressionLevel: 6 };
}
