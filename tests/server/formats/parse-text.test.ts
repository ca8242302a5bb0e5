import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatFor, parseText } from '../../../server/formats/parse-text.ts';
import { Failure } from '../../../server/model/failure.ts';

describe('formatFor', () => {
  it('tells the format by the end of the name, whatever its case', () => {
    expect(['a.xml', 'a.en.HTML', 'a.htm', 'a.TXT', 'a.docx', 'xml'].map(formatFor)).toEqual([
      'alto',
      'html',
      'html',
      'plain-text',
      undefined,
      undefined,
    ]);
  });
});

describe('parseText', () => {
  it('says what a file is that it does not read, and what it reads', () => {
    const read = (name: string, text: string): unknown => parseText(name, new TextEncoder().encode(text));
    expect(() => read('a.xml', '<TEI xmlns="http://www.tei-c.org/ns/1.0"/>')).toThrow(/This is TEI.*ALTO/);
    expect(() => read('a.xml', '<?xml version="1.0"?><!-- > --><mets:mets/>')).toThrow(/This is METS/);
    expect(() => read('a.xml', '<recipe/>')).toThrow(/<recipe>/);
    expect(() => read('a.docx', 'x')).toThrow(/HTML.*a\.docx/);
    expect(() => read('a.html', 'PK\u0003\u0004')).toThrow(/zip archive/);
  });

  it('refuses what is larger than any text, before reading it', () => {
    const large = new Uint8Array(9 * 2 ** 20);
    expect(() => parseText('a.txt', large)).toThrow(/at most 8 MB; received 9 MB/);
    expect(() => parseText('a.html', large)).toThrow(/at most 8 MB/);
    expect(() => parseText('a.xml', new Uint8Array(65 * 2 ** 20).fill(32))).toThrow(/at most 64 MB/);
  });

  it('gives a text or a Failure for any bytes, and nothing else', () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc
        .array(
          fc.constantFrom(
            ...[
              '<alto>',
              '</alto>',
              '<Page WIDTH="9" HEIGHT="0">',
              '</Page>',
              '<TextLine HPOS="-1">',
              '</TextLine>',
            ],
            ...[
              '<String CONTENT="x"/>',
              '<HYP/>',
              '<SP/>',
              '&x;',
              '<![CDATA[',
              '<p data-renders="a">',
              '</p>',
              '<br>',
            ],
            ...[
              '<b>',
              '(p. 7)',
              '\f',
              '<!DOCTYPE a [',
              ']>',
              '<span data-renders>',
              '</span>',
              '\ufeff',
              '<q>',
              '"',
            ],
          ),
          { maxLength: 40 },
        )
        .map((parts) => new TextEncoder().encode(parts.join(''))),
    );
    fc.assert(
      fc.property(fc.constantFrom('a.xml', 'a.html', 'a.txt'), bytes, (name, content) => {
        try {
          const { sheets } = parseText(name, content);
          for (const { segments } of sheets)
            for (const { value } of segments) expect(value.trim()).not.toBe('');
        } catch (error) {
          expect(error).toBeInstanceOf(Failure);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
