/** What a TIFF file of one uncompressed picture says: TIFF 6.0, in the numbers of its own tags. */
export type TiffPicture = {
  width: number;
  height: number;
  /** Bits of one sample. */
  bits: 1 | 8 | 16;
  samples: number;
  /** PhotometricInterpretation: 0 min-is-white, 1 min-is-black, 2 RGB, 3 palette, 5 CMYK, 8 CIELab. */
  photometric: number;
  /** Rows one after the other, each filled up to whole bytes; 16 bits with the lower byte first. */
  data: Buffer;
  /** An ICC profile: tag 34675. */
  profile?: Buffer;
  /** What the last sample is: 1 alpha that the colours were multiplied by, 2 alpha alone. */
  extraSample?: 1 | 2;
  /** All reds, all greens, all blues, 0 to 65,535. */
  colorMap?: readonly number[];
  /** XResolution, YResolution and ResolutionUnit: 1 none, 2 inch, 3 centimetre. */
  resolution?: { x: number; y: number; unit?: number };
};

type Field = { tag: number; type: 3 | 4 | 5 | 7; values: readonly number[] | Buffer };

/** @param pictures the pages of the file, mostly one. */
export function tiffPicture(...pictures: readonly TiffPicture[]): Buffer {
  const head: Buffer = Buffer.from('II*\0\0\0\0\0', 'latin1');
  const chunks = [head];
  let pointer = { chunk: head, at: 4 };
  let end = 8;
  for (const picture of pictures) {
    const directoryAt = end + picture.data.length;
    pointer.chunk.writeUInt32LE(directoryAt, pointer.at);
    const { table, outside } = directory(fieldsOf(picture, end), directoryAt);
    pointer = { chunk: table, at: table.length - 4 };
    chunks.push(picture.data, table, ...outside);
    end = chunks.reduce((sum, { length }) => sum + length, 0);
  }
  return Buffer.concat(chunks);
}

function fieldsOf(picture: TiffPicture, dataAt: number): Field[] {
  const { width, height, bits, samples, photometric, data, profile, extraSample, colorMap, resolution } =
    picture;
  return [
    { tag: 256, type: 4, values: [width] },
    { tag: 257, type: 4, values: [height] },
    { tag: 258, type: 3, values: Array.from({ length: samples }, () => bits) },
    { tag: 259, type: 3, values: [1] },
    { tag: 262, type: 3, values: [photometric] },
    { tag: 273, type: 4, values: [dataAt] },
    { tag: 277, type: 3, values: [samples] },
    { tag: 278, type: 4, values: [height] },
    { tag: 279, type: 4, values: [data.length] },
    ...(resolution === undefined
      ? []
      : [
          { tag: 282, type: 5 as const, values: rational(resolution.x) },
          { tag: 283, type: 5 as const, values: rational(resolution.y) },
        ]),
    { tag: 284, type: 3, values: [1] },
    ...(resolution?.unit === undefined ? [] : [{ tag: 296, type: 3 as const, values: [resolution.unit] }]),
    ...(colorMap === undefined ? [] : [{ tag: 320, type: 3 as const, values: colorMap }]),
    ...(extraSample === undefined ? [] : [{ tag: 338, type: 3 as const, values: [extraSample] }]),
    ...(profile === undefined ? [] : [{ tag: 34675, type: 7 as const, values: profile }]),
  ];
}

function rational(value: number): number[] {
  return [Math.round(value * 1000), 1000];
}

function directory(fields: readonly Field[], at: number): { table: Buffer; outside: Buffer[] } {
  const table = Buffer.alloc(2 + fields.length * 12 + 4);
  table.writeUInt16LE(fields.length);
  const outside: Buffer[] = [];
  let next = at + table.length;
  for (const [index, { tag, type, values }] of fields.entries()) {
    const entry = 2 + index * 12;
    const bytes = bytesOf(type, values);
    table.writeUInt16LE(tag, entry);
    table.writeUInt16LE(type, entry + 2);
    table.writeUInt32LE(type === 5 ? values.length / 2 : values.length, entry + 4);
    if (bytes.length <= 4) bytes.copy(table, entry + 8);
    else {
      table.writeUInt32LE(next, entry + 8);
      outside.push(bytes);
      next += bytes.length;
    }
  }
  return { table, outside };
}

function bytesOf(type: Field['type'], values: Field['values']): Buffer {
  if (Buffer.isBuffer(values)) return values;
  const width = type === 3 ? 2 : 4;
  const bytes = Buffer.alloc(values.length * width);
  for (const [index, value] of values.entries()) bytes.writeUIntLE(value, index * width, width);
  return bytes;
}
