import type { FileHandle } from 'node:fs/promises';
import { Failure } from '../model/failure.ts';

/** An entry of a directory; its values are read when somebody asks for them. */
export type TiffField = {
  /** TIFF 6.0 §2's number of the type: 1 BYTE, 3 SHORT, 4 LONG ... */
  type: number;
  /** How many values. */
  count: number;
  /** Where they begin in the file, in bytes. */
  at: number;
  /** The first of them, if all stand in the entry itself. */
  inline: number | undefined;
};

/** By tag. */
export type TiffFields = ReadonlyMap<number, TiffField>;

/** More than any scanner writes; bounds the work that a made-up file can ask for. */
const MOST_DIRECTORIES = 10_000;
const MOST_ENTRIES = 4096;

/** Where a classic file's fields are and how wide, and a BigTIFF's. */
const CLASSIC = { firstAt: 4, firstLength: 8, countWidth: 2, entryLength: 12, valueAt: 8, offsetWidth: 4 };
const BIG = { firstAt: 8, firstLength: 16, countWidth: 8, entryLength: 20, valueAt: 12, offsetWidth: 8 };

/** Two LONGs, one divided by the other. */
const RATIONAL = 5;

/** Bytes of one value by type: BYTE, SHORT, LONG, RATIONAL, UNDEFINED, IFD, and BigTIFF's LONG8 and IFD8. */
const VALUE_WIDTH = new Map([
  [1, 1],
  [3, 2],
  [4, 4],
  [RATIONAL, 8],
  [7, 1],
  [13, 4],
  [16, 8],
  [18, 8],
]);

/**
 * Reads the directories of an open TIFF or BigTIFF file, or of one that is in memory, as EXIF is: TIFF 6.0 §2.
 * Nothing is believed before it is checked.
 */
export class TiffReader {
  readonly #path: string;
  readonly #bytes: FileHandle | Buffer;
  readonly #size: number;
  #littleEndian = true;
  #layout = CLASSIC;

  /** @param size the file's, in bytes; what points behind it is refused. */
  constructor(path: string, bytes: FileHandle | Buffer, size: number) {
    this.#path = path;
    this.#bytes = bytes;
    this.#size = size;
  }

  /**
   * All directories in the order in which they are chained.
   * @throws Failure `image-file-damaged` for a chain that leaves the file, runs in a circle or is endless.
   */
  async directories(): Promise<TiffFields[]> {
    const found: TiffFields[] = [];
    const seen = new Set<number>();
    let offset = await this.#firstOffset();
    while (offset !== 0) {
      if (seen.has(offset)) throw this.damaged('its list of pages runs in a circle');
      if (found.length === MOST_DIRECTORIES)
        throw this.damaged(`it says it has more than ${MOST_DIRECTORIES} pages`);
      seen.add(offset);
      const { fields, next } = await this.#directory(offset, found.length + 1);
      found.push(fields);
      offset = next;
    }
    return found;
  }

