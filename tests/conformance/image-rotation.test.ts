import { describe, expect, it } from 'vitest';
import { expectRefusal } from '../support/expect-refusal.ts';
import {
  CLOSE_WHEN_SCALED,
  decoded,
  expectPicture,
  expectedPicture,
  turned,
} from '../support/expected-picture.ts';
import { IMAGE_APIS, linkTo, type ImageApi } from '../support/image-api.ts';
import { patternImage, pixelAt, readPixels, type Pixels } from '../support/pattern-image.ts';
import { imageId, sharedImages } from '../support/served-images.ts';

const WIDE = patternImage(1003, 701);
const PART = { x: 130, y: 70, width: 301, height: 187 };
const SHOWN = expectedPicture(WIDE, PART, PART);

const served = sharedImages(() => ({ wide: WIDE }));

/** The part as it is, turned. */
function ask(api: ImageApi, rotation: string, format = 'png') {
  const place = `${api.path}/${imageId('wide')}/130,70,301,187/${api.unscaled}`;
  return served().ask(`${place}/${rotation}/default.${format}`);
}

/**
 * The mean difference between places of a picture and where they should lie after it was turned clockwise about
 * its middle by so many degrees.
 */
function strayOf(picture: Pixels, found: Pixels, degrees: number): number {
  const radians = (degrees * Math.PI) / 180;
  const [cosine, sine] = [Math.cos(radians), Math.sin(radians)];
  const differences: number[] = [];
  for (let y = 8; y < picture.height - 8; y += 17) {
    for (let x = 8; x < picture.width - 8; x += 23) {
      const [right, down] = [x + 0.5 - picture.width / 2, y + 0.5 - picture.height / 2];
      const to = {
        x: Math.floor(found.width / 2 + right * cosine - down * sine),
        y: Math.floor(found.height / 2 + right * sine + down * cosine),
      };
      const wanted = pixelAt(picture, x, y);
      const there = pixelAt(found, to.x, to.y);
      differences.push(...wanted.map((value, channel) => Math.abs(value - (there[channel] ?? 999))));
    }
  }
  return differences.reduce((sum, difference) => sum + difference, 0) / differences.length;
}

describe.each(IMAGE_APIS)('the rotation in version $version', (api) => {
  it.each([
    ['0', false, 0],
    ['90', false, 1],
    ['180', false, 2],
    ['270', false, 3],
    ['360', false, 0],
    ['!0', true, 0],
    ['!90', true, 1],
    ['!180', true, 2],
    ['!270', true, 3],
    ['!360', true, 0],
  ])('%s turns clockwise after it mirrored', async (rotation, mirrored, quarters) => {
    await expectPicture(await ask(api, rotation), turned(SHOWN, { mirrored, quarters }));
  });

  it('turns the whole image as it turns a region', async () => {
    const full = { x: 0, y: 0, width: 1003, height: 701 };
    const whole = expectedPicture(WIDE, full, { width: 400, height: 280 });
    const path = `${api.path}/${imageId('wide')}/full/400,280`;
    for (const [rotation, mirrored, quarters] of [
      ['90', false, 1],
      ['!270', true, 3],
    ] as const) {
      const answer = await served().ask(`${path}/${rotation}/default.png`);
      await expectPicture(answer, turned(whole, { mirrored, quarters }), CLOSE_WHEN_SCALED);
    }
  });

  it.each([1, 22.5, 45, 89.5, 91, 135, 200.25, 300, 359.9])(
    '%d degrees keep every pixel, in a box that leaves no space around them: §4.3',
    async (degrees) => {
      const { status, bytes } = await ask(api, String(degrees));
      expect(status).toBe(200);
      const found = await decoded(bytes);
      const radians = (degrees * Math.PI) / 180;
      const [cosine, sine] = [Math.abs(Math.cos(radians)), Math.abs(Math.sin(radians))];
      expect(Math.abs(found.width - (301 * cosine + 187 * sine))).toBeLessThan(1);
      expect(Math.abs(found.height - (301 * sine + 187 * cosine))).toBeLessThan(1);
      expect(strayOf(SHOWN, found, degrees)).toBeLessThan(5);
      expect(strayOf(SHOWN, found, -degrees)).toBeGreaterThan(degrees === 1 || degrees === 359.9 ? 0 : 15);
    },
  );

  it('mirrors before it turns, by any angle', async () => {
    const found = await decoded((await ask(api, '!30')).bytes);
    expect(strayOf(turned(SHOWN, { mirrored: true }), found, 30)).toBeLessThan(5);
  });

  it.each(['png', 'webp'])('leaves the corners of a %s transparent', async (format) => {
    const { bytes } = await ask(api, '30', format);
    const found = await readPixels(bytes);
    expect(found.channels).toBe(4);
    const { width, height } = found;
    for (const [x, y] of [
      [0, 0],
      [width - 1, 0],
      [0, height - 1],
      [width - 1, height - 1],
    ] as const) {
      expect(pixelAt(found, x, y)[3]).toBe(0);
    }
    expect(pixelAt(found, Math.floor(width / 2), Math.floor(height / 2))[3]).toBe(255);
  });

  it.each([
    ['0.0', '0'],
    ['00', '0'],
    ['90.0', '90'],
    ['022.50', '22.5'],
    ['.5', '0.5'],
    ['360', '0'],
    ['!360.0', '!0'],
    ['!007', '!7'],
  ])('%s is written %s in the canonical address', async (rotation, canonical) => {
    const { headers } = await ask(api, rotation);
    expect(linkTo(headers.link, 'canonical')?.split('/').at(-2)).toBe(canonical);
  });

  it.each([
    '361',
    '360.1',
    '99999999999999999999',
    '-90',
    '+90',
    '1e1',
    '0x5A',
    'NaN',
    'Infinity',
    '',
    '!',
    '!!90',
    '90!',
    '!-90',
    '.',
    '1.2.3',
    '90deg',
    'π',
    '９０',
    '90,0',
  ])('%s is no rotation, and answered 400: §4.3', async (rotation) => {
    expectRefusal(await ask(api, encodeURIComponent(rotation).replaceAll('%2C', ',')), 400);
  });
});
