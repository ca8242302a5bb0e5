import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAlto } from '../../../server/formats/alto.ts';
import { serializeAlto } from '../../../server/formats/alto-writer.ts';
import type { Box } from '../../../server/model/box.ts';
import type { ParsedSegment, ParsedText, Sheet } from '../../../server/model/parsed-text.ts';
import { NO_SHARED_DATA, sharedFiles } from '../../support/shared-data.ts';

function read(xml: string): ParsedText {
  return parseAlto(new TextEncoder().encode(xml));
}

function alto(lines: string): string {
  return `<alto><Layout><Page WIDTH="1000" HEIGHT="1400"><TextBlock ID="b">${lines}</TextBlock></Page></Layout></alto>`;
}

function onlyLine(lines: string): ParsedSegment | undefined {
  return read(alto(lines)).sheets[0]?.segments[0];
}

describe('parseAlto', () => {
  it('takes 0 for a position', () => {
    expect(
      onlyLine('<TextLine HPOS="0" VPOS="0" WIDTH="7" HEIGHT="8"><String CONTENT="x"/></TextLine>')?.box,
    ).toEqual({ x: 0, y: 0, width: 7, height: 8 });
  });

  it('puts no space between Han characters, whatever the Strings are and however far apart', () => {
    const string = (content: string, y: number): string =>
      `<String CONTENT="${content}" HPOS="0" VPOS="${y}" WIDTH="40" HEIGHT="${40 * content.length}"/>`;
    const line = onlyLine(
      `<TextLine>${string('首', 0)}${string('批', 60)}${string('，', 130)}${string('十四日', 200)}${string('Li', 400)}</TextLine>`,
    );
    expect(line?.value).toBe('首批，十四日 Li');
    expect(line?.words.map(({ start, end }) => [start, end])).toEqual([
      [0, 1],
      [1, 2],
      [2, 3],
      [3, 6],
      [7, 9],
    ]);
  });

  it('makes no word uncertain because a machine doubted it, nor a form of a named entity', () => {
    const line = onlyLine(
      '<TextLine><String CONTENT="x" WC="0.02" HPOS="1" VPOS="1" WIDTH="5" HEIGHT="5"/></TextLine>',
    );
    expect(line?.html).toBeUndefined();
    expect(line?.words[0]?.confidence).toBe(0.02);
    const { sheets } = read(
      '<alto><Tags><NamedEntityTag ID="n" LABEL="stamp"/></Tags><Layout><Page WIDTH="9" HEIGHT="9"><TextBlock TAGREFS="n"><TextLine><String CONTENT="x"/></TextLine></TextBlock></Page></Layout></alto>',
    );
    expect(sheets[0]?.segments.map(({ value, form }) => [value, form])).toEqual([['x', undefined]]);
  });

  it('reads outlines in any notation', () => {
    for (const points of ['1,2 11,2 11,12', '1 2 11 2 11 12', '1,2,11,2,11,12', ' 1 , 2\n11 ,2 11,12 ']) {
      const line = onlyLine(
        `<TextLine><Shape><Polygon POINTS="${points}"/></Shape><String CONTENT="x"/></TextLine>`,
      );
      expect(line?.box).toEqual({ x: 1, y: 2, width: 10, height: 10 });
      expect(line?.polygon).toHaveLength(3);
    }
  });

  it('does not take the outline of a block or a word for the line’s', () => {
    const shape = (to: number): string => `<Shape><Polygon POINTS="0,0 ${to},0 ${to},${to}"/></Shape>`;
    const { sheets, problems } = read(
      alto(`${shape(900)}<TextLine ID="l"><String CONTENT="x">${shape(50)}</String></TextLine>`),
    );
    expect(sheets[0]?.segments[0]).toMatchObject({ box: { x: 0, y: 0, width: 50, height: 50 } });
    expect(sheets[0]?.segments[0]).not.toHaveProperty('polygon');
    expect(problems).toEqual([]);
  });

  it('names the line of the file where a tag begins that runs over several', () => {
    const { problems } = read(alto('\n\n<TextLine\n ID="l"\n><String CONTENT="x"/></TextLine>'));
    expect(problems).toMatchObject([{ code: 'line-without-box', line: 3, at: 'l' }]);
  });

  it('reports each kind of problem fifty times and the rest as a number', () => {
    const { sheets, problems } = read(alto('<TextLine><String CONTENT="x"/></TextLine>'.repeat(1000)));
    expect(sheets[0]?.segments).toHaveLength(1000);
    expect(problems).toHaveLength(51);
    expect(problems.at(-1)?.message).toContain('950 more');
  });

  it('throws with line and reason only when nothing can be read', () => {
    expect(() => read('')).toThrow(/not well-formed XML/);
    expect(() => read('<alto></Layout>')).toThrow(/line 1: .*not well-formed/);
    expect(() => read('<alto/>')).toThrow(/no Page/);
    expect(() => read(`<alto>${'<a>'.repeat(200)}`)).toThrow(/deeper than 100/);
    expect(read(alto('')).sheets).toHaveLength(1);
  });

  it('expands no entity of the file’s own, however it is declared', () => {
    const line = '<TextLine><String CONTENT="&e;"/></TextLine>';
    for (const declared of ['<!ENTITY e "boom">', '<!entity e "boom">', '<!ENTITY % p "x"> %p;', '']) {
      expect(() => read(`<!DOCTYPE alto [${declared}]>${alto(line)}`)).toThrow(/entit/i);
    }
  });
});

