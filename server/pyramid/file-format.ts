/** Formats that pyramids can be built from. */
export type ReadableFormat = 'jpeg' | 'png' | 'tiff' | 'webp' | 'gif' | 'avif';

/** What the first bytes of a file say it is; the name for people is in `name`. */
export type FileFormat =
  | { kind: 'readable'; format: ReadableFormat; name: string }
  | { kind: 'unreadable'; name: string; advice: string }
  | { kind: 'unknown' };

/** So many bytes from the start of a file are enough for `recogniseFormat`. */
export const HEAD_LENGTH = 32;

/** By content alone: a file's name promises nothing. */
export function recogniseFormat(head: Buffer): FileFormat {
  const known = SIGNATURES.find(({ at, bytes }) => at.some((offset) => startsWith(head, bytes, offset)));
  if (known !== undefined) return known.format;
  return isoMediaFormat(head) ?? { kind: 'unknown' };
}

const AS_TIFF = 'Convert it to TIFF (losslessly) or JPEG and put that in its place';
const AS_IMAGES = 'Extract its pages as TIFF or JPEG, one file for each page, and put those in its place';

const SIGNATURES: readonly { at: readonly number[]; bytes: readonly number[]; format: FileFormat }[] = [
  { at: [0], bytes: [0xff, 0xd8, 0xff], format: readable('jpeg', 'JPEG') },
  { at: [0], bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], format: readable('png', 'PNG') },
  { at: [0], bytes: [0x49, 0x49, 0x2a, 0x00], format: readable('tiff', 'TIFF') },
  { at: [0], bytes: [0x4d, 0x4d, 0x00, 0x2a], format: readable('tiff', 'TIFF') },
  { at: [0], bytes: [0x49, 0x49, 0x2b, 0x00], format: readable('tiff', 'BigTIFF') },
  { at: [0], bytes: [0x4d, 0x4d, 0x00, 0x2b], format: readable('tiff', 'BigTIFF') },
  { at: [0], bytes: ascii('GIF8'), format: readable('gif', 'GIF') },
  { at: [8], bytes: ascii('WEBP'), format: readable('webp', 'WebP') },
  // A box of JPEG 2000's own, or the bare codestream.
  { at: [4], bytes: ascii('jP  '), format: unreadable('JPEG 2000', AS_TIFF) },
  { at: [0], bytes: [0xff, 0x4f, 0xff, 0x51], format: unreadable('JPEG 2000', AS_TIFF) },
  { at: [4], bytes: ascii('JXL '), format: unreadable('JPEG XL', AS_TIFF) },
  { at: [0], bytes: [0xff, 0x0a], format: unreadable('JPEG XL', AS_TIFF) },
  { at: [0], bytes: ascii('BM'), format: unreadable('BMP', AS_TIFF) },
  { at: [0], bytes: ascii('8BPS'), format: unreadable('Photoshop', AS_TIFF) },
  { at: [0], bytes: ascii('P4'), format: unreadable('PBM', AS_TIFF) },
  { at: [0], bytes: ascii('P5'), format: unreadable('PGM', AS_TIFF) },
  { at: [0], bytes: ascii('P6'), format: unreadable('PPM', AS_TIFF) },
  { at: [0], bytes: ascii('AT&TFORM'), format: unreadable('DjVu', AS_IMAGES) },
  // Some writers put a few bytes before it.
  { at: range(24), bytes: ascii('%PDF-'), format: unreadable('PDF', AS_IMAGES) },
  { at: [0], bytes: ascii('%!PS'), format: unreadable('PostScript', AS_IMAGES) },
  { at: range(4), bytes: ascii('<svg'), format: unreadable('SVG', AS_TIFF) },
];

/** HEIC and AVIF share one container; the brand at its head tells them apart (ISO/IEC 14496-12 §4.3). */
function isoMediaFormat(head: Buffer): FileFormat | undefined {
  if (!startsWith(head, ascii('ftyp'), 4)) return undefined;
  const brand = head.toString('latin1', 8, 12);
  if (brand === 'avif' || brand === 'avis') return readable('avif', 'AVIF');
  // `mif1` is either: the compatible brands that follow say which.
  if (brand === 'mif1' && head.toString('latin1', 16).includes('avif')) return readable('avif', 'AVIF');
  return HEIC_BRANDS.has(brand) ? unreadable('HEIC', AS_TIFF) : undefined;
}

const HEIC_BRANDS = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1']);

function readable(format: ReadableFormat, name: string): FileFormat {
  return { kind: 'readable', format, name };
}

function unreadable(name: string, advice: string): FileFormat {
  return { kind: 'unreadable', name, advice };
}

function startsWith(head: Buffer, bytes: readonly number[], offset: number): boolean {
  return bytes.every((byte, index) => head[offset + index] === byte);
}

function ascii(text: string): number[] {
  return [...Buffer.from(text, 'latin1')];
}

function range(length: number): number[] {
  return Array.from({ length }, (_, index) => index);
}
