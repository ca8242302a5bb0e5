import { join } from 'node:path';
import { expect } from 'vitest';
import { hashFile } from '../../server/pyramid/hash-file.ts';
import { pyramidPath } from '../../server/pyramid/pyramid-file.ts';
import { expectRefusal } from './expect-refusal.ts';
import { patternImage, type Pixels } from './pattern-image.ts';
import type { Answer } from './raw-request.ts';
import { imageId, scanPath, type ServedImages } from './served-images.ts';

/** Nothing is kept in memory, so that every answer comes out of the pyramid. */
export const NOTHING_KEPT = { tileMemory: '0', derivativeCache: '0' };

export const RENDERED = '300,200,300,300/max/0/default.png';

/** Two stored tiles, one of them at the edge, a stored picture, and what is rendered of either level. */
export const QUESTIONS = [
  '0,0,512,512/max/0/default.jpg',
  '512,0,128,512/max/0/default.jpg',
  'full/200,/0/default.jpg',
  RENDERED,
  'full/300,/0/gray.webp',
];

export const ask = (served: ServedImages, name: string, question: string) =>
  served.ask(`/iiif/image/3/${imageId(name)}/${question}`);

export function askAll(served: ServedImages, name: string): Promise<Answer[]> {
  return Promise.all(QUESTIONS.map((question) => ask(served, name, question)));
}

export async function pyramidOf(served: ServedImages, name: string): Promise<string> {
  return pyramidPath(join(served.folder, 'cache'), await hashFile(scanPath(served, name)));
}

const BASE = patternImage(640, 560);

/** A picture of 640 x 560 that is unlike those of other numbers. */
export function scan(nth: number): Pixels {
  return { ...BASE, data: Buffer.from(BASE.data.map((value) => (value + nth * 17) % 256)) };
}

/** The same bytes as before, or word that this image is not to be had. */
export function expectRightOrRefused(
  answers: readonly Answer[],
  before: readonly Answer[],
  what: string,
): void {
  for (const [index, answer] of answers.entries()) {
    if (answer.status === 200) {
      const same = answer.bytes.equals(before[index]?.bytes ?? Buffer.alloc(0));
      expect({ what, question: QUESTIONS[index], same }).toEqual({
        what,
        question: QUESTIONS[index],
        same: true,
      });
    } else expectRefusal(answer, 503);
  }
}

export function expectRight(answers: readonly Answer[], before: readonly Answer[], what: string): void {
  expect([what, answers.map(({ status }) => status)]).toEqual([what, QUESTIONS.map(() => 200)]);
  expectRightOrRefused(answers, before, what);
}
