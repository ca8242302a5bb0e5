import { describe, expect, it } from 'vitest';
import { decodeText, lineAt } from '../../../server/formats/decode-text.ts';

const MOST = 1000;

function bytes(...parts: readonly (string | readonly number[])[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...Buffer.from(part)] : part)));
}

describe('decodeText', () => {
  it('believes a byte-order mark, and leaves it out', () => {
    expect(decodeText(bytes([0xef, 0xbb, 0xbf], 'ж'), 'none', MOST).text).toBe('ж');
    expect(decodeText(bytes([0xff, 0xfe, 0x36, 0x04]), 'none', MOST).text).toBe('ж');
    expect(decodeText(bytes([0xfe, 0xff, 0x04, 0x36]), 'none', MOST).text).toBe('ж');
  });

  it('knows UTF-16 without its mark by where the zeros are', () => {
    const little = Buffer.from('Дорогой товарищ Сталин, I report', 'utf16le');
    expect(decodeText(little, 'none', MOST).text).toBe('Дорогой товарищ Сталин, I report');
    expect(decodeText(Buffer.from(little).swap16(), 'none', MOST).text).toBe(
      'Дорогой товарищ Сталин, I report',
    );
  });

  it('reads the encoding that XML or HTML declares', () => {
    const word = [0xef, 0xf0, 0xe0, 0xe2, 0xe4, 0xe0];
    expect(
      decodeText(bytes('<?xml version="1.0" encoding=\'windows-1251\'?>', word), 'xml', MOST).text,
    ).toContain('правда');
    expect(decodeText(bytes('<meta charset=windows-1251>', word), 'html', MOST).text).toContain('правда');
    expect(
      decodeText(
        bytes(
          '<META http-equiv="Content-Type" content="text/html; charset=WINDOWS-1252">',
          [0x93, 0xe9, 0x94],
        ),
        'html',
        MOST,
      ).text,
    ).toContain('“é”');
  });

  it('reads an unknown encoding as UTF-8 and says so', () => {
    const { text, problems } = decodeText(bytes('<meta charset="klingon">ж'), 'html', MOST);
    expect(text).toContain('ж');
    expect(problems).toMatchObject([{ code: 'text-malformed', message: expect.stringContaining('klingon') }]);
  });

  it('names the line of the first bad byte, and refuses a file of them', () => {
    const { text, problems } = decodeText(bytes('one line\nCaf', [0xe9], ' and more\n'), 'none', MOST);
    expect(text).toBe('one line\nCaf\ufffd and more\n');
    expect(problems).toMatchObject([{ severity: 'error', line: 2 }]);
    expect(() => decodeText(bytes([0xef, 0xf0, 0xe0, 0xe2, 0xe4, 0xe0], ' ok'), 'none', MOST)).toThrow(
      /Most of the file is not UTF-8/,
    );
  });

  it('makes one line end of all, and takes control characters out', () => {
    expect(decodeText(bytes('a\r\nb\rc\u2028d\u0085e'.padEnd(100, '.'), [7]), 'none', MOST).text).toBe(
      'a\nb\nc\nd\ne'.padEnd(99, '.'),
    );
    expect(() => decodeText(bytes('a', [0, 0, 1, 2, 3]), 'none', MOST)).toThrow(/control characters/);
  });
});

describe('lineAt', () => {
  it('counts from 1, and a line end belongs to its line', () => {
    expect([0, 1, 2, 3, 99].map((position) => lineAt('a\nb\n', position))).toEqual([1, 1, 2, 2, 3]);
  });
});
