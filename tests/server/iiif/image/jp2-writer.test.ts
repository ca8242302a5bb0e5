import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { delimiter, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findJp2Writer, type PlainPixels } from '../../../../server/iiif/image/jp2-writer.ts';
import { writeFakeProgram } from '../../../support/fake-program.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const COLOURS: PlainPixels = {
  width: 5,
  height: 3,
  channels: 3,
  data: Buffer.from(Array.from({ length: 45 }, (_, at) => at * 5)),
};
const PIXEL: PlainPixels = { width: 1, height: 1, channels: 1, data: Buffer.alloc(1, 9) };
const GREY: PlainPixels = { width: 5, height: 3, channels: 1, data: Buffer.alloc(15, 200) };

/** Begins and ends like JPEG 2000, and in between says what the program was told and given. */
const COMPOSE = `const fs = require('fs');
const words = process.argv.slice(2);
const compose = (given) => Buffer.concat([
  Buffer.from([0, 0, 0, 12, 0x6a, 0x50, 0x20, 0x20, 0x0d, 0x0a, 0x87, 0x0a]),
  Buffer.from(JSON.stringify({ words, folder: process.cwd(), given: given.toString('latin1') })),
  Buffer.from([0xff, 0xd9]),
]);`;
const VIPS = `${COMPOSE}
fs.writeFileSync(words.at(-1).replace(/\\[.*/, ''), compose(fs.readFileSync(0)));`;
const OPENJPEG = `${COMPOSE}
fs.writeFileSync(words[words.indexOf('-o') + 1], compose(fs.readFileSync(words[words.indexOf('-i') + 1])));`;
/** Can write the 8 x 8 pixels that it is tried with, and then does something else. */
const THEN = (otherwise: string) => `${COMPOSE}
const given = fs.readFileSync(0);
if (given.includes('8 8')) fs.writeFileSync('out.jp2', compose(given));
else { ${otherwise} }`;

function folderIn(words: unknown): unknown {
  return typeof words === 'object' && words !== null && 'folder' in words ? words.folder : undefined;
}

function said(bytes: Buffer): unknown {
  return JSON.parse(bytes.subarray(12, -2).toString());
}

/** A machine with these programs. */
function machine(programs: Record<string, string>) {
  const [bin, folder] = [join(temporaryFolder(), 'bin'), temporaryFolder()];
  for (const [name, script] of Object.entries(programs)) writeFakeProgram(join(bin, name), script);
  return { bin, folder, find: () => findJp2Writer({ path: bin, folder }) };
}

async function written(programs: Record<string, string>) {
  const { folder, find } = machine(programs);
  const writer = await find();
  if (writer === undefined) throw new Error('no writer');
  return { folder, writer };
}

describe('findJp2Writer', () => {
  it('finds nothing on a machine that has nothing', async () => {
    const folder = temporaryFolder();
    expect(await findJp2Writer({ path: undefined, folder })).toBeUndefined();
    expect(await findJp2Writer({ path: '', folder })).toBeUndefined();
    expect(await findJp2Writer({ path: `/nowhere:${folder}`, folder })).toBeUndefined();
  });

  it('takes no program that only has the right name', async () => {
    const { bin, folder } = machine({ opj_compress: OPENJPEG });
    mkdirSync(join(bin, 'vips'));
    expect((await findJp2Writer({ path: bin, folder }))?.program).toBe(join(bin, 'opj_compress'));
    // A vips that was built without OpenJPEG, and one that stops half-way.
    for (const vips of ['process.exitCode = 1', VIPS.replace('0xff, 0xd9', '')]) {
      const other = machine({ vips, opj_compress: OPENJPEG });
      expect((await other.find())?.program).toBe(join(other.bin, 'opj_compress'));
    }
  });

  it('looks in every folder of the path, but in none that depends on where it was started', async () => {
    const [first, second] = [machine({ vips: 'process.exitCode = 1' }), machine({ vips: VIPS })];
    const { folder } = first;
    const path = `${first.bin}:${second.bin}`;
    expect((await findJp2Writer({ path, folder }))?.program).toBe(join(second.bin, 'vips'));
    expect(await findJp2Writer({ path: relative(process.cwd(), second.bin), folder })).toBeUndefined();
  });

  it('removes what a process left that was killed, and nothing else', async () => {
    const { folder, find } = machine({});
    for (const name of ['diptych-jp2-old', 'diptych-jp2-new', 'other']) mkdirSync(join(folder, name));
    writeFileSync(join(folder, 'diptych-jp2-old', 'in.ppm'), 'P6');
    const yesterday = Date.now() / 1000 - 86_400;
    for (const name of ['diptych-jp2-old', 'other']) utimesSync(join(folder, name), yesterday, yesterday);
    await find();
    expect(readdirSync(folder).sort()).toEqual(['diptych-jp2-new', 'other']);
  });
});

