import { describe, expect, it } from 'vitest';
import type { Size } from '../../server/model/box.ts';
import { expectRefusal } from '../support/expect-refusal.ts';
import { decoded } from '../support/expected-picture.ts';
import { IMAGE_API_2, IMAGE_API_3, IMAGE_APIS, type ImageApi } from '../support/image-api.ts';
import { patternImage, type Pixels } from '../support/pattern-image.ts';
import { imageId, RIGHTS, sharedImages } from '../support/served-images.ts';
import { describedBy, INFO_3, type Described } from './info-json.ts';

const SCANS: Record<string, Pixels> = {
  wide: patternImage(1003, 701),
  tall: patternImage(701, 2100),
  even: patternImage(512, 512),
  beyond: patternImage(513, 513),
  thin: patternImage(1, 1500),
  dot: patternImage(1, 1),
  gray: { data: Buffer.alloc(640 * 480, 90), width: 640, height: 480, channels: 1 },
};
const NAMES = Object.keys(SCANS);

const served = sharedImages(() => SCANS);

async function described(api: ImageApi, name: string): Promise<Described> {
  const { status, bytes } = await served().ask(`${api.path}/${imageId(name)}/info.json`);
  expect(status).toBe(200);
  return describedBy(JSON.parse(bytes.toString()), api);
}

/** Compliance §3 and §4 of each version: what level 2 has anyway. */
const LEVEL_2 = {
  formats: ['jpg', 'png'],
  qualities: { '3.0': ['default'], '2.1': ['default', 'color', 'gray', 'bitonal'] },
  features: {
    '3.0': ['regionSquare'],
    '2.1': [],
    both: [
      'regionByPx',
      'regionByPct',
      'sizeByW',
      'sizeByH',
      'sizeByPct',
      'sizeByConfinedWh',
      'sizeByWh',
      'sizeByDistortedWh',
      'rotationBy90s',
      'baseUriRedirect',
      'cors',
      'jsonldMediaType',
    ],
  },
};

/** Features that there are above it: 3.0 §5.7, 2.1 §5.3. */
const ABOVE = {
  '3.0': ['canonicalLinkHeader', 'mirroring', 'profileLinkHeader', 'rotationArbitrary', 'sizeUpscaling'],
  '2.1': [
    'canonicalLinkHeader',
    'mirroring',
    'profileLinkHeader',
    'regionSquare',
    'rotationArbitrary',
    'sizeAboveFull',
  ],
};

