import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Box, Size } from '../../server/model/box.ts';
import { IMAGE_API_2, IMAGE_API_3, IMAGE_APIS, linkTo, type ImageApi } from '../support/image-api.ts';
import { patternImage } from '../support/pattern-image.ts';
import { imageId, sharedImages } from '../support/served-images.ts';

const IMAGE = { width: 1003, height: 701 };

const served = sharedImages(() => ({
  wide: patternImage(IMAGE.width, IMAGE.height),
  even: patternImage(300, 300),
}));

/** What follows the service's address in the canonical one, and the tag of the answer. */
async function canonical(api: ImageApi, parameters: string, name = 'wide') {
  const { status, headers } = await served().ask(`${api.path}/${imageId(name)}/${parameters}`, {
    method: 'HEAD',
  });
  expect([parameters, status]).toEqual([parameters, 200]);
  const service = `${served().base}${api.path}/${imageId(name)}/`;
  const link = linkTo(headers.link, 'canonical') ?? '';
  expect(link.startsWith(service), `${link} is below ${service}`).toBe(true);
  return { parameters: link.slice(service.length), tag: headers.etag };
}

const whole = { x: 0, y: 0, ...IMAGE };

/** A region in one of its forms, and what it is in pixels. */
const region: fc.Arbitrary<{ text: string; box: Box }> = fc.oneof(
  fc
    .constantFrom('full', '0,0,1003,701', '0,0,5000,5000', 'pct:0,0,100,100')
    .map((text) => ({ text, box: whole })),
  fc
    .tuple(fc.nat(1002), fc.nat(700), fc.integer({ min: 1, max: 1500 }), fc.integer({ min: 1, max: 1500 }))
    .map(([x, y, width, height]) => ({
      text: [x, y, width, height].join(','),
      box: { x, y, width: Math.min(width, 1003 - x), height: Math.min(height, 701 - y) },
    })),
);

const rotation = fc.tuple(fc.boolean(), fc.integer({ min: 0, max: 720 })).map(([mirrored, halves]) => {
  const degrees = halves === 720 ? 0 : halves / 2;
  const mark = mirrored ? '!' : '';
  return { text: `${mark}${halves / 2}`, canonical: `${mark}${degrees}` };
});

const quality = fc.constantFrom('default', 'color', 'gray', 'bitonal');
const format = fc.constantFrom('jpg', 'png', 'webp', 'gif', 'tif');

function regionText(box: Box): string {
  const isWhole = box.width === IMAGE.width && box.height === IMAGE.height;
  return isWhole ? 'full' : [box.x, box.y, box.width, box.height].join(',');
}

