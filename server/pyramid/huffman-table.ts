import { Failure } from '../model/failure.ts';
import { JPEG, type JpegSegment } from './jpeg-segments.ts';

/** A Huffman table of a JPEG stream: ITU-T T.81 Annex C. */
export class HuffmanTable {
  /** By the next 16 bits: length of the code, then its symbol; 0 where no code begins so. */
  readonly #byBits = new Uint16Array(0x1_0000);
  readonly #codes = new Uint16Array(256);
  readonly #lengths = new Uint8Array(256);

  /** @param counts how many codes there are of 1, 2, ... 16 bits. @param symbols in the order of their codes. */
  constructor(counts: Uint8Array, symbols: Uint8Array) {
    let code = 0;
    let next = 0;
    for (const [index, count] of counts.entries()) {
      const length = index + 1;
      for (let nth = 0; nth < count; nth += 1) {
        const symbol = symbols[next] ?? 0;
        const begin = code << (16 - length);
        if (begin >= 0x1_0000) throw damaged();
        this.#byBits.fill((length << 8) | symbol, begin, begin + (1 << (16 - length)));
        this.#codes[symbol] = code;
        this.#lengths[symbol] = length;
        next += 1;
        code += 1;
      }
      code <<= 1;
    }
  }

  /**
   * @param at in bits.
   * @returns length of the code in bits × 256 + its symbol.
   * @throws Failure `image-file-damaged` if no code begins there.
   */
  decode(bytes: Buffer, at: number): number {
    const byte = at >> 3;
    const three = ((bytes[byte] ?? 0) << 16) | ((bytes[byte + 1] ?? 0) << 8) | (bytes[byte + 2] ?? 0);
    const found = this.#byBits[(three >> (8 - (at & 7))) & 0xffff] ?? 0;
    if (found === 0) throw damaged();
    return found;
  }

  /** The code of a symbol; its length is 0 if there is none. */
  encode(symbol: number): { code: number; length: number } {
    return { code: this.#codes[symbol] ?? 0, length: this.#lengths[symbol] ?? 0 };
  }
}

/** Tables of a stream by number: 0 to 3 for means (DC), 16 to 19 for the rest (AC), as T.81 §B.2.4.2 writes them. */
export function huffmanTables(segments: readonly JpegSegment[]): Map<number, HuffmanTable> {
  const tables = new Map<number, HuffmanTable>();
  for (const { marker, body } of segments) {
    if (marker !== JPEG.huffman) continue;
    for (let at = 0; at + 17 <= body.length;) {
      const counts = body.subarray(at + 1, at + 17);
      const total = counts.reduce((sum, count) => sum + count, 0);
      tables.set(body.readUInt8(at), known(body.subarray(at, at + 17 + total)));
      at += 17 + total;
    }
  }
  return tables;
}

/** All tiles of all pyramids share four tables: they are worked out once. */
const KNOWN = new Map<string, HuffmanTable>();
const MOST_KNOWN = 64;

function known(bytes: Buffer): HuffmanTable {
  const name = bytes.toString('latin1', 1);
  const table = KNOWN.get(name) ?? new HuffmanTable(bytes.subarray(1, 17), bytes.subarray(17));
  if (KNOWN.size >= MOST_KNOWN) KNOWN.clear();
  KNOWN.set(name, table);
  return table;
}

function damaged(): Failure {
  return new Failure('image-file-damaged', 'A JPEG tile holds bits that are no code');
}
