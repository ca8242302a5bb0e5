import type { Size } from '../model/box.ts';
import { Failure } from '../model/failure.ts';
import { huffmanTables, type HuffmanTable } from './huffman-table.ts';
import { JPEG, segmentsOf, type JpegSegment } from './jpeg-segments.ts';

/**
 * Cuts the upper left corner out of a JPEG picture without decoding it: the coefficients of the blocks that
 * stay are copied as they are, so that nothing is lost and nothing has to be compressed again. Tiles at the
 * edges of a pyramid are stored whole, with padding; this makes of them what a viewer asks for.
 *
 * @param stream one whole baseline picture, which may lack its tables (an abbreviated stream: ITU-T T.81 §B.4).
 * @param tables the stream of tables that goes with it, or nothing if it has its own.
 * @param size in pixels, at most the picture's.
 * @returns the picture of this size, as abbreviated as `stream` was.
 * @throws Failure `image-file-damaged` for a stream that is not baseline, or ends before its picture does.
 */
export function cropJpeg(stream: Buffer, tables: Buffer, size: Size): Buffer {
  const segments = segmentsOf(stream);
  const frame = frameOf(segments);
  if (size.width > frame.width || size.height > frame.height) {
    throw damaged(`has ${frame.width} x ${frame.height} pixels, fewer than are wanted`);
  }
  const scan = scanOf(segments, frame, huffmanTables([...segmentsOf(tables), ...segments]));
  const from = blocksOf(frame, scan);
  const to = blocksOf(size, scan);
  const head = Buffer.from(stream.subarray(0, scan.dataAt));
  head.writeUInt16BE(size.height, frame.sizeAt);
  head.writeUInt16BE(size.width, frame.sizeAt + 2);
  const data = copyUnits(unstuffed(stream, scan.dataAt), scan, from.across, to);
  return Buffer.concat([head, data, END_OF_IMAGE]);
}

const END_OF_IMAGE = Buffer.from([0xff, JPEG.endOfImage]);

/** `sizeAt`: where the height and then the width stand, in bytes. */
type Frame = Size & { sizeAt: number; components: readonly { id: number; across: number; down: number }[] };

type Component = { blocks: number; dc: HuffmanTable; ac: HuffmanTable };

/** `unit`: pixels that one minimum coded unit covers. */
type Scan = { components: readonly Component[]; unit: Size; dataAt: number };

/** T.81 §B.2.2. */
function frameOf(segments: readonly JpegSegment[]): Frame {
  const found = segments.find(({ marker }) => JPEG.frames.has(marker));
  // Baseline and extended sequential are coded alike; progressive and arithmetic are not.
  if (found === undefined || !JPEG.sequentialFrames.has(found.marker)) throw damaged('is not baseline');
  if (segments.some(({ marker }) => marker === JPEG.restartInterval)) throw damaged('has restart marks');
  const { body } = found;
  const count = body[5] ?? 0;
  if (count === 0 || body.length < 6 + 3 * count) throw damaged('has a frame that is cut off');
  const components = Array.from({ length: count }, (_, index) => {
    const at = 6 + 3 * index;
    const factors = body.readUInt8(at + 1);
    return { id: body.readUInt8(at), across: factors >> 4, down: factors & 15 };
  });
  const sampled = components.every(
    ({ across, down }) => across >= 1 && across <= 4 && down >= 1 && down <= 4,
  );
  if (!sampled) throw damaged('has components that are sampled in no way there is');
  const [height, width] = [body.readUInt16BE(1), body.readUInt16BE(3)];
  return { width, height, sizeAt: found.bodyAt + 1, components };
}

/** T.81 §B.2.3: one scan with all components, as all writers of tiles make it. */
function scanOf(
  segments: readonly JpegSegment[],
  frame: Frame,
  tables: ReadonlyMap<number, HuffmanTable>,
): Scan {
  const found = segments.find(({ marker }) => marker === JPEG.scan);
  const count = frame.components.length;
  if (found?.body[0] !== count || found.body.length < 1 + 2 * count) {
    throw damaged('is not one interleaved scan');
  }
  const table = (number: number) => {
    const known = tables.get(number);
    if (known === undefined) throw damaged(`lacks its Huffman table ${number}`);
    return known;
  };
  const alone = count === 1;
  const components = frame.components.map(({ across, down }, index) => {
    const numbers = found.body.readUInt8(2 + 2 * index);
    // A component of its own is coded block by block, whatever factors it has: §A.2.2.
    return {
      blocks: alone ? 1 : across * down,
      dc: table(numbers >> 4),
      ac: table(0x10 | (numbers & 15)),
    };
  });
  const widest = alone ? 1 : Math.max(...frame.components.map(({ across }) => across));
  const tallest = alone ? 1 : Math.max(...frame.components.map(({ down }) => down));
  const dataAt = found.bodyAt + found.body.length;
  return { components, unit: { width: 8 * widest, height: 8 * tallest }, dataAt };
}

function blocksOf({ width, height }: Size, { unit }: Scan): { across: number; down: number } {
  return { across: Math.ceil(width / unit.width), down: Math.ceil(height / unit.height) };
}

/** Bytes that may be looked at behind the last. */
const LOOK_AHEAD = 4;

