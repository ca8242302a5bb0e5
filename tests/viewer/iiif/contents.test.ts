import { describe, expect, it } from 'vitest';
import { contentsOf, type Contents } from '../../../viewer/iiif/contents.ts';
import { mendedManifest } from '../../../viewer/iiif/mended-manifest.ts';

const canvas = (number: number) => `https://example.org/canvas/${number}`;
const pages = new Map(Array.from({ length: 20 }, (_, index) => [canvas(index + 1), index]));

const range3 = (name: string, items: unknown[], more: object = {}) => ({
  ...{ id: `https://example.org/range/${name}`, type: 'Range', label: { en: [name] }, items },
  ...more,
});
const onCanvas = (number: number) => ({ id: canvas(number), type: 'Canvas' });
const read = (structures: unknown) => contentsOf({ type: 'Manifest', structures }, pages, 'en');

/** As an outline: `A 1` for a chapter and its page, from 1. */
function outline(contents: Contents | undefined): unknown {
  const draw = (number: number): unknown => {
    const chapter = contents?.chapters[number];
    const title = `${chapter?.label} ${chapter?.page === undefined ? '-' : chapter.page + 1}`;
    return chapter === undefined || chapter.children.length === 0
      ? title
      : [title, chapter.children.map(draw)];
  };
  return contents?.roots.map(draw);
}

describe('the table of contents of a manifest', () => {
  it('is nested as ranges are in Presentation 3, each beginning at its first page', () => {
    const structures = [
      range3('A', [range3('A.1', [onCanvas(2), onCanvas(3)]), range3('A.2', [onCanvas(4)])]),
      range3('B', [`${canvas(5)}#xywh=0,0,10,10`, { type: 'SpecificResource', source: onCanvas(6) }]),
      range3('C', [onCanvas(8)], { start: onCanvas(7) }),
    ];
    expect(outline(read(structures))).toEqual([['A 2', ['A.1 2', 'A.2 4']], 'B 5', 'C 7']);
  });

  it('is put together from ranges of Presentation 2.1, which name each other', () => {
    const flat = (name: string, more: object) => ({
      ...{ '@id': `https://example.org/range/${name}`, '@type': 'sc:Range', label: name, ...more },
    });
    const to = (name: string) => `https://example.org/range/${name}`;
    const rest = [
      flat('A', { ranges: [to('A.1')], canvases: [canvas(1)] }),
      flat('A.1', { canvases: [canvas(2)] }),
      flat('B', { members: [{ '@id': canvas(3), '@type': 'sc:Canvas' }] }),
    ];
    const wanted = [['A 1', ['A.1 2']], 'B 3'];
    expect(outline(read(rest))).toEqual(wanted);
    const top = flat('Whole', { viewingHint: 'top', ranges: [to('A'), to('B')] });
    expect(outline(read([top, ...rest]))).toEqual(wanted);
  });

  it('leaves out ranges that are no chapters', () => {
    const structures = [
      range3('Other order', [onCanvas(2), onCanvas(1)], { behavior: ['sequence'] }),
      range3('Hidden', [onCanvas(1)], { behavior: 'no-nav' }),
      range3('A', [onCanvas(1)]),
    ];
    expect(outline(read(structures))).toEqual(['A 1']);
  });

  it('says which chapter a page is in: the innermost that names it, else the last that began', () => {
    const structures = [
      range3('A', [onCanvas(2), onCanvas(3), range3('A.1', [onCanvas(3)])]),
      range3('B', [onCanvas(6)]),
    ];
    const contents = read(structures);
    const at = (page: number) => {
      const number = contents?.chapterOfPage(page - 1);
      return number === undefined ? undefined : contents?.chapters[number]?.label;
    };
    expect([1, 2, 3, 4, 6, 20].map(at)).toEqual([undefined, 'A', 'A.1', 'A.1', 'B', 'B']);
  });

  it('ends though ranges name each other, and knows each once', () => {
    const one = range3('1', [{ id: 'https://example.org/range/2', type: 'Range' }, onCanvas(1)]);
    const two = range3('2', [{ id: 'https://example.org/range/1', type: 'Range' }]);
    expect(outline(read([one, two]))).toEqual([['1 1', ['2 -']]]);
    let deep = range3('end', [onCanvas(1)]);
    for (let level = 0; level < 500; level += 1) deep = range3(`level ${level}`, [deep]);
    expect(read([deep])?.chapters.length).toBeLessThan(50);
  });

  it('is none where nothing is', () => {
    for (const structures of [undefined, null, 7, [], [7, null], 'x', [{ type: 'Canvas' }]])
      expect(read(structures), JSON.stringify(structures)).toBeUndefined();
    expect(contentsOf(null, pages, 'en')).toBeUndefined();
  });

  it('is the same of the manifest that the scan pane is given, which has no `structures` to stumble over', () => {
    const manifest = {
      ...{ id: 'https://example.org/manifest', type: 'Manifest', label: { en: ['x'] } },
      items: [1, 2].map(onCanvas),
      structures: [range3('A', [onCanvas(2)])],
    };
    const mended = mendedManifest(manifest);
    expect(mended).not.toHaveProperty('structures');
    expect(outline(contentsOf(mended, pages, 'en'))).toEqual(['A 2']);
  });
});
