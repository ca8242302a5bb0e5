import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sharp } from '../../server/pyramid/sharp.ts';
import { expectRefusal } from '../support/expect-refusal.ts';
import {
  CLOSE_WHEN_SCALED,
  decoded,
  expectPicture,
  expectedPicture,
  grayed,
  turned,
} from '../support/expected-picture.ts';
import { IMAGE_API_3, IMAGE_APIS, linkTo, type ImageApi } from '../support/image-api.ts';
import { patternImage } from '../support/pattern-image.ts';
import { imageId, sharedImages } from '../support/served-images.ts';

/**
 * What the official validator (IIIF/image-validator) checks, under its tests' names, over our own picture: every
 * check here asks for more than its own, which looks at a few squares of colour. `format_conneg` and `info_xml`
 * are of version 1 alone.
 */
const WIDE = patternImage(1003, 701);
const FULL = { x: 0, y: 0, width: 1003, height: 701 };

const served = sharedImages(() => ({ 'wide-1': WIDE }));
const strict = sharedImages(() => ({ 'wide-1': WIDE }), { refuseLargerBoxes: true });
const ID = imageId('wide-1');

type Parameters = {
  identifier?: string;
  region?: string;
  size?: string;
  rotation?: string;
  quality?: string;
  format?: string;
};

function ask(api: ImageApi, parameters: Parameters = {}, server = served) {
  const { identifier = ID, region = 'full', size = api.unscaled, rotation = '0' } = parameters;
  const { quality = 'default', format = 'png' } = parameters;
  return server().ask(`${api.path}/${identifier}/${region}/${size}/${rotation}/${quality}.${format}`, {
    headers: { Origin: 'http://iiif.io/' },
  });
}

