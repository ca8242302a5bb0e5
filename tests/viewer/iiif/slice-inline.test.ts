import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InlineWriter } from '../../../server/formats/html-inline.ts';
import { sliceInline } from '../../../viewer/iiif/slice-inline.ts';

const plain = (html: string) =>
  html
    .replace(/<br\/>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');

describe('markup cut at offsets of the value', () => {
  it('closes what stands open at the cut, and opens it again behind', () => {
    const html = 'One <em>two. Three</em> four &amp; five.';
    expect(
      sliceInline(html, [
        { start: 0, end: 8 },
        { start: 9, end: 27 },
      ]),
    ).toEqual(['One <em>two.</em>', '<em>Three</em> four &amp; five.']);
  });

  it('is left out where a piece has none, and leaves no empty tags', () => {
    const html = '<b>One.</b> Two.<br/>Three. <i lang="de">Vier.</i>';
    const spans = [
      { start: 0, end: 4 },
      { start: 5, end: 9 },
      { start: 10, end: 16 },
      { start: 17, end: 22 },
    ];
    expect(sliceInline(html, spans)).toEqual(['<b>One.</b>', undefined, undefined, '<i lang="de">Vier.</i>']);
    expect(sliceInline(html, [{ start: 5, end: 16 }])).toEqual(['Two.<br/>Three.']);
  });

  it('says the same as the value, whatever the markup and wherever it is cut', () => {
    const tag = fc.constantFrom('em', 'b', 'sup').map((name) => ({ name, attributes: '' }));
    const run = fc.record({
      words: fc.string({ unit: 'grapheme', maxLength: 12 }),
      open: fc.array(tag, { maxLength: 3 }),
    });
    fc.assert(
      fc.property(
        fc.array(run, { minLength: 1, maxLength: 6 }),
        fc.array(fc.nat(60), { maxLength: 6 }),
        (runs, cuts) => {
          const writer = new InlineWriter();
          for (const { words, open } of runs) {
            writer.append(words, open);
            if (words.length > 9) writer.break();
          }
          const { value, html } = writer.finish() ?? { value: '' };
          if (html === undefined) return;
          const edges = [
            ...new Set([0, ...cuts.map((cut) => Math.min(cut, value.length)), value.length]),
          ].sort((a, b) => a - b);
          const spans = edges.slice(1).map((end, index) => ({ start: edges[index] ?? 0, end }));
          const pieces = sliceInline(html, spans);
          expect(pieces).toHaveLength(spans.length);
          spans.forEach(({ start, end }, index) => {
            const piece = pieces[index];
            if (piece === undefined) return;
            expect(plain(piece)).toBe(value.slice(start, end));
            const depth = [...piece.matchAll(/<(\/?)\w+[^>]*?(\/?)>/g)].reduce(
              (sum, [, close, alone]) => sum + (alone === '/' ? 0 : close === '/' ? -1 : 1),
              0,
            );
            expect(depth).toBe(0);
          });
        },
      ),
      { numRuns: 500 },
    );
  });
});
