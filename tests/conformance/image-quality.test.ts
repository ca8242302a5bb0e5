import { describe, expect, it } from 'vitest';
import { sharp } from '../../server/pyramid/sharp.ts';
import { expectRefusal } from '../support/expect-refusal.ts';
import { decoded, distance, expectPicture, expectedPicture, grayed } from '../support/expected-picture.ts';
import { IMAGE_API_3, IMAGE_APIS, type ImageApi } from '../support/image-api.ts';
import { patternImage, type Pixels } from '../support/pattern-image.ts';
import { imageId, sharedImages } from '../support/served-images.ts';

const WIDE = patternImage(1003, 701);
const PART = { x: 300, y: 250, width: 400, height: 250 };
const SHOWN = expectedPicture(WIDE, PART, PART);

const served = sharedImages(() => ({ wide: WIDE, gray: firstChannel(WIDE) }));

function ask(api: ImageApi, quality: string, format = 'png', name = 'wide') {
  return served().ask(`${api.path}/${imageId(name)}/300,250,400,250/${api.unscaled}/0/${quality}.${format}`);
}

function firstChannel({ data, width, height }: Pixels): Pixels {
  return { data: Buffer.from(data.filter((_, index) => index % 3 === 0)), width, height, channels: 1 };
}

/** What tells black from white in the middle between them; where it is near the middle it may be either. */
function bitonalErrors(found: Pixels, gray: Pixels): number {
  let errors = 0;
  for (let at = 0; at < gray.data.length; at += 1) {
    const value = gray.data[at] ?? 0;
    if (Math.abs(value - 128) > 25 && (found.data[at] ?? 0) !== (value > 128 ? 255 : 0)) errors += 1;
  }
  return errors / gray.data.length;
}

describe.each(IMAGE_APIS)('the quality in version $version', (api) => {
  it.each(['default', 'color'])('%s shows all the colour there is', async (quality) => {
    await expectPicture(await ask(api, quality), SHOWN);
  });

  it('gray shows the brightness and no colour', async () => {
    const answer = await ask(api, 'gray');
    await expectPicture(answer, grayed(SHOWN), 8);
    const { data } = await decoded(answer.bytes);
    for (let at = 0; at < data.length; at += 3) {
      if (data[at] !== data[at + 1] || data[at] !== data[at + 2]) throw new Error(`colour at ${at}`);
    }
  });

  it.each(['png', 'gif', 'webp', 'tif'])('bitonal is black and white alone as %s', async (format) => {
    const { bytes } = await ask(api, 'bitonal', format);
    const found = await decoded(bytes);
    expect([...new Set(found.data)].sort()).toEqual([0, 255]);
    expect(bitonalErrors(found, grayed(SHOWN))).toBeLessThan(0.01);
  });

  it('bitonal is as good as black and white as jpg', async () => {
    const { data } = await decoded((await ask(api, 'bitonal', 'jpg')).bytes);
    const between = data.filter((value) => value > 40 && value < 215).length;
    expect(between / data.length).toBeLessThan(0.02);
  });

  it.each(['default', 'color', 'gray'])('%s of a grey image is that image: §4.4', async (quality) => {
    const answer = await ask(api, quality, 'png', 'gray');
    const { data, width, height } = firstChannel(SHOWN);
    const tripled = Buffer.from([...data].flatMap((value) => [value, value, value]));
    await expectPicture(answer, { data: tripled, width, height, channels: 3 });
  });

  it.each([
    '',
    'sepia',
    'grey',
    'native',
    'Default',
    'GRAY',
    'colour',
    'default,gray',
    'bitonal1',
    'constructor',
  ])('%s is no quality, and answered 400: §4.4', async (quality) => {
    expectRefusal(await ask(api, quality), 400);
  });
});

describe.each(IMAGE_APIS)('the format in version $version', (api) => {
  it.each([
    ['jpg', 'jpeg', 'image/jpeg', 4],
    ['png', 'png', 'image/png', 1.5],
    ['webp', 'webp', 'image/webp', 5],
    ['gif', 'gif', 'image/gif', 8],
    ['tif', 'tiff', 'image/tiff', 1.5],
    ['avif', 'heif', 'image/avif', 5],
  ])('%s is a file of that format and type', async (format, name, mediaType, closer) => {
    const { headers, bytes } = await ask(api, 'default', format);
    expect(headers['content-type']).toBe(mediaType);
    expect(headers['content-length']).toBe(String(bytes.length));
    expect((await sharp(bytes).metadata()).format).toBe(name);
    expect(await distance(bytes, SHOWN)).toBeLessThan(closer);
  });

  it('jp2 is such a file, or said not to be made here', async () => {
    const answer = await ask(api, 'default', 'jp2');
    if (answer.status !== 200) {
      expectRefusal(answer, 501);
      return;
    }
    expect(answer.headers['content-type']).toBe('image/jp2');
    expect(answer.bytes.subarray(4, 12).toString('latin1')).toBe('jP  \r\n\x87\n');
  });

  it('pdf is a page of that picture', async () => {
    const { status, headers, bytes } = await ask(api, 'default', 'pdf');
    expect([status, headers['content-type']]).toEqual([200, 'application/pdf']);
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(bytes.subarray(-8).toString()).toContain('%%EOF');
  });

  it.each([
    '',
    'jpeg',
    'JPG',
    'bmp',
    'svg',
    'exe',
    'json',
    'tiff',
    'heic',
    'jpg.png',
    'jpg%00',
    '__proto__',
    'j pg',
  ])('%s is no format, and answered 400: §4.5', async (format) => {
    expectRefusal(await ask(api, 'default', format.replace(' ', '%20')), 400);
  });

  it('webp is refused where it cannot hold the size, and others are not', async () => {
    const mark = api === IMAGE_API_3 ? '^' : '';
    const place = `${api.path}/${imageId('wide')}/full/${mark}16384,2/0/default`;
    expectRefusal(await served().ask(`${place}.webp`), 400);
    expect(await decoded((await served().ask(`${place}.png`)).bytes)).toMatchObject({
      width: 16_384,
      height: 2,
    });
  });

  it('is always needed', async () => {
    const place = `${api.path}/${imageId('wide')}/full/${api.unscaled}/0`;
    for (const path of [`${place}/default`, `${place}/`, place]) expectRefusal(await served().ask(path), 400);
  });
});