const wholeBox = fc.record({
  x: fc.nat(900),
  y: fc.nat(900),
  width: fc.integer({ min: 1, max: 100 }),
  height: fc.integer({ min: 1, max: 100 }),
});
const token = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 6 })
  .filter((text) => !/\s|\p{C}|\ufffd/u.test(text) && text.normalize() === text);

/** Words, some with boxes, some of them touching. */
const line = fc
  .record({
    tokens: fc.array(fc.record({ token, box: fc.option(wholeBox), touching: fc.boolean() }), {
      minLength: 1,
      maxLength: 5,
    }),
    sourceId: fc.option(token),
    box: fc.option(wholeBox),
    confidence: fc.option(fc.constantFrom(0, 0.25, 1)),
  })
  .map(({ tokens, sourceId, box, confidence }): ParsedSegment => {
    let value = '';
    const words = tokens.flatMap(({ token, box, touching }, index) => {
      if (index > 0 && !(touching && tokens[index - 1]?.box !== null && box !== null)) value += ' ';
      const start = value.length;
      value += token;
      return box === null
        ? []
        : [{ start, end: value.length, box, ...(confidence === null ? {} : { confidence }) }];
    });
    const outer = box ?? undefined;
    return {
      ...(sourceId === null ? {} : { sourceId }),
      granularity: 'line',
      value,
      block: 'b1',
      ...(outer === undefined ? {} : { box: outer, polygon: corners(outer) }),
      words: outer === undefined ? [] : words,
      renders: [],
    };
  });

function corners({ x, y, width, height }: Box): { x: number; y: number }[] {
  return [
    { x, y },
    { x: x + width, y },
    { x: x + width, y: y + height },
    { x, y: y + height },
  ];
}

describe('serializeAlto', () => {
  it('reads back the same: frame, image, values, ids, blocks, boxes, outlines, words and confidence', () => {
    const sheet = fc
      .record({ segments: fc.array(line, { maxLength: 4 }), width: fc.integer({ min: 1, max: 9999 }) })
      .map(({ segments, width }): Sheet => ({
        mark: { kind: 'none' },
        frame: { width, height: 1400 },
        segments,
      }));
    fc.assert(
      fc.property(fc.array(sheet, { minLength: 1, maxLength: 3 }), (sheets) => {
        const marked = sheets.map((each): Sheet =>
          sheets.length === 1 ? { ...each, mark: { kind: 'image', name: '705 & 706.tif' } } : each,
        );
        expect(read(serializeAlto({ sheets: marked, problems: [] })).sheets).toEqual(marked);
      }),
    );
  });

  it('reads back the same forms, and words struck, added, uncertain and not to be read', () => {
    const file = join(import.meta.dirname, '../../corpus/texts/alto-conventions.xml');
    const { sheets } = parseAlto(readFileSync(file));
    const segments = sheets.flatMap((sheet) => sheet.segments);
    expect(new Set(segments.map(({ form }) => form))).toEqual(
      new Set([undefined, 'stamp', 'marginalia', 'footnote', 'heading']),
    );
    expect(segments.filter(({ html }) => html !== undefined).length).toBeGreaterThan(3);
    expect(read(serializeAlto({ sheets, problems: [] })).sheets).toEqual(sheets);
  });

  it('marks the whole word where markup of another format marks a part, and leaves other markup out', () => {
    const [segment] =
      read(
        serializeAlto({
          sheets: [
            {
              mark: { kind: 'none' },
              frame: { width: 10, height: 10 },
              segments: [
                {
                  granularity: 'line',
                  value: 'one & two',
                  html: 'o<del>n</del>e &amp; <b>two</b>',
                  words: [],
                  renders: [],
                },
              ],
            },
          ],
          problems: [],
        }),
      ).sheets[0]?.segments ?? [];
    expect(segment?.value).toBe('one & two');
    expect(segment?.html).toBe('<s>one</s> &amp; two');
  });
});