describe('a Jp2Writer', () => {
  it('hands vips the pixels through a pipe', async () => {
    const { folder, writer } = await written({ vips: VIPS });
    expect(said(await writer.write(COLOURS, { lossless: false }))).toMatchObject({
      words: ['--vips-concurrency=1', 'copy', 'stdin', 'out.jp2[Q=42]'],
      given: `P6\n5 3\n255\n${COLOURS.data.toString('latin1')}`,
    });
    expect(said(await writer.write(GREY, { lossless: true }))).toMatchObject({
      words: ['--vips-concurrency=1', 'copy', 'stdin', 'out.jp2[lossless]'],
      given: `P5\n5 3\n255\n${GREY.data.toString('latin1')}`,
    });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('hands OpenJPEG a file, in a folder of its own that is gone afterwards', async () => {
    const { folder, writer } = await written({ opj_compress: OPENJPEG });
    const lossy = said(await writer.write(COLOURS, { lossless: false }));
    expect(lossy).toMatchObject({
      words: ['-i', 'in.ppm', '-o', 'out.jp2', '-n', '2', '-I', '-q', '42'],
      given: `P6\n5 3\n255\n${COLOURS.data.toString('latin1')}`,
      folder: expect.stringContaining('diptych-jp2-'),
    });
    const lossless = said(await writer.write(GREY, { lossless: true }));
    expect(lossless).toMatchObject({ words: ['-i', 'in.pgm', '-o', 'out.jp2', '-n', '2'] });
    expect(folderIn(lossless)).not.toBe(folderIn(lossy));
    expect(readdirSync(folder)).toEqual([]);
  });

  it.each([
    ['fails', 'process.exitCode = 1'],
    ['writes nothing', ''],
    ['writes something else', `fs.writeFileSync('out.jp2', 'P6')`],
    [
      'writes without end',
      `fs.writeFileSync('out.jp2', Buffer.concat([compose(given), compose(Buffer.alloc(200000))]))`,
    ],
  ])(
    'says that the picture could not be written if the program %s, and leaves nothing',
    async (_, otherwise) => {
      const { folder, writer } = await written({ vips: THEN(otherwise) });
      await expect(writer.write(COLOURS, { lossless: false })).rejects.toMatchObject({
        code: 'write-failed',
      });
      expect(readdirSync(folder)).toEqual([]);
    },
  );

  it('ends the program and leaves nothing when nobody waits any more', async () => {
    const { folder, writer } = await written({
      vips: THEN(`fs.writeFileSync('pid', String(process.pid)); setInterval(() => {}, 1000);`),
    });
    const client = new AbortController();
    const writing = writer.write(COLOURS, { lossless: false, signal: client.signal });
    const refused = expect(writing).rejects.toThrow(/abort/i);
    const pid = await pidUnder(folder);
    client.abort();
    await refused;
    expect(() => process.kill(pid, 0)).toThrow();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('works with every real program that this machine has for it', async () => {
    const folder = temporaryFolder();
    for (const { name, file } of realPrograms()) {
      const bin = temporaryFolder();
      symlinkSync(file, join(bin, name));
      const writer = await findJp2Writer({ path: bin, folder });
      // A vips without OpenJPEG is none; the command line of OpenJPEG always is one.
      if (writer === undefined && name === 'vips') continue;
      for (const pixels of [COLOURS, GREY, PIXEL]) {
        for (const lossless of [true, false]) {
          const bytes = await writer?.write(pixels, { lossless });
          const { width, height, channels } = pixels;
          expect(headerOf(bytes), name).toEqual({ height, width, components: channels });
          const again = await writer?.write(pixels, { lossless });
          expect(again?.toString('hex'), name).toBe(bytes?.toString('hex'));
        }
      }
    }
    expect(readdirSync(folder)).toEqual([]);
  });
});

/** None at all on most machines; everything else about writers is tested with programs made for it. */
function realPrograms(): { name: string; file: string }[] {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return ['vips', 'opj_compress'].flatMap((name) => {
    const file = folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
    return file === undefined ? [] : [{ name, file }];
  });
}

/** The image header box: ISO/IEC 15444-1 §I.5.3.1. */
function headerOf(bytes: Buffer | undefined) {
  const at = bytes?.indexOf('ihdr') ?? -1;
  if (bytes === undefined || at === -1) return undefined;
  return {
    height: bytes.readUInt32BE(at + 4),
    width: bytes.readUInt32BE(at + 8),
    components: bytes.readUInt16BE(at + 12),
  };
}

async function pidUnder(folder: string): Promise<number> {
  for (;;) {
    const [own = ''] = readdirSync(folder);
    const file = join(folder, own, 'pid');
    const pid = own !== '' && existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
    if (pid > 0) return pid;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