  /**
   * The first directory alone, whatever the chain behind it is like.
   * @throws Failure `image-file-damaged`
   */
  async firstDirectory(): Promise<TiffFields> {
    return (await this.#directory(await this.#firstOffset(), 1)).fields;
  }

  /**
   * The whole numbers of a field.
   * @throws Failure `image-file-damaged` if they lie outside of the file or are none.
   */
  async numbers({ type, count, at }: TiffField): Promise<number[]> {
    const width = VALUE_WIDTH.get(type);
    if (width === undefined || type === RATIONAL) throw this.damaged(`a list in it is of the type ${type}`);
    const bytes = await this.#read(at, count * width, 'a list of numbers');
    return Array.from({ length: count }, (_, index) => this.#number(bytes, index * width, width));
  }

  /**
   * The first fraction of a field, not finite if it is divided by 0; undefined if the field holds none.
   * @throws Failure `image-file-damaged` if it lies outside of the file.
   */
  async fraction({ type, count, at }: TiffField): Promise<number | undefined> {
    if (type !== RATIONAL || count === 0) return undefined;
    const bytes = await this.#read(at, 8, 'a fraction');
    return this.#number(bytes, 0, 4) / this.#number(bytes, 4, 4);
  }

  /**
   * The bytes of a field as they are.
   * @throws Failure `image-file-damaged`
   */
  async bytes({ type, count, at }: TiffField): Promise<Buffer> {
    return this.#read(at, count * (VALUE_WIDTH.get(type) ?? 1), 'a field');
  }

  /** A number in the way in which this file writes its fields of a type, for whoever puts one in its place. */
  encode(type: number, value: number): Buffer {
    const width = VALUE_WIDTH.get(type) ?? 4;
    const bytes = Buffer.alloc(width);
    if (width === 8) {
      if (this.#littleEndian) bytes.writeBigUInt64LE(BigInt(value));
      else bytes.writeBigUInt64BE(BigInt(value));
    } else if (this.#littleEndian) bytes.writeUIntLE(value, 0, width);
    else bytes.writeUIntBE(value, 0, width);
    return bytes;
  }

  damaged(why: string): Failure {
    return new Failure('image-file-damaged', {
      place: this.#path,
      message: `This TIFF file is damaged: ${why}. Scan it again or take an earlier copy`,
    });
  }

  async #firstOffset(): Promise<number> {
    const head = await this.#read(0, CLASSIC.firstLength, 'its header');
    this.#littleEndian = head[0] === 0x49;
    this.#layout = this.#number(head, 2, 2) === 43 ? BIG : CLASSIC;
    const { firstAt, firstLength, offsetWidth } = this.#layout;
    return this.#number(await this.#read(0, firstLength, 'its header'), firstAt, offsetWidth);
  }

  async #directory(offset: number, ordinal: number): Promise<{ fields: TiffFields; next: number }> {
    const { countWidth, entryLength, offsetWidth } = this.#layout;
    const what = `the directory of its page ${ordinal}`;
    const count = this.#number(await this.#read(offset, countWidth, what), 0, countWidth);
    if (count > MOST_ENTRIES) throw this.damaged(`${what} says it has ${count} entries`);
    const length = count * entryLength;
    const body = await this.#read(offset + countWidth, length + offsetWidth, what);
    const fields = new Map<number, TiffField>();
    for (let at = 0; at < length; at += entryLength) {
      fields.set(this.#number(body, at, 2), this.#field(body, at, offset + countWidth));
    }
    return { fields, next: this.#number(body, length, offsetWidth) };
  }

  /** @param bodyAt where in the file `body` begins. */
  #field(body: Buffer, at: number, bodyAt: number): TiffField {
    const { valueAt, offsetWidth } = this.#layout;
    const type = this.#number(body, at + 2, 2);
    const width = VALUE_WIDTH.get(type);
    const count = this.#number(body, at + 4, valueAt - 4);
    const fits = width !== undefined && count > 0 && count * width <= offsetWidth;
    if (fits) {
      return { type, count, at: bodyAt + at + valueAt, inline: this.#number(body, at + valueAt, width) };
    }
    return { type, count, at: this.#number(body, at + valueAt, offsetWidth), inline: undefined };
  }

  async #read(offset: number, length: number, what: string): Promise<Buffer> {
    // Before anything is allocated: a made-up count can ask for more memory than there is.
    if (offset + length > this.#size) throw this.damaged(`${what} lies outside of the file`);
    const buffer = Buffer.allocUnsafe(length);
    const bytesRead = Buffer.isBuffer(this.#bytes)
      ? this.#bytes.copy(buffer, 0, offset)
      : (await this.#bytes.read(buffer, 0, length, offset)).bytesRead;
    if (bytesRead < length) throw this.damaged(`${what} lies outside of the file`);
    return buffer;
  }

  /** Above 2^53 the value is rounded, and is outside of any file in any case. */
  #number(buffer: Buffer, at: number, width: number): number {
    if (width === 8) {
      return Number(this.#littleEndian ? buffer.readBigUInt64LE(at) : buffer.readBigUInt64BE(at));
    }
    return this.#littleEndian ? buffer.readUIntLE(at, width) : buffer.readUIntBE(at, width);
  }
}
