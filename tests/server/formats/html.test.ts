import { SaxesParser } from 'saxes';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseHtml } from '../../../server/formats/html.ts';
import type { ParsedSegment, ParsedText } from '../../../server/model/parsed-text.ts';

function read(html: string): ParsedText {
  return parseHtml(new TextEncoder().encode(html));
}

function segmentsOf(html: string): readonly ParsedSegment[] {
  return read(html).sheets.flatMap(({ segments }) => segments);
}

function valuesOf(html: string): string[] {
  return segmentsOf(html).map(({ value }) => value);
}

describe('parseHtml', () => {
  it('makes a segment of each block, and says what it is', () => {
    const segments = segmentsOf(
      '<h2>Head</h2>loose<p>Para</p><blockquote>Quoted</blockquote><ul><li>Item<p>more</p></ul>' +
        '<table><tr><th>A<td>B</table><pre>two\n  lines</pre><div class="footnote"><p>Note</p></div>' +
        '<div class=poem><p>Verse</div>',
    );
    expect(segments.map(({ value, form }) => [value, form])).toEqual([
      ['Head', 'heading'],
      ['loose', undefined],
      ['Para', undefined],
      ['Quoted', undefined],
      ['Item', 'item'],
      ['more', 'item'],
      ['A', undefined],
      ['B', undefined],
      ['two\nlines', undefined],
      ['Note', 'footnote'],
      ['Verse', 'verse'],
    ]);
    expect(new Set(segments.map(({ granularity }) => granularity))).toEqual(new Set(['paragraph']));
  });

  it('tells stamps, notes in the margin and footnotes apart, by whichever words they are marked', () => {
    const forms = segmentsOf(
      '<p class="stamp">Stamp<aside class="marginalia">Margin</aside><div class="marginal">Beside</div>' +
        '<aside>Aside</aside><aside role="doc-footnote">Foot</aside><section role="doc-endnotes"><p>End</section>' +
        '<div id="ftn1">Word</div><p class="endnote">Other</p>',
    ).map(({ value, form }) => [value, form]);
    expect(forms).toEqual([
      ['Stamp', 'stamp'],
      ['Margin', 'marginalia'],
      ['Beside', 'marginalia'],
      ['Aside', 'note'],
      ...['Foot', 'End', 'Word', 'Other'].map((value) => [value, 'footnote']),
    ]);
  });

  it('keeps what is struck, added and uncertain, by one word each, and takes off every other class', () => {
    expect(
      segmentsOf(
        '<p><strike>a</strike> <ins class="x">b</ins> <u class="Unclear big">c</u> <span class="uncertain" onclick="d">d</span> <em class="other">e</em>',
      )[0]?.html,
    ).toBe(
      '<s>a</s> <ins>b</ins> <span class="uncertain">c</span> <span class="uncertain">d</span> <em>e</em>',
    );
  });

  it('writes what cannot be read where the source leaves an empty mark, and nothing where words stand', () => {
    expect(
      valuesOf(
        '<p>a <span class="gap"></span> b <span class="gap">[two words]</span><p><i class="gap"> </i>',
      ),
    ).toEqual(['a […] b [two words]', '[…]']);
  });

  it('keeps the sign of a note apart from its word, so that the word is found', () => {
    const [segment] = segmentsOf(
      '<p>ferry<a role="doc-noteref" href="#n"><sup>1</sup></a> goes<a href="#_ftn2">[2]</a>.',
    );
    expect(segment?.value).toBe('ferry[1] goes[2].');
    expect(segment?.html).toBe('ferry<sup class="noteref">[1]</sup> goes<sup class="noteref">[2]</sup>.');
  });

  it('numbers the notes of a list, as browsers do, and leaves out the arrows that lead back', () => {
    expect(
      valuesOf(
        '<section role="doc-endnotes"><ol><li><p>One <a href="#r" role="doc-backlink">↩</a></p><p>more</p><li>Two</ol></section><ol><li>Item</ol>',
      ),
    ).toEqual(['1. One', 'more', '2. Two', 'Item']);
  });

  it('takes the body of a whole document, without its title and styles', () => {
    expect(
      valuesOf(
        '<!DOCTYPE html><html><head><title>T</title><style>p{}</style></head><body><p>B</body></html>',
      ),
    ).toEqual(['B']);
  });

  it('keeps harmless inline markup and writes it as XML', () => {
    const [segment] = segmentsOf(
      '<p>a <EM class=x>b</EM><br>c &amp; <strike>d</strike> <span lang=ru dir=ltr style="x">е</span> <span>f</span>' +
        ' <font>g</font> <a href="http://e.org/?a=1&b=2" onclick=x>h</a> <q>i</q> <b> </b></p>',
    );
    expect(segment?.html).toBe(
      'a <em>b</em><br/>c &amp; <s>d</s> <span lang="ru" dir="ltr">е</span> f g ' +
        '<a href="http://e.org/?a=1&amp;b=2">h</a> “i”',
    );
    expect(segment?.value).toBe('a b\nc & d е f g h “i”');
  });

  it('has no markup where there is none', () => {
    expect(segmentsOf('<p class="cs566403DE"><span style="x">a &lt; b</span></p>')).toEqual([
      { granularity: 'paragraph', value: 'a < b', words: [], renders: [] },
    ]);
  });

  it('links what says what it renders; the innermost wins, and a full stop stays with its sentence', () => {
    const segments = segmentsOf(
      '<p id=p1><span data-renders="l1 l2" id=s1>One</span>. <span data-renders="l3">Two <b data-renders=l4>bold</b></span> rest</p>' +
        '<p data-renders="l5">Whole</p><p data-renders="">Of nothing</p>',
    );
    expect(segments.map(({ value, renders, granularity }) => [value, renders, granularity])).toEqual([
      ['One.', ['l1', 'l2'], 'sentence'],
      ['Two', ['l3'], 'sentence'],
      ['bold', ['l4'], 'sentence'],
      ['rest', [], 'sentence'],
      ['Whole', ['l5'], 'paragraph'],
      ['Of nothing', [], 'paragraph'],
    ]);
    expect(segments.map(({ sourceId }) => sourceId)).toEqual([
      's1',
      undefined,
      undefined,
      'p1',
      undefined,
      undefined,
    ]);
    const blocks = segments.map(({ block }) => block);
    expect(new Set(blocks.slice(0, 4)).size).toBe(1);
    expect(blocks.slice(4)).toEqual([undefined, undefined]);
  });

  it('cuts a linked sentence at a page mark; both halves render the same', () => {
    const { sheets } = read('<p><span data-renders="l1 l2" id="s">be (p. 706) fore</span></p>');
    expect(sheets.map(({ mark, segments }) => [mark, segments[0]?.value, segments[0]?.renders])).toEqual([
      [{ kind: 'none' }, 'be', ['l1', 'l2']],
      [{ kind: 'label', label: '706' }, 'fore', ['l1', 'l2']],
    ]);
    // An id is given once.
    expect(sheets.map(({ segments }) => segments[0]?.sourceId)).toEqual(['s', undefined]);
  });

  it('names once what it took out, and where the first was', () => {
    const { problems } = read(
      '<p>ok</p>\n<p onclick="x">a</p><script>x</script><a href=" java\tscript:x">b</a>',
    );
    expect(problems).toEqual([
      {
        severity: 'warning',
        code: 'html-removed',
        line: 2,
        message: 'Removed, since a text is words only: event handler onclick, <script>, javascript: link.',
      },
    ]);
    expect(
      read('<p class="x" style="y"><a href="mailto:a@b.c">a</a> <a href="#n">b</a></p>').problems,
    ).toEqual([]);
  });

  it('refuses elements nested without end', () => {
    expect(() => read('\n'.repeat(4) + '<b>'.repeat(100_000))).toThrow(/line 5: .*nested deeper than 500/);
  });

  it('writes no more markup than a text has, however its page marks multiply it', () => {
    const address = `https://example.org/${'x'.repeat(1900)}`;
    const segments = segmentsOf(`<p><a href="${address}">${'(p. 1)x'.repeat(2000)}</a></p>`);
    expect(segments).toHaveLength(2000);
    expect(segments.reduce((sum, { html }) => sum + (html?.length ?? 0), 0)).toBeLessThan(100_000);
  });

  it('lets nothing through but its own few elements, whatever comes', () => {
    const part = fc.constantFrom(
      ...[
        '<p>',
        '</p>',
        '<b>',
        '</b>',
        '<i',
        ' onclick=x',
        '>',
        '<a href="javascript:x">',
        '<a href="https://e.org">',
      ],
      ...[
        '</a>',
        '"',
        "'",
        '<script>',
        '</script>',
        '<style>',
        '<!--',
        '-->',
        '<svg>',
        '<math>',
        '<xmp>',
        '<template>',
      ],
      ...[
        '&lt;',
        '&#60;script&#62;',
        '<img src=x onerror=x>',
        '<span lang=ru>',
        '</span>',
        'x',
        ' ',
        '&nbsp;',
        '<br>',
      ],
      ...[
        '<span data-renders="a">',
        '(p. 7)',
        '<textarea>',
        '<noscript>',
        '<![CDATA[',
        ']]>',
        '\u0000',
        '&#1;',
        '<q>',
      ],
    );
    const allowed = new Set([
      'x-root',
      'em',
      'strong',
      'i',
      'b',
      'sup',
      'sub',
      'u',
      's',
      'del',
      'ins',
      'br',
      'span',
      'a',
    ]);
    fc.assert(
      fc.property(fc.array(part, { maxLength: 30 }), (parts) => {
        for (const { html, value } of segmentsOf(`<p>${parts.join('')}</p>${'.'.repeat(200)}`)) {
          if (html === undefined) continue;
          let text = '';
          const parser = new SaxesParser();
          parser.on('opentag', ({ name, attributes }) => {
            expect(allowed).toContain(name);
            for (const [attribute, content] of Object.entries(attributes)) {
              expect(attribute).toMatch(/^(lang|dir|href)$/);
              if (attribute === 'href') expect(content).toMatch(/^https?:/);
            }
            if (name === 'br') text += '\n';
          });
          parser.on('text', (words) => {
            text += words;
          });
          parser.write(`<x-root>${html}</x-root>`).close();
          expect(text).toBe(value);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