const sets = [
  ...[
    'ehri-danish-report-1941-da',
    'ehri-nisko-letter-1939-de',
    'ehri-us-dispatch-1939-en',
    'lectaurep-register-fr',
  ],
  ...['poilus-wills-fr', 'tapus-delatre-letter-1858-fr', 'tapus-journal-1914-fr'],
].flatMap((set) => sharedFiles(set, '.xml'));
const real = [
  ...sets,
  ...sharedFiles('ocrd-kant-1784-mets-alto-page-de', '.xml', 'OCR-D-GT-ALTO'),
  ...sharedFiles('slub-kitodo-mets-alto', '.xml', 'FULLTEXT'),
];

describe('parseAlto on real files', () => {
  it.skipIf(real.length === 0)(`finds them (else: ${NO_SHARED_DATA})`, () => {
    expect(real.length).toBeGreaterThan(45);
  });

  it.each(real)('reads every line of %s', (file) => {
    const bytes = readFileSync(file);
    const { sheets, problems } = parseAlto(bytes);
    expect(problems).toEqual([]);
    expect(sheets).toHaveLength(1);
    const [sheet] = sheets;
    const source = bytes.toString('utf8');
    expect(sheet?.segments.length).toBe(countLines(source));
    if (source.includes('<fileName>')) {
      expect(sheet?.mark).toMatchObject({
        kind: 'image',
        name: expect.stringContaining(basename(file, '.xml')),
      });
    }
    const frame = sheet?.frame ?? { width: 0, height: 0 };
    for (const { value, box, words } of sheet?.segments ?? []) {
      expect(isInside(box, frame), value).toBe(true);
      for (const word of words) {
        expect(isInside(word.box, frame)).toBe(true);
        expect(value.slice(word.start, word.end)).toMatch(/^\S+$/);
      }
      const rest = words.reduceRight((left, { start, end }) => left.slice(0, start) + left.slice(end), value);
      // One String a word: nothing but spaces and hyphens is between them.
      if (words.length > 1) expect(rest).toMatch(/^[\s\u00ad¬-]*$/);
    }
  });

  it.skipIf(real.length === 0)(
    'gives each word of a file with word boxes the characters that its String has',
    () => {
      const file = real.find((name) => name.endsWith('PAGE_0017_ALTO.xml')) ?? '';
      const contents = [...readFileSync(file, 'utf8').matchAll(/<String [^>]*CONTENT="([^"]*)"/g)].map(
        ([, word]) => word,
      );
      const words = parseAlto(readFileSync(file)).sheets.flatMap(({ segments }) =>
        segments.flatMap((segment) => segment.words.map(({ start, end }) => segment.value.slice(start, end))),
      );
      expect(words.length).toBeGreaterThan(100);
      expect(words).toEqual(contents);
      const [first] = parseAlto(readFileSync(file)).sheets[0]?.segments ?? [];
      expect(first?.value).toBe('Berliniſche Monatsſchrift.');
    },
  );
});

/** Lines with at least one character in a CONTENT, counted without reading XML. */
function countLines(source: string): number {
  return [...source.matchAll(/<TextLine\b[^]*?<\/TextLine>/g)].filter(([text]) =>
    /\sCONTENT="\s*[^"\s]/.test(text),
  ).length;
}

function isInside(box: Box | undefined, frame: { width: number; height: number }): boolean {
  if (box === undefined) return false;
  const { x, y, width, height } = box;
  return (
    x >= 0 && y >= 0 && width > 0 && height > 0 && x + width <= frame.width && y + height <= frame.height
  );
}
