import { describe, expect, it } from 'vitest';
import { PublicUrls } from '../../../../server/http/public-urls.ts';
import { rangeResource, rangesOf } from '../../../../server/iiif/presentation/ranges.ts';
import type { RangeResource } from '../../../../server/iiif/presentation/resource.ts';
import type { ContentsEntry } from '../../../../server/model/document.ts';
import { page, record, storedDocument } from '../../../support/stored-document.ts';

const urls = new PublicUrls('https://example.org');

describe('ranges', () => {
  it('run to the next heading of the same or a higher level', () => {
    expect(
      outline([entry('a', '1'), entry('b', '3', [entry('b1', '4'), entry('b2', '6')]), entry('c', '7')]),
    ).toEqual([
      ['1', 'a', '1', '2'],
      ['2', 'b', '3', ['2-1', 'b1', '4', '5'], ['2-2', 'b2', '6']],
      ['3', 'c', '7', '8'],
    ]);
  });

  it('have their own page even where the next heading stands on it too', () => {
    expect(outline([entry('a', '2'), entry('b', '2'), entry('c', '8')])).toEqual([
      ['1', 'a', '2'],
      ['2', 'b', '2', '3', '4', '5', '6', '7'],
      ['3', 'c', '8'],
    ]);
  });

  it('leave a page to the inner heading that begins on it', () => {
    expect(outline([entry('a', '7', [entry('a1', '7')])])).toEqual([['1', 'a', ['1-1', 'a1', '7', '8']]]);
  });

  it('bear contents that are out of order or name a page that is not there', () => {
    expect(
      outline([entry('late', '6'), entry('early', '2', [entry('lost', '99')]), entry('none', '99')]),
    ).toEqual([
      ['1', 'late', '6'],
      ['2', 'early', '2', '3', '4', '5', '6', '7', '8'],
    ]);
  });

  it('run past a heading whose page is not there to the next one whose page is', () => {
    expect(outline([entry('a', '6'), entry('lost', '99'), entry('lost too', '98'), entry('b', '8')])).toEqual(
      [
        ['1', 'a', '6', '7'],
        ['4', 'b', '8'],
      ],
    );
  });

  it('are found by their URL, inner ones too, and lead back to the manifest', () => {
    const document = documentWith([entry('a', '1', [entry('a1', '2')])]);
    expect(rangeResource(document, '1-1', urls)).toMatchObject({
      '@context': 'http://iiif.io/api/presentation/3/context.json',
      id: 'https://example.org/iiif/documents/telegram/ranges/1-1',
      label: { en: ['a1'] },
      partOf: [{ id: 'https://example.org/iiif/documents/telegram/manifest', type: 'Manifest' }],
    });
    expect(rangeResource(document, '2', urls)).toBeUndefined();
  });
});

function entry(label: string, at: string, children: ContentsEntry[] = []): ContentsEntry {
  return { label: { en: [label] }, page: at, children };
}

function documentWith(contents: ContentsEntry[]) {
  const pages = ['1', '2', '3', '4', '5', '6', '7', '8'].map((id) => page(id));
  return storedDocument({ pages, record: record({ contents }) });
}

type Outline = (string | Outline)[];

/** Each range as its number, its label, and its items: pages by their id, inner ranges in brackets. */
function outline(contents: ContentsEntry[]): Outline {
  const write = (range: RangeResource): Outline => [
    lastPart(range.id),
    range.label.en?.[0] ?? '',
    ...range.items.map((item) =>
      item.type === 'Range' && 'items' in item ? write(item) : lastPart(item.id),
    ),
  ];
  return rangesOf(documentWith(contents), urls).map(write);
}

function lastPart(url: string): string {
  return url.slice(url.lastIndexOf('/') + 1);
}
