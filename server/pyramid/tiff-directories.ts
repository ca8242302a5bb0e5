import { open, type FileHandle } from 'node:fs/promises';
import { Failure } from '../model/failure.ts';

/** One image file directory of a TIFF file: TIFF 6.0 §2, and BigTIFF's wider form of it. */
export type TiffDirectory = {
  width: number;
  height: number;
  /** A smaller copy of another image of the file, by what the directory says itself. */
  reduced: boolean;
  /** Says which pixels of another image are to be seen; no picture. */
  mask: boolean;
  /** Undefined: in strips. */
  tile: { width: number; height: number } | undefined;
  /** The tag's number: 1 none, 4 Group 4, 5 LZW, 7 JPEG, 8 deflate ... */
  compression: number;
  samplesPerPixel: number;
};

/**
 * The directories of a TIFF or BigTIFF file in the order in which they are chained, which is the order of
 * sharp's `page`. Subdirectories (SubIFDs) are not in the chain and so not in the list. Reads no pixels.
 * @throws Failure `image-file-damaged` for a chain that leaves the file, runs in a circle or is endless.
 */
export async function readTiffDirectories(path: string): Promise<TiffDirectory[]> {
  const handle = await open(path, 'r');
  try {
    return await new Reader(path, handle, (await handle.stat()).size).directories();
  } finally {
    await handle.close();
  }
}

/** More than any scanner writes; bounds the work that a made-up file can ask for. */
const MOST_DIRECTORIES = 10_000;
const MOST_ENTRIES = 4096;

const TAG = {
  newSubfileType: 254,
  subfileType: 255,
  width: 256,
  height: 257,
  compression: 259,
  samplesPerPixel: 277,
  tileWidth: 322,
  tileHeight: 323,
} as const;

/** Where a classic file's fields are and how wide, and a BigTIFF's. */
const CLASSIC = { firstAt: 4, firstLength: 8, countWidth: 2, entryLength: 12, valueAt: 8, offsetWidth: 4 };
const BIG = { firstAt: 8, firstLength: 16, countWidth: 8, entryLength: 20, valueAt: 12, offsetWidth: 8 };

class Reader {
  readonly #path: string;
  readonly #handle: FileHandle;
  readonly #size: number;
  #littleEndian = true;
  #layout = CLASSIC;

  constructor(path: string, handle: FileHandle, size: number) {
    this.#path = path;
    this.#handle = handle;
    this.#size = size;
  }

  async directories(): Promise<TiffDirectory[]> {
    const found: TiffDirectory[] = [];
    const seen = new Set<number>();
    let offset = await this.#firstOffset();
    while (offset !== 0) {
      if (seen.has(offset)) throw this.#damaged('its list of pages runs in a circle');
      if (found.length === MOST_DIRECTORIES)
        throw this.#damaged(`it says it has more than ${MOST_DIRECTORIES} pages`);
      seen.add(offset);
      const { fields, next } = await this.#directory(offset, found.length + 1);
      found.push(directoryOf(fields));
      offset = next;
    }
    return found;
  }

  async #firstOffset(): Promise<number> {
    const head = await this.#read(0, CLASSIC.firstLength, 'its header');
    this.#littleEndian = head[0] === 0x49;
    this.#layout = this.#number(head, 2, 2) === 43 ? BIG : CLASSIC;
    const { firstAt, firstLength, offsetWidth } = this.#layout;
    return this.#number(await this.#read(0, firstLength, 'its header'), firstAt, offsetWidth);
  }

  async #directory(offset: number, ordinal: number): Promise<{ fields: Map<number, number>; next: number }> {
    const { countWidth, entryLength, offsetWidth } = this.#layout;
    const what = `the directory of its page ${ordinal}`;
    const count = this.#number(await this.#read(offset, countWidth, what), 0, countWidth);
    if (count > MOST_ENTRIES) throw this.#damaged(`${what} says it has ${count} entries`);
    const length = count * entryLength;
    const body = await this.#read(offset + countWidth, length + offsetWidth, what);
    const fields = new Map<number, number>();
    for (let at = 0; at < length; at += entryLength) {
      const value = this.#value(body, at);
      if (value !== undefined) fields.set(this.#number(body, at, 2), value);
    }
    return { fields, next: this.#number(body, length, offsetWidth) };
  }

  /** The first value of an entry that keeps its values in itself; undefined if it points elsewhere. */
  #value(body: Buffer, at: number): number | undefined {
    const { valueAt, offsetWidth } = this.#layout;
    const width = VALUE_WIDTH.get(this.#number(body, at + 2, 2));
    if (width === undefined) return undefined;
    const count = this.#number(body, at + 4, valueAt - 4);
    if (count === 0 || count * width > offsetWidth) return undefined;
    return this.#number(body, at + valueAt, width);
  }

  async #read(offset: number, length: number, what: string): Promise<Buffer> {
    if (offset + length > this.#size) throw this.#damaged(`${what} lies outside of the file`);
    const buffer = Buffer.alloc(length);
    const { bytesRead } = await this.#handle.read(buffer, 0, length, offset);
    if (bytesRead < length) throw this.#damaged(`${what} lies outside of the file`);
    return buffer;
  }

  /** Above 2^53 the value is rounded, and is outside of any file in any case. */
  #number(buffer: Buffer, at: number, width: number): number {
    if (width === 8) {
      return Number(this.#littleEndian ? buffer.readBigUInt64LE(at) : buffer.readBigUInt64BE(at));
    }
    return this.#littleEndian ? buffer.readUIntLE(at, width) : buffer.readUIntBE(at, width);
  }

  #damaged(why: string): Failure {
    return new Failure('image-file-damaged', {
      place: this.#path,
      message: `This TIFF file is damaged: ${why}. Scan it again or take an earlier copy`,
    });
  }
}

/** Bytes of one value by type: BYTE, SHORT, LONG, IFD, and BigTIFF's LONG8 and IFD8. */
const VALUE_WIDTH = new Map([
  [1, 1],
  [3, 2],
  [4, 4],
  [13, 4],
  [16, 8],
  [18, 8],
]);

function directoryOf(fields: ReadonlyMap<number, number>): TiffDirectory {
  const kind = fields.get(TAG.newSubfileType) ?? 0;
  const tileWidth = fields.get(TAG.tileWidth);
  const tileHeight = fields.get(TAG.tileHeight);
  return {
    width: fields.get(TAG.width) ?? 0,
    height: fields.get(TAG.height) ?? 0,
    // The older tag counts: 1 whole image, 2 reduced copy, 3 one page of several.
    reduced: (kind & 1) === 1 || fields.get(TAG.subfileType) === 2,
    mask: (kind & 4) === 4,
    tile:
      tileWidth === undefined || tileHeight === undefined
        ? undefined
        : { width: tileWidth, height: tileHeight },
    compression: fields.get(TAG.compression) ?? 1,
    samplesPerPixel: fields.get(TAG.samplesPerPixel) ?? 1,
  };
}
