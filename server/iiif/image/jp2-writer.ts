import { constants } from 'node:fs';
import { access, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { delimiter, isAbsolute, join } from 'node:path';
import type { Size } from '../../model/box.ts';
import { Failure } from '../../model/failure.ts';
import { runProgram } from './run-program.ts';

/** Pixels in rows, 8 bits, one byte for grey and three for colours. */
export type PlainPixels = Size & { data: Buffer; channels: 1 | 3 };

export type Jp2Options = {
  /** Every pixel stays what it was. */
  lossless: boolean;
  signal?: AbortSignal | undefined;
};

/** What makes JPEG 2000 of pixels (ISO/IEC 15444-1 Annex I): a program of the machine's, if it has one. */
export type Jp2Writer = {
  /** The program's file, for the log. */
  program: string;
  /** @throws Failure `write-failed` if the program does; the signal's reason. */
  write: (pixels: PlainPixels, options: Jp2Options) => Promise<Buffer>;
};

/** A program, and what it is told for a picture that it finds on its standard input or in the file `input`. */
type Program = {
  name: string;
  readsInput: boolean;
  words: (input: string, output: string, lossless: boolean, size: Size) => string[];
};

/** Those that can do it, the better first: vips needs no file to read, and half the memory. */
const PROGRAMS: readonly Program[] = [
  {
    name: 'vips',
    readsInput: true,
    // One thread for each picture, as everywhere. It writes to a pipe too, but then only what comes before the pixels.
    words: (_input, output, lossless) => [
      '--vips-concurrency=1',
      'copy',
      'stdin',
      `${output}[${lossless ? 'lossless' : `Q=${PSNR}`}]`,
    ],
  },
  {
    name: 'opj_compress',
    readsInput: false,
    words: (input, output, lossless, { width, height }) => [
      ...['-i', input, '-o', output],
      // It refuses to halve what has only one pixel left.
      ...['-n', String(Math.min(USUAL_HALVINGS, Math.floor(Math.log2(Math.min(width, height)))) + 1)],
      ...(lossless ? [] : ['-I', '-q', String(PSNR)]),
    ],
  },
];

/** So many that a page is also there at a thirty-second of its size. */
const USUAL_HALVINGS = 5;

/**
 * How near to the pixels, in dB of PSNR. It is what our JPEG of quality 85 reaches, at half of its length.
 * More would keep the traces of the JPEG that a pyramid is made of: lossless files are seven times as long.
 */
const PSNR = 42;

/** Milliseconds; a page of 36 megapixels takes five seconds of one core. */
const LONGEST_RUN = 120_000;

/**
 * Looks once for a program that can write JPEG 2000, by having it write a picture: not every vips is built with it.
 * @param path the folders to look in, as the environment variable PATH has them.
 * @param folder where a program has its files for as long as it runs. What earlier processes left there when
 *   they were killed is removed.
 */
export async function findJp2Writer({
  path,
  folder,
}: {
  path: string | undefined;
  folder: string;
}): Promise<Jp2Writer | undefined> {
  await sweep(folder);
  for (const program of PROGRAMS) {
    for (const file of await programFiles(program.name, path)) {
      const write = writing(program, file, folder);
      const proof = await write(PROOF, { lossless: true }).catch(() => undefined);
      if (proof !== undefined) return { program: file, write };
    }
  }
  return undefined;
}

const PROOF: PlainPixels = { width: 8, height: 8, channels: 3, data: Buffer.alloc(8 * 8 * 3, 77) };

async function programFiles(name: string, path: string | undefined): Promise<string[]> {
  const found: string[] = [];
  // Relative folders would mean another program wherever the server happens to be started.
  for (const folder of (path ?? '').split(delimiter).filter(isAbsolute)) {
    const file = join(folder, name);
    if (await isProgram(file)) found.push(file);
  }
  return found;
}

async function isProgram(file: string): Promise<boolean> {
  try {
    await access(file, constants.X_OK);
    return (await stat(file)).isFile();
  } catch {
    return false;
  }
}

function writing(program: Program, file: string, folder: string): Jp2Writer['write'] {
  return async (pixels, options) => {
    try {
      return await writeWith(program, file, folder, pixels, options);
    } catch (cause) {
      options.signal?.throwIfAborted();
      throw new Failure(
        'write-failed',
        { place: file, message: 'The picture could not be written as JPEG 2000' },
        { cause },
      );
    }
  };
}

/** In a folder of its own, whose files have plain names: other programs read brackets and spaces in their own way. */
async function writeWith(
  { readsInput, words }: Program,
  file: string,
  folder: string,
  pixels: PlainPixels,
  { lossless, signal }: Jp2Options,
): Promise<Buffer> {
  // It may have been removed with the rest of the cache.
  await mkdir(folder, { recursive: true });
  const own = await mkdtemp(join(folder, FOLDER_MARK));
  try {
    const [input, output] = [pixels.channels === 1 ? 'in.pgm' : 'in.ppm', 'out.jp2'];
    const map = portableMap(pixels);
    if (!readsInput) await writeFile(join(own, input), map);
    await runProgram({
      file,
      arguments: words(input, output, lossless, pixels),
      folder: own,
      input: readsInput ? map : [],
      longest: LONGEST_RUN,
      signal,
    });
    return await readOutput(join(own, output), pixels);
  } finally {
    await rm(own, { recursive: true, force: true });
  }
}

async function readOutput(path: string, { data }: PlainPixels): Promise<Buffer> {
  const { size } = await stat(path);
  // Noise does not get longer than it was, and headers are some hundred bytes for each tile.
  if (size > 2 * data.length + 100_000) throw new Error('What was written is too long');
  const bytes = await readFile(path);
  const complete = bytes.subarray(0, SIGNATURE.length).equals(SIGNATURE) && bytes.subarray(-2).equals(END);
  if (complete) return bytes;
  throw new Error('What was written is no JPEG 2000, or not all of it');
}

/** The first box of every JP2 file: ISO/IEC 15444-1 §I.5.1. */
const SIGNATURE = Buffer.from([0, 0, 0, 12, 0x6a, 0x50, 0x20, 0x20, 0x0d, 0x0a, 0x87, 0x0a]);

/** The last mark of a codestream, which both programs write last: §A.4.4. */
const END = Buffer.from([0xff, 0xd9]);

/** Netpbm's binary formats, which have no more than three lines before the pixels. */
function portableMap({ width, height, channels, data }: PlainPixels): Buffer[] {
  return [Buffer.from(`${channels === 1 ? 'P5' : 'P6'}\n${width} ${height}\n255\n`), data];
}

const FOLDER_MARK = 'diptych-jp2-';

/** An older folder was left by a process that was killed; younger ones may be another server's. */
const STALE_AFTER = 60 * 60 * 1000;

async function sweep(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names.filter((name) => name.startsWith(FOLDER_MARK))) {
    const path = join(folder, name);
    const modified = (await stat(path).catch(() => undefined))?.mtimeMs ?? Infinity;
    if (Date.now() - modified > STALE_AFTER) await rm(path, { recursive: true, force: true });
  }
}
