import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Size } from '../../../../server/model/box.ts';
import { sharp } from '../../../../server/pyramid/sharp.ts';
import { expectRefusal } from '../../../support/expect-refusal.ts';
import { linkTo } from '../../../support/image-api.ts';
import { imagePath } from '../../../support/image-requests.ts';
import { patternImage, type Pixels } from '../../../support/pattern-image.ts';
import { rawBytes, type Answer } from '../../../support/raw-request.ts';
import { imageId, sharedImages } from '../../../support/served-images.ts';

const SCANS: Record<string, Pixels> = {
  dot: patternImage(1, 1),
  tiny: patternImage(3, 2),
  post: patternImage(1, 3000),
  tall: patternImage(701, 1003),
  gray: { data: Buffer.alloc(640 * 480, 77), width: 640, height: 480, channels: 1 },
};
const path = imagePath(SCANS);

/** A failure names the seed and the path: the same run can be had again. */
const SEED = 20_251;

/** Pixels above which a picture is asked for with HEAD alone: the test looks at addresses, not at endurance. */
const LARGEST_LOOKED_AT = 500_000;

const served = sharedImages(() => SCANS);

/** What the canonical address of an answer says about it. */
type Named = { region: Size; size: string; degrees: number; format: string };

function namedBy(link: string): Named {
  const [id = '', region = '', size = '', rotation = '', file = ''] = link.split('/').slice(-5);
  const image = Object.entries(SCANS).find(([name]) => imageId(name) === id)?.[1];
  if (image === undefined) throw new Error(`no image of ours: ${link}`);
  const [, , width = NaN, height = NaN] = region.split(',').map(Number);
  return {
    region: region === 'full' ? { width: image.width, height: image.height } : { width, height },
    size,
    degrees: Number(rotation.replace('!', '')),
    format: file.split('.').at(-1) ?? '',
  };
}

/** Every size, before rotation, that a canonical size parameter can mean. */
function sizesOf({ region, size }: Named): Size[] {
  const { width, height } = region;
  if (size === 'max' || size === 'full') return [region];
  if (size === '^max') return [];
  const [wide = NaN, high = 0] = size.replace('^', '').split(',').map(Number);
  if (high > 0) return [{ width: wide, height: high }];
  // 2.1: w, is the nearest to the proportions, or what the tiles' ladder has.
  const exact = (height * wide) / width;
  const ladder = Array.from({ length: 14 }, (_, power) => 2 ** power)
    .filter((factor) => Math.ceil(width / factor) === wide)
    .map((factor) => Math.ceil(height / factor));
  return [Math.floor(exact), Math.ceil(exact), ...ladder].map((side) => ({ width: wide, height: side }));
}

/** The box around a size that was turned; at quarters it is exact. */
function boxAround({ width, height }: Size, degrees: number): Size {
  if (degrees % 180 === 0) return { width, height };
  if (degrees % 90 === 0) return { width: height, height: width };
  const [cosine, sine] = [Math.cos, Math.sin].map((of) => Math.abs(of((degrees * Math.PI) / 180)));
  const [along = 0, across = 0] = [cosine, sine];
  return { width: width * along + height * across, height: width * across + height * along };
}

/** @returns what was answered: `refused`, `led`, `described`, `too large`, or the picture's format. */
async function examine(asked: string): Promise<string> {
  const head = await served().ask(asked, { method: 'HEAD' });
  const allowed = asked.includes('jp2') ? [200, 303, 400, 404, 414, 501] : [200, 303, 400, 404, 414];
  expect(allowed).toContain(head.status);
  if (head.status === 303) return 'led';
  if (head.status !== 200) {
    expectRefusal(await served().ask(asked), head.status);
    return 'refused';
  }
  if (head.headers['content-type']?.includes('json') === true) {
    JSON.parse((await served().ask(asked)).bytes.toString());
    return 'described';
  }
  const named = namedBy(linkTo(head.headers.link, 'canonical') ?? '');
  const sizes = sizesOf(named).map((size) => boxAround(size, named.degrees));
  if (sizes.length === 0 || sizes.some(({ width, height }) => width * height > LARGEST_LOOKED_AT)) {
    return 'too large';
  }
  await expectSize(await served().ask(asked), named, sizes);
  return named.format;
}

async function expectSize({ status, bytes }: Answer, { degrees, format }: Named, sizes: readonly Size[]) {
  expect([status, status === 200 ? '' : bytes.toString()]).toEqual([200, '']);
  if (format === 'pdf') {
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
  } else if (format === 'jp2') {
    expect(bytes.subarray(4, 8).toString()).toBe('jP  ');
  } else {
    const { info } = await sharp(bytes, { failOn: 'warning' }).raw().toBuffer({ resolveWithObject: true });
    const slack = degrees % 90 === 0 ? 0 : 1;
    const fitting = sizes.filter(
      ({ width, height }) => Math.abs(info.width - width) <= slack && Math.abs(info.height - height) <= slack,
    );
    expect(fitting, `${info.width}x${info.height} of ${JSON.stringify(sizes)}`).not.toEqual([]);
  }
}

describe('addresses of images', () => {
  it('of every kind get the picture that they name or a reason why not', async () => {
    const seen = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(path, async (asked) => {
        const kind = await examine(asked);
        seen.set(kind, (seen.get(kind) ?? 0) + 1);
      }),
      { numRuns: 3000, seed: SEED },
    );
    // That the addresses are neither all bad nor all good, and every kind of answer was looked at.
    for (const kind of ['refused', 'led', 'described', 'jpg', 'png', 'webp', 'gif', 'tif']) {
      expect([kind, (seen.get(kind) ?? 0) > 4]).toEqual([kind, true]);
    }
  });

  it('are all answered when they come at once', async () => {
    const paths = fc.sample(path, { numRuns: 150, seed: SEED + 1 });
    const answers = await Promise.all(paths.map((asked) => served().ask(asked, { method: 'HEAD' })));
    expect(answers).toHaveLength(150);
    expect(answers.filter(({ status }) => status >= 500 && status !== 501)).toEqual([]);
  });

  it('made of any bytes are answered, and the server goes on', async () => {
    const bytes = fc.uint8Array({ minLength: 0, maxLength: 40 }).map((octets) => Buffer.from(octets));
    const parts = fc.tuple(
      fc.constantFrom('/iiif/image/3/', '/iiif/image/2/', '/iiif/image/3/scans_tall/full/', '/', ''),
      bytes,
      fc.constantFrom('', '/max/0/default.jpg', '/info.json', '?'),
    );
    await fc.assert(
      fc.asyncProperty(parts, async ([before, middle, after]) => {
        const raw = Buffer.concat([Buffer.from(before), middle, Buffer.from(after)]);
        const response = await rawBytes(served().port, raw);
        // HTTP/0.9, which has no status, if the line ends early; else none of ours and none of 5xx.
        expect(response).toMatch(/^HTTP\/1\.1 [234]\d\d /);
        const [head = '', body = ''] = response.split('\r\n\r\n');
        if (head.startsWith('HTTP/1.1 4') && head.includes('application/json')) {
          expect(JSON.parse(body)).toMatchObject({ error: expect.any(String), message: expect.any(String) });
        }
      }),
      { numRuns: 300, seed: SEED },
    );
    expect((await served().ask('/iiif/image/3/scans_tall/info.json')).status).toBe(200);
  });

  it('leave nothing in the log of a server that is well', () => {
    expect(served().logged).toEqual([]);
  });
});