describe.each(IMAGE_APIS)('info.json in version $version', (api) => {
  it.each(NAMES)('of the image "%s" says what it is, in the words of the version', async (name) => {
    const { id, image } = await described(api, name);
    expect(id).toBe(`${served().base}${api.path}/${imageId(name)}`);
    expect(image).toMatchObject({ width: SCANS[name]?.width, height: SCANS[name]?.height });
  });

  it('begins with its context', async () => {
    const { bytes } = await served().ask(`${api.path}/${imageId('wide')}/info.json`);
    expect(bytes.toString().trimStart()).toMatch(/^\{\s*"@context"/);
  });

  it.each(NAMES)(
    'offers of the image "%s" one size for each scale factor, on the ladder of its tiles',
    async (name) => {
      const { image, sizes, tiles } = await described(api, name);
      const factors = tiles.flatMap(({ scaleFactors }) => scaleFactors);
      const ladder = factors.map((factor) => ({
        width: Math.ceil(image.width / factor),
        height: Math.ceil(image.height / factor),
      }));
      const byArea = (a: Size, b: Size) => a.width * a.height - b.width * b.height;
      expect(sizes.toSorted(byArea)).toEqual(ladder.toSorted(byArea));
    },
  );

  it.each(NAMES)('offers of the image "%s" tiles down to one that holds it whole', async (name) => {
    const { image, tiles } = await described(api, name);
    const factors = tiles.flatMap(({ scaleFactors }) => scaleFactors);
    expect(new Set(factors).size).toBe(factors.length);
    expect(new Set(tiles.map(({ width, height = width }) => `${width},${height}`)).size).toBe(tiles.length);
    expect(Math.min(...factors)).toBe(1);
    const last = Math.max(...factors);
    const [{ width: edge } = { width: 0 }] = tiles;
    expect(Math.ceil(Math.max(image.width, image.height) / last)).toBeLessThanOrEqual(edge);
  });

  it.each(NAMES)('offers no size of the image "%s" that it does not give to the pixel', async (name) => {
    const { sizes } = await described(api, name);
    expect(sizes.length).toBeGreaterThan(0);
    for (const { width, height } of sizes) {
      // 2.1 §5.2: both forms should be supported. Where two sizes are as wide, w, can mean only one of them.
      const isOnlyOne = sizes.filter((other) => other.width === width).length === 1;
      const forms =
        api === IMAGE_API_2 && isOnlyOne ? [`${width},${height}`, `${width},`] : [`${width},${height}`];
      for (const size of forms) {
        const { status, bytes } = await served().ask(
          `${api.path}/${imageId(name)}/full/${size}/0/default.jpg`,
        );
        expect([size, status]).toEqual([size, 200]);
        const found = await decoded(bytes);
        expect([size, found.width, found.height]).toEqual([size, width, height]);
      }
    }
  });

  it('states limits, within which are all sizes and tiles, since it enlarges: §5.2, §5.7', async () => {
    for (const name of NAMES) {
      const { limits, sizes, tiles } = await described(api, name);
      const { maxWidth = Infinity, maxHeight = maxWidth, maxArea = Infinity } = limits;
      expect(Math.min(maxWidth, maxArea)).toBeLessThan(Infinity);
      if (limits.maxHeight !== undefined) expect(limits.maxWidth).toBeDefined();
      for (const { width, height = width } of [...sizes, ...tiles]) {
        expect(width).toBeLessThanOrEqual(maxWidth);
        expect(height).toBeLessThanOrEqual(maxHeight);
      }
      for (const { width, height } of sizes) expect(width * height).toBeLessThanOrEqual(maxArea);
    }
  });

  it('holds its limits, to the pixel', async () => {
    const { limits } = await described(api, 'wide');
    const { maxWidth = Infinity, maxHeight = maxWidth, maxArea = Infinity } = limits;
    const mark = api === IMAGE_API_3 ? '^' : '';
    const ask = (size: string) =>
      served().ask(`${api.path}/${imageId('wide')}/full/${mark}${size}/0/default.png`, { method: 'HEAD' });
    const edge = Math.floor(Math.sqrt(maxArea));
    const within = [`${maxWidth},1`, `1,${maxHeight}`, `${edge},${edge}`];
    const above = [
      `${maxWidth + 1},1`,
      `1,${maxHeight + 1}`,
      `${edge + 1},${edge + 1}`,
      `${maxWidth},${maxHeight}`,
    ];
    for (const size of within) expect([size, (await ask(size)).status]).toEqual([size, 200]);
    for (const size of above) expect([size, (await ask(size)).status]).toEqual([size, 400]);
  });

  it('says of every format whether it is there', async () => {
    const { formats } = await described(api, 'wide');
    const place = `${api.path}/${imageId('wide')}/0,0,64,48/${api.unscaled}/0/default`;
    for (const format of [...LEVEL_2.formats, ...formats]) {
      const { status, headers, bytes } = await served().ask(`${place}.${format}`);
      expect([format, status]).toEqual([format, 200]);
      expect(headers['content-type']).toMatch(/^(image|application)\//);
      if (format === 'pdf' || format === 'jp2') continue;
      const { width, height } = await decoded(bytes);
      expect([format, width, height]).toEqual([format, 64, 48]);
    }
    const known = ['jpg', 'tif', 'png', 'gif', 'jp2', 'pdf', 'webp', 'avif', 'jxl', 'heic', 'bmp', 'svg'];
    const absent = known.filter((format) => ![...LEVEL_2.formats, ...formats].includes(format));
    for (const format of absent) expectRefusal(await served().ask(`${place}.${format}`), [400, 501]);
    expect(absent).toContain('bmp');
  });

  it('says of every quality whether it is there', async () => {
    const { qualities } = await described(api, 'wide');
    for (const quality of [...LEVEL_2.qualities[api.version], ...qualities]) {
      const path = `${api.path}/${imageId('wide')}/0,0,64,48/${api.unscaled}/0/${quality}.jpg`;
      expect([quality, (await served().ask(path)).status]).toEqual([quality, 200]);
    }
  });

  it('names all that is there above level 2, and nothing that the level has anyway', async () => {
    const { formats, features } = await described(api, 'wide');
    expect(features.toSorted()).toEqual(ABOVE[api.version]);
    const anyway = [...LEVEL_2.features.both, ...LEVEL_2.features[api.version]];
    expect(features.filter((feature) => anyway.includes(feature))).toEqual([]);
    expect(formats).toEqual(expect.arrayContaining(['avif', 'gif', 'pdf', 'tif', 'webp']));
    expect(new Set(formats).size).toBe(formats.length);
    expect(formats.filter((format) => LEVEL_2.formats.includes(format))).toEqual([]);
  });

  it('carries the rights of the document', async () => {
    expect((await described(api, 'wide')).rights).toBe(RIGHTS);
  });
});

describe('info.json in version 3.0', () => {
  const info = async (name: string) => {
    const { bytes } = await served().ask(`${IMAGE_API_3.path}/${imageId(name)}/info.json`);
    return INFO_3.parse(JSON.parse(bytes.toString()));
  };

  it('prefers only formats that it has: §5.5', async () => {
    const { preferredFormats = [], extraFormats = [] } = await info('wide');
    expect(preferredFormats.length).toBeGreaterThan(0);
    expect([...LEVEL_2.formats, ...extraFormats]).toEqual(expect.arrayContaining(preferredFormats));
  });

  it('lists every quality besides default: §5.7', async () => {
    expect((await info('wide')).extraQualities?.toSorted()).toEqual(['bitonal', 'color', 'gray']);
  });

  it('does not list color of a grey image, which it gives all the same: §4.4', async () => {
    expect((await info('gray')).extraQualities).not.toContain('color');
    const place = `${IMAGE_API_3.path}/${imageId('gray')}/full/100,/0`;
    expect((await served().ask(`${place}/color.jpg`)).status).toBe(200);
  });
});

describe('info.json in version 2.1', () => {
  it('leaves out qualities, since level 2 has them all: §5.3', async () => {
    expect((await described(IMAGE_API_2, 'wide')).qualities).toEqual([]);
  });
});