describe.each(IMAGE_APIS)('the canonical address in version $version', (api) => {
  it.each([
    ['square', 'even', 'full'],
    ['pct:0,0,100,100', 'even', 'full'],
    ['0,0,300,300', 'even', 'full'],
    ['0,0,301,9999', 'even', 'full'],
    ['10,20,30,40', 'even', '10,20,30,40'],
    ['010,020,030,040', 'even', '10,20,30,40'],
    ['pct:10,20,30,40', 'even', '30,60,90,120'],
    ['280,290,100,100', 'even', '280,290,20,10'],
  ])('has the region %s of an %s image as %s', async (text, name, expected) => {
    const { parameters } = await canonical(api, `${text}/${api.unscaled}/0/default.jpg`, name);
    expect(parameters).toBe(`${expected}/${api.unscaled}/0/default.jpg`);
  });

  it('has every parameter as the specification wants it, whatever the request', async () => {
    const share = fc.double({ min: 0.01, max: 1, noNaN: true });
    const request = fc.record({ region, rotation, quality, format, across: share, down: share });
    await fc.assert(
      fc.asyncProperty(
        request,
        async ({ region: { text, box }, rotation, quality, format, across, down }) => {
          const size: Size = {
            width: Math.max(1, Math.round(box.width * across)),
            height: Math.max(1, Math.round(box.height * down)),
          };
          const asked = `${text}/${size.width},${size.height}/${rotation.text}/${quality}.${format}`;
          const plain = quality === 'color' ? 'default' : quality;
          expect((await canonical(api, asked)).parameters).toBe(
            `${regionText(box)}/${api.canonicalSize(size, box)}/${rotation.canonical}/${plain}.${format}`,
          );
        },
      ),
      { numRuns: 200 },
    );
  });

  it('leads to itself and to the same picture', async () => {
    const side = fc.integer({ min: 1, max: 1003 });
    const size = fc.oneof(
      fc.constant(api.unscaled),
      side.map((width) => `${width},`),
      side.map((height) => `,${height}`),
      fc.tuple(side, side).map(([width, height]) => `!${width},${height}`),
      fc.integer({ min: 1, max: 1000 }).map((tenths) => `pct:${tenths / 10}`),
    );
    const percent = fc.integer({ min: 0, max: 999 }).map((tenths) => tenths / 10);
    const place = fc.oneof(
      region.map(({ text }) => text),
      fc.tuple(percent, percent, percent, percent).map((numbers) => `pct:${numbers.join(',')}`),
      fc.constant('square'),
    );
    const request = fc.record({ place, size, rotation, quality, format });
    let answered = 0;
    await fc.assert(
      fc.asyncProperty(request, async ({ place, size, rotation, quality, format }) => {
        const asked = `${place}/${size}/${rotation.text}/${quality}.${format}`;
        const { status } = await served().ask(`${api.path}/${imageId('wide')}/${asked}`, { method: 'HEAD' });
        if (status === 400) return;
        answered += 1;
        const first = await canonical(api, asked);
        expect(await canonical(api, first.parameters)).toEqual(first);
      }),
      { numRuns: 200 },
    );
    expect(answered).toBeGreaterThan(60);
  });

  it('is on the image alone, with the profile of the level beside it', async () => {
    const service = `${api.path}/${imageId('wide')}`;
    const image = await served().ask(`${service}/full/100,/0/default.jpg`);
    expect(linkTo(image.headers.link, 'profile')).toBe(api.level);
    const info = await served().ask(`${service}/info.json`);
    expect(linkTo(info.headers.link, 'profile')).toBe(api.level);
    expect(linkTo(info.headers.link, 'canonical')).toBeUndefined();
  });
});

describe('the canonical size of version 3.0', () => {
  it.each([
    ['full', 'max', 'max'],
    ['full', '^1003,', 'max'],
    ['full', '1003,701', 'max'],
    ['full', 'pct:100', 'max'],
    ['full', '!5000,5000', 'max'],
    ['full', '500,', '500,349'],
    ['full', '^500,349', '500,349'],
    ['full', '^2006,', '^2006,1402'],
    ['full', '^1004,701', '^1004,701'],
    ['full', '^100,702', '^100,702'],
    ['full', '^pct:200', '^2006,1402'],
    ['full', '^max', '^max'],
    ['10,10,200,100', '200,', 'max'],
    ['10,10,200,100', 'pct:50', '100,50'],
    ['10,10,200,100', '^400,', '^400,200'],
    ['10,10,200,100', '^max', '^max'],
  ])('of %s at %s is %s: §4.8', async (place, size, expected) => {
    const { parameters } = await canonical(IMAGE_API_3, `${place}/${size}/0/default.jpg`);
    expect(parameters.split('/')[1]).toBe(expected);
  });
});

describe('the canonical size of version 2.1', () => {
  it.each([
    ['full', 'full', 'full'],
    ['full', 'max', 'full'],
    ['full', '1003,', 'full'],
    ['full', ',701', 'full'],
    ['full', '1003,701', 'full'],
    ['full', 'pct:100', 'full'],
    ['full', '500,', '500,'],
    ['full', '500,349', '500,'],
    ['full', '500,300', '500,300'],
    ['full', ',349', '499,'],
    ['full', '!500,500', '500,'],
    ['full', 'pct:50', '502,'],
    ['10,10,200,100', '200,', 'full'],
    ['10,10,200,100', '100,50', '100,'],
    ['10,10,200,100', '100,80', '100,80'],
    ['10,10,200,100', ',30', '60,'],
  ])('of %s at %s is %s: §4.7', async (place, size, expected) => {
    const { parameters } = await canonical(IMAGE_API_2, `${place}/${size}/0/default.jpg`);
    expect(parameters.split('/')[1]).toBe(expected);
  });
});
