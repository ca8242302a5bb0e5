import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRequest } from '../../../../server/iiif/image/parse-request.ts';
import { Failure } from '../../../../server/model/failure.ts';

describe('parseRequest', () => {
  it('tells the service, its description and its images apart', () => {
    expect(parseRequest('telegram_705', 3)).toEqual({ kind: 'base', identifier: 'telegram_705' });
    expect(parseRequest('telegram_705/', 3)).toEqual({ kind: 'base', identifier: 'telegram_705' });
    expect(parseRequest('telegram_705/info.json?v=2', 3)).toEqual({
      kind: 'info',
      identifier: 'telegram_705',
    });
    expect(parseRequest('telegram_705/full/max/0/default.jpg', 3)).toEqual({
      kind: 'image',
      identifier: 'telegram_705',
      image: {
        region: { kind: 'full' },
        size: { kind: 'max', enlarge: false },
        rotation: { mirrored: false, degrees: 0 },
        quality: 'default',
        format: 'jpg',
      },
    });
  });

  it('decodes every part by itself', () => {
    const encoded = parseRequest('a%2Fb%20c/pct%3A1%2C2%2C3%2C4/%5E%21200%2C100/%2190/default%2Epng', 3);
    expect(encoded).toMatchObject({
      identifier: 'a/b c',
      image: {
        region: { kind: 'percent', box: { x: 1, y: 2, width: 3, height: 4 } },
        size: { kind: 'confined', enlarge: true, width: 200, height: 100 },
        rotation: { mirrored: true, degrees: 90 },
        format: 'png',
      },
    });
  });

  it.each([
    ['0', { mirrored: false, degrees: 0 }],
    ['360', { mirrored: false, degrees: 0 }],
    ['!0', { mirrored: true, degrees: 0 }],
    ['90.0', { mirrored: false, degrees: 90 }],
    ['22.50', { mirrored: false, degrees: 22.5 }],
    ['!.5', { mirrored: true, degrees: 0.5 }],
  ])('reads the rotation %s', (text, rotation) => {
    expect(parseRequest(`a/full/max/${text}/default.jpg`, 3)).toMatchObject({ image: { rotation } });
  });

  it.each([
    ['a/full/max/361/default.jpg', 'image-rotation-invalid'],
    ['a/full/max/-90/default.jpg', 'image-rotation-invalid'],
    ['a/full/max/NaN/default.jpg', 'image-rotation-invalid'],
    ['a/full/max/1e2/default.jpg', 'image-rotation-invalid'],
    ['a/full/max/!/default.jpg', 'image-rotation-invalid'],
    ['a/full/max//default.jpg', 'image-rotation-invalid'],
    ['a/full/max/99999999999999999999/default.jpg', 'image-rotation-invalid'],
    ['a/full/max/0/native.jpg', 'image-quality-unknown'],
    ['a/full/max/0/.jpg', 'image-quality-unknown'],
    ['a/full/max/0/default.jpg.png', 'image-quality-unknown'],
    ['a/full/max/0/default.bmp', 'image-format-unknown'],
    ['a/full/max/0/default.', 'image-format-unknown'],
    ['a/full/max/0/default.constructor', 'image-format-unknown'],
    ['a/full/max/0/default', 'image-request-malformed'],
    ['a/full/max/default.jpg', 'image-request-malformed'],
    ['a/b', 'image-request-malformed'],
    ['../../etc/passwd', 'image-request-malformed'],
    ['a/%zz/max/0/default.jpg', 'url-malformed'],
    ['%ff/info.json', 'url-malformed'],
    [`${'a'.repeat(8000)}/info.json`, 'url-too-long'],
    [`a/${'9'.repeat(8000)},0,1,1/max/0/default.jpg`, 'url-too-long'],
    ['a/%00/max/0/default.jpg', 'image-region-invalid'],
    ['a/full/max%00/0/default.jpg', 'image-size-invalid'],
  ])('refuses %s', (path, code) => {
    expect(() => parseRequest(path, 3)).toThrow(expect.objectContaining({ code }));
  });

  it('takes slashes that were not encoded for part of an identifier', () => {
    expect(parseRequest('a/b/full/max/0/default.jpg', 3)).toMatchObject({ kind: 'image', identifier: 'a/b' });
  });

  it('reads or refuses whatever it is given', () => {
    const part = fc.oneof(
      fc.constantFrom(
        'full',
        'square',
        'max',
        '^max',
        '!',
        'pct:',
        '0',
        '-1',
        '1e9',
        'default.jpg',
        '..',
        '%00',
        '%2F',
        'NaN',
      ),
      fc.string({ maxLength: 12 }),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 7 }), (parts) => {
        try {
          parseRequest(parts.join('/'), 3);
        } catch (error) {
          expect(error).toBeInstanceOf(Failure);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
