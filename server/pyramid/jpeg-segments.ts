import { Failure } from '../model/failure.ts';

/** `bodyAt`: where in the stream the body begins, after marker and length. */
export type JpegSegment = { marker: number; body: Buffer; bodyAt: number };

/** Markers of ITU-T T.81 §B.1.1.3; the second of their two bytes. */
export const JPEG = {
  startOfImage: 0xd8,
  endOfImage: 0xd9,
  scan: 0xda,
  quantization: 0xdb,
  huffman: 0xc4,
  restartInterval: 0xdd,
  /** Every kind of frame. */
  frames: new Set([0xc0, 0xc1, 0xc2, 0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf]),
  /** Those that are coded with Huffman tables in one go. */
  sequentialFrames: new Set([0xc0, 0xc1]),
} as const;

/**
 * The segments of a JPEG stream up to its pixels, or of a stream of tables up to its end.
 * @throws Failure `image-file-damaged`
 */
export function segmentsOf(stream: Buffer): JpegSegment[] {
  const segments: JpegSegment[] = [];
  if (stream.length === 0) return segments;
  if (stream[0] !== 0xff || stream[1] !== JPEG.startOfImage) throw damaged('is no JPEG stream');
  let at = 2;
  for (;;) {
    if (at + 4 > stream.length || stream[at] !== 0xff) {
      if (stream[at] === 0xff && stream[at + 1] === JPEG.endOfImage) return segments;
      throw damaged('is cut off or has no mark where one must be');
    }
    const marker = stream.readUInt8(at + 1);
    if (marker === JPEG.endOfImage) return segments;
    const length = stream.readUInt16BE(at + 2);
    const end = at + 2 + length;
    if (length < 2 || end > stream.length) throw damaged('has a segment that is longer than itself');
    segments.push({ marker, body: stream.subarray(at + 4, end), bodyAt: at + 4 });
    if (marker === JPEG.scan) return segments;
    at = end;
  }
}

function damaged(what: string): Failure {
  return new Failure('image-file-damaged', `A JPEG tile ${what}`);
}