/** Entropy-coded bytes without the zeros that follow each 255, and with zeros at the end to look ahead into. */
function unstuffed(stream: Buffer, from: number): { bytes: Buffer; bits: number } {
  const bytes = Buffer.allocUnsafe(stream.length - from + LOOK_AHEAD);
  let length = 0;
  let at = from;
  for (;;) {
    const mark = stream.indexOf(0xff, at);
    if (mark === -1) throw damaged('has no end');
    stream.copy(bytes, length, at, mark);
    length += mark - at;
    if (stream[mark + 1] !== 0) {
      bytes.fill(0, length, length + LOOK_AHEAD);
      return { bytes, bits: length * 8 };
    }
    bytes[length] = 0xff;
    length += 1;
    at = mark + 2;
  }
}

/**
 * Goes through the coded units row by row and copies the first of each row. The mean of a block is coded as
 * its difference to the one before (T.81 §F.1.1.5.1): where units are left out at a row's end, that of the
 * first block in the next row is another one, and is written anew.
 */
function copyUnits(
  { bytes, bits }: { bytes: Buffer; bits: number },
  { components }: Scan,
  across: number,
  kept: { across: number; down: number },
): Buffer {
  const out = new BitWriter(bytes.length);
  const means = components.map(() => 0);
  const keptMeans = components.map(() => 0);
  let at = 0;
  for (let row = 0; row < kept.down; row += 1) {
    let copied = at;
    for (let column = 0; column < across; column += 1) {
      for (const [index, { blocks, dc, ac }] of components.entries()) {
        for (let block = 0; block < blocks; block += 1) {
          const begin = at;
          const category = dc.decode(bytes, at);
          at += category >> 8;
          const size = category & 15;
          const mean = (means[index] ?? 0) + difference(bytes, at, size);
          at += size;
          means[index] = mean;
          if (column === 0 && block === 0 && row > 0) {
            out.copy(bytes, copied, begin);
            writeDifference(out, dc, mean - (keptMeans[index] ?? 0));
            copied = at;
          }
          at = afterBlock(bytes, at, ac);
          if (at > bits) throw damaged('ends too early');
          if (column < kept.across) keptMeans[index] = mean;
        }
      }
      if (column === kept.across - 1) {
        out.copy(bytes, copied, at);
        copied = at;
      }
    }
  }
  return out.end();
}

/** The rest of a block: T.81 §F.2.2.2. */
function afterBlock(bytes: Buffer, from: number, ac: HuffmanTable): number {
  let at = from;
  for (let coefficient = 1; coefficient < 64;) {
    const code = ac.decode(bytes, at);
    const [zeros, size] = [(code >> 4) & 15, code & 15];
    at += (code >> 8) + size;
    if (size === 0 && zeros < 15) break;
    coefficient += zeros + 1;
  }
  return at;
}

/** T.81 §F.2.2.1, EXTEND. */
function difference(bytes: Buffer, at: number, size: number): number {
  if (size === 0) return 0;
  const value = peek(bytes, at) >> (16 - size);
  return value < 1 << (size - 1) ? value - (1 << size) + 1 : value;
}

function writeDifference(out: BitWriter, dc: HuffmanTable, value: number): void {
  const size = 32 - Math.clz32(Math.abs(value));
  const { code, length } = dc.encode(size);
  if (length === 0) throw damaged('has too small a table of means');
  out.put(code, length);
  if (size > 0) out.put(value < 0 ? value + (1 << size) - 1 : value, size);
}

/** The 16 bits from here on. */
function peek(bytes: Buffer, at: number): number {
  const byte = at >> 3;
  const three = ((bytes[byte] ?? 0) << 16) | ((bytes[byte + 1] ?? 0) << 8) | (bytes[byte + 2] ?? 0);
  return (three >> (8 - (at & 7))) & 0xffff;
}

/** Writes bits as entropy-coded data: a zero follows each byte of 255 (T.81 §B.1.1.5). */
class BitWriter {
  readonly #bytes: Buffer;
  #length = 0;
  #pending = 0;
  #pendingBits = 0;

  /** @param length of what is copied from, in bytes; at worst each byte written is 255. */
  constructor(length: number) {
    this.#bytes = Buffer.allocUnsafe(2 * length + 64);
  }

  /** @param count at most 16. */
  put(value: number, count: number): void {
    this.#pending = (this.#pending << count) | value;
    this.#pendingBits += count;
    while (this.#pendingBits >= 8) {
      this.#pendingBits -= 8;
      const byte = (this.#pending >> this.#pendingBits) & 0xff;
      this.#bytes[this.#length++] = byte;
      if (byte === 0xff) this.#bytes[this.#length++] = 0;
    }
    this.#pending &= (1 << this.#pendingBits) - 1;
  }

  copy(from: Buffer, begin: number, end: number): void {
    let at = begin;
    for (; at + 16 <= end; at += 16) this.put(peek(from, at), 16);
    if (at < end) this.put(peek(from, at) >> (16 - (end - at)), end - at);
  }

  /** Fills the last byte with ones: T.81 §F.1.2.3. */
  end(): Buffer {
    if (this.#pendingBits > 0) this.put((1 << (8 - this.#pendingBits)) - 1, 8 - this.#pendingBits);
    return this.#bytes.subarray(0, this.#length);
  }
}

function damaged(what: string): Failure {
  return new Failure('image-file-damaged', `A JPEG tile ${what}`);
}
