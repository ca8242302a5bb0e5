import {
  copyFileSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isSound } from '../../../../server/pyramid/tile-index.ts';
import { expectRefusal } from '../../../support/expect-refusal.ts';
import {
  ask,
  askAll,
  expectRight,
  expectRightOrRefused,
  NOTHING_KEPT,
  pyramidOf,
  scan,
} from '../../../support/image-questions.ts';
import { fromPixels, patternImage } from '../../../support/pattern-image.ts';
import { scanPath, serveImages, sharedImages } from '../../../support/served-images.ts';

const SCANS = { a: scan(1), b: scan(2) };
const OF_ANOTHER_SIZE = patternImage(600, 560);

/** A server whose pyramids are left alone: what it answers is right. */
const sound = sharedImages(() => SCANS, NOTHING_KEPT);

function putFolder(path: string): void {
  rmSync(path);
  mkdirSync(path);
}

function putLink(path: string, target: string): void {
  rmSync(path);
  symlinkSync(target, path);
}

describe('a pyramid that was replaced', () => {
  it.each([
    ['nothing', (path: string) => rmSync(path)],
    ['an empty file', (path: string) => writeFileSync(path, '')],
    ['a text', (path: string) => writeFileSync(path, 'no pyramid')],
    ['zeros', (path: string) => writeFileSync(path, Buffer.alloc(statSync(path).size))],
    ['a folder', putFolder],
    ['a link to nowhere', (path: string) => putLink(path, '/nowhere/at/all')],
    ['a link to itself', (path: string) => putLink(path, path)],
  ])('gives no wrong answer where there is %s in its place, and harms no other', async (_name, replace) => {
    const served = await serveImages(SCANS, NOTHING_KEPT);
    const [before, other] = [await askAll(served, 'a'), await askAll(served, 'b')];
    replace(await pyramidOf(served, 'a'));
    const [answers, others] = await Promise.all([askAll(served, 'a'), askAll(served, 'b')]);
    expectRightOrRefused(answers, before, 'replaced');
    expectRight(others, other, 'the other');
  });

  it.each([
    ['another size', OF_ANOTHER_SIZE],
    ['the same size', scan(9)],
  ])('shows no other image where the pyramid of one of %s is in its place', async (_name, pixels) => {
    for (const replace of [copyFileSync, renameSync]) {
      const served = await serveImages({ a: SCANS.a, b: pixels }, NOTHING_KEPT);
      const before = await askAll(served, 'a');
      replace(await pyramidOf(served, 'b'), await pyramidOf(served, 'a'));
      expectRightOrRefused(await askAll(served, 'a'), before, `${replace.name} while it was served`);
    }
  });

  it('shows no other image where their pyramids changed places before they were opened', async () => {
    const served = await serveImages(SCANS, NOTHING_KEPT);
    const [a, b] = [await pyramidOf(served, 'a'), await pyramidOf(served, 'b')];
    renameSync(a, `${a}.x`);
    renameSync(b, a);
    renameSync(`${a}.x`, b);
    expectRightOrRefused(await askAll(served, 'a'), await askAll(sound(), 'a'), 'changed places');
  });

  it.each([
    ['cut off', (path: string) => truncateSync(path, 5000)],
    ['deleted', (path: string) => rmSync(path)],
    ['replaced by a text', (path: string) => writeFileSync(path, 'no pyramid')],
    ['replaced by one of another size', (path: string, other: string) => copyFileSync(other, path)],
  ])('is built again by the next ingest where it was %s', async (_name, spoil) => {
    const served = await serveImages({ a: SCANS.a, other: OF_ANOTHER_SIZE }, NOTHING_KEPT);
    const path = await pyramidOf(served, 'a');
    const before = readFileSync(path);
    spoil(path, await pyramidOf(served, 'other'));
    const { scans } = await served.ingest();
    expect(scans).toMatchObject({ built: 1, kept: 1 });
    expect([await isSound(path), readFileSync(path).equals(before)]).toEqual([true, true]);
  });

  it('and cannot be mended is refused alone, said to the log, and there again with its scan', async () => {
    const served = await serveImages(SCANS, NOTHING_KEPT);
    const [before, other] = [await askAll(served, 'a'), await askAll(served, 'b')];
    const [path, file] = [await pyramidOf(served, 'a'), scanPath(served, 'a')];
    writeFileSync(path, 'no pyramid');
    renameSync(file, `${file}.away`);
    const [answers, others] = await Promise.all([askAll(served, 'a'), askAll(served, 'b')]);
    for (const answer of answers) {
      expectRefusal(answer, 503);
      expect(answer.headers['retry-after']).toMatch(/^\d+$/);
    }
    expectRight(others, other, 'the other');
    expect(served.logged.join('')).toContain('a.png');
    expect((await ask(served, 'a', 'info.json')).status).toBe(200);
    renameSync(`${file}.away`, file);
    expectRight(await askAll(served, 'a'), before, 'with its scan');
  });

  it('is not mended out of another scan that has taken the place of its own', async () => {
    const served = await serveImages({ a: scan(1) }, NOTHING_KEPT);
    writeFileSync(await pyramidOf(served, 'a'), 'no pyramid');
    writeFileSync(scanPath(served, 'a'), await fromPixels(scan(5)).png({ compressionLevel: 1 }).toBuffer());
    for (const answer of await askAll(served, 'a')) expectRefusal(answer, 503);
  });
});
