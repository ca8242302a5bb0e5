type Entry = { tag: number; type: number; value: number };

/** A TIFF file of nothing but directories, as broken as the test wants it. */
export function tiffFile(
  directories: readonly Readonly<Record<number, number>>[],
  options: { big?: boolean; littleEndian?: boolean; lastOffset?: number; entryCount?: number } = {},
): Buffer {
  const { big = false, littleEndian = true, lastOffset = 0, entryCount } = options;
  const chunks: Buffer[] = [];
  const number = (value: number, width: number) => {
    const buffer = Buffer.alloc(width);
    if (width === 8) {
      if (littleEndian) buffer.writeBigUInt64LE(BigInt(value));
      else buffer.writeBigUInt64BE(BigInt(value));
    } else if (littleEndian) buffer.writeUIntLE(value, 0, width);
    else buffer.writeUIntBE(value, 0, width);
    chunks.push(buffer);
  };
  const [countWidth, offsetWidth] = big ? [8, 8] : [2, 4];
  chunks.push(Buffer.from(littleEndian ? 'II' : 'MM'));
  number(big ? 43 : 42, 2);
  if (big) {
    number(8, 2);
    number(0, 2);
  }
  let offset = big ? 16 : 8;
  number(offset, offsetWidth);
  directories.forEach((fields, index) => {
    const entries = Object.entries(fields).map(([tag, value]): Entry => ({
      tag: Number(tag),
      type: 4,
      value,
    }));
    number(entryCount ?? entries.length, countWidth);
    for (const { tag, type, value } of entries) {
      number(tag, 2);
      number(type, 2);
      number(1, offsetWidth);
      // A LONG stands at the left of a wider field.
      number(value, 4);
      if (big) number(0, 4);
    }
    offset += countWidth + entries.length * (big ? 20 : 12) + offsetWidth;
    number(index === directories.length - 1 ? lastOffset : offset, offsetWidth);
  });
  return Buffer.concat(chunks);
}
