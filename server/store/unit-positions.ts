import type { UnitPositions } from './search-index.ts';

/** Positions as bytes: counts, then distances, each in groups of seven bits, the lowest first. */
export function encodePositions({ segments, starts, ends }: UnitPositions): Uint8Array {
  const bytes: number[] = [];
  put(segments.length, bytes);
  let before = 0;
  for (const start of segments) {
    put(start - before, bytes);
    before = start;
  }
  put(starts.length, bytes);
  before = 0;
  starts.forEach((start, index) => {
    put(start - before, bytes);
    put((ends[index] ?? start) - start, bytes);
    before = start;
  });
  return Uint8Array.from(bytes);
}

export function decodePositions(bytes: Uint8Array): UnitPositions {
  let at = 0;
  const next = (): number => {
    let [value, factor] = [0, 1];
    for (;;) {
      const byte = bytes[at] ?? 0;
      at += 1;
      value += (byte & 127) * factor;
      if (byte < 128) return value;
      factor *= 128;
    }
  };
  const segments = ascending(next(), next);
  const count = next();
  const starts = new Array<number>(count);
  const ends = new Array<number>(count);
  let before = 0;
  for (let index = 0; index < count; index += 1) {
    before += next();
    starts[index] = before;
    ends[index] = before + next();
  }
  return { segments, starts, ends };
}

function ascending(count: number, next: () => number): number[] {
  const values = new Array<number>(count);
  let before = 0;
  for (let index = 0; index < count; index += 1) {
    before += next();
    values[index] = before;
  }
  return values;
}

function put(value: number, bytes: number[]): void {
  let rest = value;
  while (rest >= 128) {
    bytes.push((rest % 128) | 128);
    rest = Math.floor(rest / 128);
  }
  bytes.push(rest);
}
