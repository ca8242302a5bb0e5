import { createHash } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { createGzip, gunzip, gunzipSync, gzipSync } from 'node:zlib';

/**
 * What is to be said of a thing. Ten thousand canvases need never be in memory together: `items` are then made
 * while they are written, into the list that is the frame's last value and still empty.
 */
export type Description = { frame: object; items?: Iterable<unknown> };

/** A description as it is kept: compressed, which makes a long one thirty times smaller. */
export type WrittenDescription = {
  /** Of the JSON. */
  hash: string;
  /** Of the JSON, in bytes. */
  length: number;
  gzip: Buffer;
};

/** Characters that are made in one go: others get their turn after each piece. */
const PIECE = 65_536;

/** Writes the JSON piece by piece: each is hashed and compressed, and let go of. */
export async function writeDescription(description: Description): Promise<WrittenDescription> {
  const hash = createHash('sha256');
  let length = 0;
  const hashed = function* (): Generator<Buffer, void> {
    for (const piece of pieces(description)) {
      const bytes = Buffer.from(piece);
      length += bytes.length;
      hash.update(bytes);
      yield bytes;
    }
  };
  const gzip = await compressed(hashed());
  return { hash: hash.digest('base64url').slice(0, 27), length, gzip };
}

/** The JSON again. */
export async function unzipDescription({ gzip, length }: WrittenDescription): Promise<Buffer> {
  return length <= PIECE ? gunzipSync(gzip) : promisify(gunzip)(gzip);
}

function* pieces({ frame, items }: Description): Generator<string> {
  const text = JSON.stringify(frame);
  if (items === undefined) {
    yield text;
    return;
  }
  // Behind a last value that is an empty list are closing brackets and no more.
  const closing = /(?<=\[)\][\]}]*$/.exec(text.slice(-100))?.[0];
  if (closing === undefined)
    throw new Error('The frame of a long description does not end with an empty list');
  let piece = text.slice(0, -closing.length);
  let separator = '';
  for (const item of items) {
    piece += separator + JSON.stringify(item);
    separator = ',';
    if (piece.length < PIECE) continue;
    yield piece;
    piece = '';
  }
  yield piece + closing;
}

async function compressed(source: Generator<Buffer, void>): Promise<Buffer> {
  const first = source.next();
  if (first.done === true) throw new Error('A description has at least one piece');
  const second = source.next();
  // A short one at once, which is quicker than to wait for its turn.
  if (second.done === true && first.value.length <= PIECE) return gzipSync(first.value);
  const chunks: Buffer[] = [];
  const all = function* () {
    yield first.value;
    if (second.done !== true) yield second.value;
    yield* source;
  };
  // Compressed in another thread, which is waited for after each piece.
  await pipeline(all, createGzip(), async (zipped: AsyncIterable<Buffer>) => {
    for await (const chunk of zipped) chunks.push(chunk);
  });
  return Buffer.concat(chunks);
}
