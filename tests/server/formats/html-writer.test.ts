import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseHtml } from '../../../server/formats/html.ts';
import { serializeHtml } from '../../../server/formats/html-writer.ts';
import type { ParsedText, Sheet } from '../../../server/model/parsed-text.ts';

const FOLDER = join(import.meta.dirname, '../../corpus/texts');
const corpus = readdirSync(FOLDER).filter((name) => name.endsWith('.html'));

function encode(html: string): Uint8Array {
  return new TextEncoder().encode(html);
}

/** The sheets, with blocks named by the order in which they come. */
function named({ sheets }: ParsedText): Sheet[] {
  const blocks: string[] = [];
  return sheets.map((sheet) => ({
    ...sheet,
    segments: sheet.segments.map((segment) => {
      if (segment.block === undefined) return segment;
      if (!blocks.includes(segment.block)) blocks.push(segment.block);
      return { ...segment, block: `block ${blocks.indexOf(segment.block)}` };
    }),
  }));
}

describe('serializeHtml', () => {
  it.each(corpus)('reads back %s the same: marks, values, markup, forms, ids, links, paragraphs', (file) => {
    const read = parseHtml(readFileSync(join(FOLDER, file)));
    const again = parseHtml(encode(serializeHtml(read)));
    expect(read.sheets).not.toEqual([]);
    expect(named(again)).toEqual(named(read));
    expect(again.problems).toEqual([]);
  });

  it('reads back the same what was read of anything', () => {
    const part = fc.constantFrom(
      ...[
        '<p>',
        '<p id="p">',
        '</p>',
        '<p data-renders="a b">',
        '<li>',
        '<h1>',
        '<div class="note">',
        '<aside class="marginalia">',
        '<p class="stamp">',
        '<aside role="doc-footnote">',
        '<ol class="footnotes">',
        '</div>',
      ],
      ...[
        '<span data-renders="c">',
        '<span data-renders="" data-id="&quot;x">',
        '</span>',
        '<b>',
        '</b>',
        '<br>',
      ],
      ...[
        'one',
        ' two ',
        '.',
        '&lt;',
        '(p. 7)',
        '\f',
        '<hr class=page>',
        '<hr>',
        '<td>',
        '<pre>',
        '\n',
        '</pre>',
      ],
      ...['<a href="https://e.org/?a&b">', '</a>', '<q>', '</q>', '<span lang="ru">'],
      ...['<span class="uncertain">', '<i class="gap">', '</i>', '<a role="doc-noteref">', '<del>', '<ins>'],
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 25 }), (parts) => {
        const read = parseHtml(encode(parts.join('')));
        expect(named(parseHtml(encode(serializeHtml(read))))).toEqual(named(read));
      }),
      { numRuns: 1500 },
    );
  });
});
