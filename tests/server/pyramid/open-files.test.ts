import { readdirSync, readlinkSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { OpenFiles } from '../../../server/pyramid/open-files.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

function folderOf(count: number): { folder: string; files: string[] } {
  const folder = temporaryFolder();
  const files = Array.from({ length: count }, (_, index) => join(folder, `${index}.bin`));
  files.forEach((file, index) => writeFileSync(file, `file ${index}`.padEnd(20, '.')));
  return { folder, files };
}

async function readText(files: OpenFiles, path: string, offset = 0): Promise<string> {
  const buffer = Buffer.alloc(20);
  const length = await files.read(path, buffer, 0, offset);
  return buffer.toString('latin1', 0, length);
}

/** Of this process, inside of the folder; where the system says so. */
function openIn(folder: string): number {
  return readdirSync('/proc/self/fd').filter((name) => {
    try {
      return readlinkSync(`/proc/self/fd/${name}`).startsWith(folder);
    } catch {
      return false;
    }
  }).length;
}

describe('OpenFiles', () => {
  it('reads from many files at once and keeps no more open than it may', async () => {
    const { folder, files } = folderOf(40);
    const open = new OpenFiles(8);
    for (let round = 0; round < 5; round += 1) {
      const texts = await Promise.all(files.map((file) => readText(open, file)));
      expect(texts).toEqual(files.map((_, index) => `file ${index}`.padEnd(20, '.')));
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
    if (process.platform === 'linux') expect(openIn(folder)).toBeLessThanOrEqual(8);
  });

  it('opens a file once for however many ask at the same time', async () => {
    const { folder, files } = folderOf(1);
    const [file = ''] = files;
    const open = new OpenFiles(8);
    await Promise.all(Array.from({ length: 50 }, () => readText(open, file)));
    if (process.platform === 'linux') expect(openIn(folder)).toBe(1);
  });

  it('says how much there was where a file ends too early', async () => {
    const { files } = folderOf(1);
    expect(await readText(new OpenFiles(2), files[0] ?? '', 15)).toBe('.....');
  });

  it('finishes what is being read when the file is forgotten, and reads a new one after that', async () => {
    const { folder, files } = folderOf(1);
    const [file = ''] = files;
    const open = new OpenFiles(2);
    await readText(open, file);
    const reading = Array.from({ length: 20 }, () => readText(open, file));
    writeFileSync(join(folder, 'new'), 'another one'.padEnd(20, '.'));
    renameSync(join(folder, 'new'), file);
    open.forget(file);
    expect(new Set(await Promise.all(reading))).toEqual(new Set(['file 0..............']));
    expect(await readText(open, file)).toBe('another one.........');
  });

  it('forgets a failure to open', async () => {
    const { files } = folderOf(1);
    const [file = ''] = files;
    const open = new OpenFiles(2);
    rmSync(file);
    await expect(readText(open, file)).rejects.toMatchObject({ code: 'ENOENT' });
    writeFileSync(file, 'here again'.padEnd(20, '.'));
    expect(await readText(open, file)).toBe('here again..........');
  });
});
