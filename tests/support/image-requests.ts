import fc from 'fast-check';
import type { Size } from '../../server/model/box.ts';
import { IMAGE_APIS } from './image-api.ts';
import { imageId } from './served-images.ts';

/** Numbers at which something begins or ends, and others. */
const number = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom(0, 1, 2, 3, 255, 256, 257, 480, 511, 512, 513, 640, 701, 1003, 3000),
  },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 1200 }) },
  { weight: 1, arbitrary: fc.constantFrom(65_500, 65_501, 16_384, 2 ** 31, 2 ** 53) },
);
const decimal = fc.oneof(
  fc.constantFrom('0', '100', '50', '33.333', '.5', '99.99', '0.001', '1e1', '100.0001', '00012.5'),
  fc.double({ min: 0, max: 110, noNaN: true }).map((value) => value.toFixed(3)),
);

/** What stands in one place of an address that is nothing of what may. */
const garbage = fc.oneof(
  fc.string({ maxLength: 12 }).map(encodeURIComponent),
  fc.string({ unit: 'binary', maxLength: 8 }).map(encodedAsIs),
  fc
    .constantFrom(
      '',
      '%',
      '%2',
      '%zz',
      '%C0%AE',
      '%FF',
      '%00',
      '..',
      '%2e%2e',
      'NaN',
      'Infinity',
      '-1',
      '-0',
      '+5',
      '1e400',
      'null',
      '__proto__',
      'constructor',
      '0,0,0,0',
      'pct:',
      '^',
      '!',
      ',',
      '(a+)+$',
      '%0d%0aX-Injected:1',
      '<script>',
      '${7*7}',
      '%25',
      '%2525',
      '9'.repeat(400),
      'ПИСЬМО',
    )
    .map(encodedAsIs),
);

const region = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('full', 'square') },
  { weight: 5, arbitrary: fc.tuple(number, number, number, number).map((numbers) => numbers.join(',')) },
  {
    weight: 3,
    arbitrary: fc.tuple(decimal, decimal, decimal, decimal).map((numbers) => `pct:${numbers.join(',')}`),
  },
  { weight: 1, arbitrary: fc.array(number, { maxLength: 6 }).map((numbers) => numbers.join(',')) },
  { weight: 1, arbitrary: garbage },
);

const size = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('max', 'full') },
  {
    weight: 10,
    arbitrary: fc
      .tuple(
        fc.constantFrom('', '', '', '^'),
        fc.oneof(
          number.map((width) => `${width},`),
          number.map((height) => `,${height}`),
          fc.tuple(number, number).map((sides) => sides.join(',')),
          fc.tuple(number, number).map((sides) => `!${sides.join(',')}`),
          decimal.map((percent) => `pct:${percent}`),
        ),
      )
      .map((parts) => parts.join('')),
  },
  { weight: 1, arbitrary: fc.constantFrom('^max', '^^5,', '!^5,5', '^', ',,', '5', '^full', '!5,') },
  { weight: 1, arbitrary: garbage },
);

const rotation = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('0', '90', '180', '270', '360', '!0', '!90', '!180') },
  { weight: 2, arbitrary: fc.double({ min: 0, max: 400, noNaN: true }).map((degrees) => degrees.toFixed(2)) },
  { weight: 1, arbitrary: decimal.map((degrees) => `!${degrees}`) },
  { weight: 1, arbitrary: garbage },
);

const file = fc
  .tuple(
    fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom('default', 'color', 'gray', 'bitonal') },
      { weight: 1, arbitrary: garbage },
    ),
    fc.oneof(
      { weight: 9, arbitrary: fc.constantFrom('jpg', 'png', 'webp', 'gif', 'tif', 'avif', 'pdf', 'jp2') },
      { weight: 1, arbitrary: garbage },
    ),
  )
  .map((parts) => parts.join('.'));

const share = fc.double({ min: 0.001, max: 1, noNaN: true });

/** A region of an image and a size of it, as viewers would reckon them. */
function fitting({ width, height }: Size): fc.Arbitrary<[region: string, size: string]> {
  return fc
    .tuple(share, share, share, share, share, fc.nat(9))
    .map(([left, top, right, bottom, scale, form]) => {
      const box = {
        x: Math.floor((left * width) / 2),
        y: Math.floor((top * height) / 2),
        width: Math.max(1, Math.floor((right * width) / 2)),
        height: Math.max(1, Math.floor((bottom * height) / 2)),
      };
      const place = form % 2 === 0 ? 'full' : [box.x, box.y, box.width, box.height].join(',');
      const whole = form % 2 === 0 ? { width, height } : box;
      const [across, down] = [Math.ceil(whole.width * scale), Math.ceil(whole.height * scale)];
      const sizes = [
        `${across},`,
        `,${down}`,
        `${across},${down}`,
        `!${across},${down}`,
        `pct:${(scale * 100).toFixed(2)}`,
      ];
      return [place, sizes[form >> 1] ?? 'max'];
    });
}

/** A path to a service of one of these images, of which most parts are what they may be, and some are not. */
export function imagePath(images: Record<string, Size>): fc.Arbitrary<string> {
  const image = fc.constantFrom(...Object.entries(images));
  const good = image.chain(([name, size]) =>
    fc
      .tuple(fitting(size), rotation, file)
      .map(([[place, sides], turn, end]) => [imageId(name), place, sides, turn, end]),
  );
  const identifier = fc.oneof(
    { weight: 12, arbitrary: image.map(([name]) => imageId(name)) },
    { weight: 1, arbitrary: garbage },
  );
  const parts = fc.oneof(
    { weight: 12, arbitrary: fc.tuple(region, size, rotation, file) },
    { weight: 1, arbitrary: fc.constantFrom([], [''], ['info.json'], ['info.json', ''], ['info.xml']) },
    { weight: 1, arbitrary: fc.array(fc.oneof(region, size, rotation, file, garbage), { maxLength: 8 }) },
  );
  const any = fc.tuple(identifier, parts).map(([id, rest]) => [id, ...rest]);
  const query = fc.oneof(
    { weight: 9, arbitrary: fc.constant('') },
    { weight: 1, arbitrary: garbage.map((text) => `?${text}`) },
  );
  return fc
    .tuple(fc.constantFrom(...IMAGE_APIS), fc.oneof(good, any), query)
    .map(([api, path, asked]) => `${api.path}/${path.join('/')}${asked}`);
}

/** Encoded only where the client would refuse to write it down. */
function encodedAsIs(text: string): string {
  return text.replaceAll(/[^!-~]|\//gu, escapes);
}

function escapes(character: string): string {
  return Array.from(Buffer.from(character), (octet) => `%${octet.toString(16).padStart(2, '0')}`).join('');
}
