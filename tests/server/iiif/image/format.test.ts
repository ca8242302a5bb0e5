import { describe, expect, it } from 'vitest';
import {
  FORMATS,
  formatsOffered,
  parseFormat,
  PREFERRED_FORMATS,
  requireHeld,
  requireOffered,
} from '../../../../server/iiif/image/format.ts';

const ALL = ['jpg', 'png', 'webp', 'avif', 'gif', 'tif', 'pdf', 'jp2'];

describe('parseFormat', () => {
  it.each(ALL)('knows %s, whether or not this machine can write it', (text) => {
    expect(parseFormat(text)).toBe(text);
  });

  it.each(['bmp', 'jpeg', 'JPG', '', 'constructor', '__proto__'])('does not know "%s"', (text) => {
    expect(() => parseFormat(text)).toThrow(expect.objectContaining({ code: 'image-format-unknown' }));
  });
});

describe('formatsOffered', () => {
  it('names JPEG 2000 only where there is something to write it', () => {
    expect(formatsOffered({ jp2: {} })).toEqual(ALL);
    expect(formatsOffered({ jp2: undefined })).toEqual(ALL.filter((format) => format !== 'jp2'));
  });

  it('has everything that is preferred, and first what stands ready', () => {
    expect(formatsOffered({})).toEqual(expect.arrayContaining([...PREFERRED_FORMATS]));
    expect(PREFERRED_FORMATS[0]).toBe('jpg');
  });
});

describe('requireOffered', () => {
  it('says what is offered instead of what is not', () => {
    requireOffered('jp2', formatsOffered({ jp2: {} }));
    requireOffered('pdf', formatsOffered({}));
    expect(() => requireOffered('jp2', formatsOffered({}))).toThrow(
      expect.objectContaining({
        code: 'image-option-unsupported',
        detail: expect.objectContaining({ expected: expect.stringContaining('pdf'), received: 'jp2' }),
      }),
    );
  });
});

describe('requireHeld', () => {
  it('lets a page of 600 dpi through in every format', () => {
    for (const format of formatsOffered({ jp2: {} })) requireHeld(format, { width: 4961, height: 7016 });
  });

  it.each([
    ['webp', 16_384, 1],
    ['avif', 1, 16_385],
    ['gif', 65_536, 1],
    ['jpg', 65_501, 1],
    ['avif', 7000, 7000],
    ['jp2', 7000, 7000],
  ] as const)('refuses as %s what that cannot hold: %i x %i', (format, width, height) => {
    expect(() => requireHeld(format, { width, height })).toThrow(
      expect.objectContaining({ code: 'image-size-too-large' }),
    );
  });

  it('has a bound for everything that takes many times the memory of its pixels', () => {
    const bounded = formatsOffered({ jp2: {} }).filter((format) => FORMATS[format].largestArea < Infinity);
    expect(bounded).toEqual(['avif', 'gif', 'jp2']);
  });
});