/** As the validator makes them up, of the characters from 0 to z; those that end a part of an address are left out. */
function randomStrings(length: number): string[] {
  const character = fc
    .integer({ min: 48, max: 122 })
    .map((code) => String.fromCharCode(code).replace(/[?#/]/, '$'));
  const text = fc.array(character, { minLength: length, maxLength: length });
  return fc.sample(text, { numRuns: 25, seed: 1009 }).map((characters) => characters.join(''));
}

/** A size that is asked for, what it gives, and the picture of it. */
function expectScaled(api: ImageApi, size: string, width: number, height: number, server = served) {
  const expected = expectedPicture(WIDE, FULL, { width, height });
  return ask(api, { size }, server).then((answer) => expectPicture(answer, expected, CLOSE_WHEN_SCALED));
}

describe.each(IMAGE_APIS)("the official validator's test in version $version", (api) => {
  it('info_json: the description is there, of this image', async () => {
    const { status, headers, bytes } = await served().ask(`${api.path}/${ID}/info.json`);
    expect(status).toBe(200);
    expect(headers['content-type']).toMatch(/^application\/(ld\+)?json\b/);
    const idField = api === IMAGE_API_3 ? 'id' : '@id';
    expect(JSON.parse(bytes.toString())).toMatchObject({
      '@context': api.context,
      [idField]: `${served().base}${api.path}/${ID}`,
      protocol: 'http://iiif.io/api/image',
      profile: api === IMAGE_API_3 ? 'level2' : expect.arrayContaining([api.level]),
      width: 1003,
      height: 701,
    });
  });

  it('id_basic, id_squares: the image is there, and the right one', async () => {
    await expectPicture(await ask(api), expectedPicture(WIDE, FULL, FULL));
    await expectPicture(await ask(api, { format: 'jpg' }), expectedPicture(WIDE, FULL, FULL), 3);
  });

  it('id_escaped: an escape of what needs none is read', async () => {
    expect((await ask(api, { identifier: ID.replaceAll('-', '%2D') })).status).toBe(200);
  });

  it('id_error_escapedslash: a/b is 404', async () => {
    expectRefusal(await ask(api, { identifier: 'a/b' }), 404);
  });

  it('id_error_random: what is no identifier is 404', async () => {
    expectRefusal(await ask(api, { identifier: '2f1b8a4e-98fc-11ee-b9d1-0242ac120002' }), 404);
  });

  it('id_error_unescaped: [frob] is 400 or 404', async () => {
    expectRefusal(await ask(api, { identifier: '[frob]' }), [400, 404]);
  });

  it.each([
    [13, 13],
    [413, 313],
    [913, 613],
  ])('region_pixels: %i,%i,74,74 shows that place', async (x, y) => {
    const box = { x, y, width: 74, height: 74 };
    await expectPicture(await ask(api, { region: `${x},${y},74,74` }), expectedPicture(WIDE, box, box));
  });

  it.each([
    [1, 1],
    [51, 31],
    [91, 91],
  ])('region_percent: pct:%i,%i,9,9 shows that place', async (x, y) => {
    const [left, top] = [Math.round(x * 10.03), Math.round(y * 7.01)];
    const right = Math.round((x + 9) * 10.03);
    const bottom = Math.round((y + 9) * 7.01);
    const box = { x: left, y: top, width: right - left, height: bottom - top };
    await expectPicture(await ask(api, { region: `pct:${x},${y},9,9` }), expectedPicture(WIDE, box, box));
  });

  it('region_square: the sides are as long as the shorter one', async () => {
    const { bytes } = await ask(api, { region: 'square' });
    expect(await decoded(bytes)).toMatchObject({ width: 701, height: 701 });
  });

  it('region_error_random: anything else is 400', async () => {
    for (const region of randomStrings(6)) expectRefusal(await ask(api, { region }), 400);
  });

  it('size_wc: w, is that wide', () => expectScaled(api, '617,', 617, 431));

  it('size_ch: ,h is that high', () => expectScaled(api, ',451', 645, 451));

  it('size_wh: w,h is that, though it distort', () => expectScaled(api, '713,377', 713, 377));

  it('size_bwh: !w,h is what fits', () => expectScaled(api, '!713,377', 539, 377));

  it('size_percent: pct:n is so much of it', () => expectScaled(api, 'pct:60', 602, 421));

  it('size_region: a region at a size shows that region', async () => {
    for (const [x, y, edge] of [
      [300, 200, 35],
      [900, 600, 90],
      [0, 500, 61],
    ] as const) {
      const box = { x, y, width: 100, height: 100 };
      const answer = await ask(api, { region: `${x},${y},100,100`, size: `${edge},${edge}` });
      await expectPicture(answer, expectedPicture(WIDE, box, { width: edge, height: edge }), 3);
    }
  });

  it('size_error_random: anything else is 400', async () => {
    for (const size of randomStrings(6)) expectRefusal(await ask(api, { size }), 400);
  });

  it.each([
    ['rot_full_basic', '90', false, 1],
    ['rot_full_basic', '180', false, 2],
    ['rot_full_basic', '270', false, 3],
    ['rot_mirror', '!0', true, 0],
    ['rot_mirror_180', '!180', true, 2],
  ])('%s: %s turns clockwise after it mirrored', async (_name, rotation, mirrored, quarters) => {
    const upright = expectedPicture(WIDE, FULL, FULL);
    await expectPicture(await ask(api, { rotation }), turned(upright, { mirrored, quarters }));
  });

  it('rot_region_basic: a region is turned as the whole is', async () => {
    const box = { x: 513, y: 113, width: 76, height: 76 };
    for (const quarters of [1, 2, 3]) {
      const answer = await ask(api, { region: '513,113,76,76', rotation: String(quarters * 90) });
      await expectPicture(answer, turned(expectedPicture(WIDE, box, box), { quarters }));
    }
  });

  it('rot_full_non90, rot_region_non90: any angle gives an image', async () => {
    for (const rotation of ['1', '77', '359']) {
      for (const region of ['full', '500,300,100,100']) {
        const { status, bytes } = await ask(api, { region, rotation, size: '100,' });
        expect([rotation, status]).toEqual([rotation, 200]);
        await decoded(bytes);
      }
    }
  });

  it('rot_error_random: anything else is 400', async () => {
    for (const rotation of randomStrings(4)) expectRefusal(await ask(api, { rotation }), 400);
  });

  it('quality_color, quality_grey, quality_bitonal: each is what it says', async () => {
    const size = { width: 500, height: 349 };
    const upright = expectedPicture(WIDE, FULL, size);
    await expectPicture(await ask(api, { size: '500,', quality: 'color' }), upright, CLOSE_WHEN_SCALED);
    await expectPicture(await ask(api, { size: '500,', quality: 'gray' }), grayed(upright), 8);
    const { data } = await decoded((await ask(api, { size: '500,', quality: 'bitonal' })).bytes);
    expect([...new Set(data)].sort()).toEqual([0, 255]);
  });

  it('quality_error_random: anything else is 400', async () => {
    for (const quality of randomStrings(6)) expectRefusal(await ask(api, { quality }), 400);
  });

  it.each([
    ['jpg', 'jpeg'],
    ['png', 'png'],
    ['gif', 'gif'],
    ['tif', 'tiff'],
    ['webp', 'webp'],
  ])('format_%s: it is such a file', async (format, name) => {
    const { status, bytes } = await ask(api, { size: '100,', format });
    expect([status, (await sharp(bytes).metadata()).format]).toEqual([200, name]);
  });

  it('format_pdf: it is such a file', async () => {
    const { status, bytes } = await ask(api, { size: '100,', format: 'pdf' });
    expect([status, bytes.toString('latin1', 0, 5)]).toEqual([200, '%PDF-']);
  });

  it('format_error_random: anything else is 400', async () => {
    for (const format of randomStrings(3)) expectRefusal(await ask(api, { format }), 400);
  });

  it('jsonld: JSON-LD is sent to who asks for it', async () => {
    const { headers } = await served().ask(`${api.path}/${ID}/info.json`, {
      headers: { Accept: 'application/ld+json' },
    });
    expect(headers['content-type']).toMatch(/^application\/ld\+json\b/);
  });

  it('cors: any origin may read the description', async () => {
    const { headers } = await served().ask(`${api.path}/${ID}/info.json`);
    expect(headers['access-control-allow-origin']).toBe('*');
  });

  it('baseurl_redirect: the service leads to its description', async () => {
    const { status, headers } = await served().ask(`${api.path}/${ID}`);
    expect(status).toBeGreaterThanOrEqual(300);
    expect(status).toBeLessThan(400);
    expect(headers.location).toBe(`${served().base}${api.path}/${ID}/info.json`);
  });

  it('linkheader_profile, linkheader_canonical: both are there', async () => {
    const { headers } = await ask(api);
    expect(linkTo(headers.link, 'profile')).toMatch(/^http:\/\/iiif\.io\/api\/image\/\d\/level2\.json$/);
    expect(linkTo(headers.link, 'profile')).toBe(api.level);
    expect(linkTo(headers.link, 'canonical')).toBe(
      `${served().base}${api.path}/${ID}/full/${api.unscaled}/0/default.png`,
    );
  });
});

describe("the official validator's test of sizes above the image", () => {
  const [api3, api2] = IMAGE_APIS;

  it('size_nofull: full is no size of version 3', async () => {
    expectRefusal(await ask(api3, { size: 'full' }), 400);
  });

  it.each(['1500,1500', ',1500', '1500,', 'pct:200'])('size_noup: %s is 400 in version 3', async (size) => {
    expectRefusal(await ask(api3, { size }), 400);
    expectRefusal(await ask(api3, { size }, strict), 400);
  });

  it('size_noup: !2000,3000 is the image as it is, or 400 where that is set', async () => {
    await expectScaled(api3, '!2000,3000', 1003, 701);
    expectRefusal(await ask(api3, { size: '!2000,3000' }, strict), 400);
    expectRefusal(await ask(api3, { region: '0,0,100,50', size: '!101,101' }, strict), 400);
  });

  it('size_noup: the setting refuses no box that the region fills on one side', async () => {
    await expectScaled(api3, '!1003,5000', 1003, 701, strict);
    await expectScaled(api3, '!500,5000', 500, 349, strict);
    await expectScaled(api3, '^!1300,5000', 1300, 909, strict);
  });

  it.each([
    ['^1300,1300', 1300, 1300],
    ['^,911', 1303, 911],
    ['^1300,', 1300, 909],
    ['^pct:130', 1304, 911],
    ['^!2000,500', 715, 500],
    ['^!1300,3000', 1300, 909],
  ])('size_up: %s is that large in version 3', (size, width, height) =>
    expectScaled(api3, size, width, height),
  );

  it('size_up: ,h is that high in version 2.1', async () => {
    await expectScaled(api2, ',911', 1303, 911);
  });
});
