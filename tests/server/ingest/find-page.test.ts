import { describe, expect, it } from 'vitest';
import { findPages, type FiledSheet } from '../../../server/ingest/find-page.ts';
import type { Page } from '../../../server/model/page.ts';
import type { SheetMark } from '../../../server/model/parsed-text.ts';

const canvas = { width: 100, height: 100 };
const leaf = (id: string, folio = id): Page => ({ id, folio, canvas });
const scanned = (id: string, file: string): Page => ({
  ...leaf(id),
  image: { ...canvas, id: `d_${id}`, key: 'k', file, part: 0 },
});
const sheet = (file: string, mark: SheetMark = { kind: 'none' }): FiledSheet => ({
  file,
  mark,
  segments: [],
});
const ids = (sheets: FiledSheet[], pages: Page[], listed?: string[]) =>
  findPages(sheets, pages, listed).map(({ page }) => page?.id);

const leaves = [leaf('705'), leaf('706'), leaf('706v', '706 verso')];

describe('the page of a sheet', () => {
  it('is the one that the text lists, before all else', () => {
    const sheets = [sheet('a/705.xml', { kind: 'image', name: '705.jpg' })];
    expect(ids(sheets, leaves, ['706 verso'])).toEqual(['706v']);
  });

  it('is that of the image which ALTO names, whatever its extension', () => {
    const pages = [scanned('one', 'images/d/IMG_1.tif'), scanned('two', 'images/d/IMG_2.tif')];
    expect(ids([sheet('a/x.xml', { kind: 'image', name: 'img_2.jpg' })], pages)).toEqual(['two']);
  });

  it('is that of its own file, if the image named is another', () => {
    const pages = [scanned('one', 'images/d/IMG_1.tif'), scanned('two', 'images/d/IMG_2.tif')];
    expect(ids([sheet('a/IMG_2.xml', { kind: 'image', name: 'scan0007.jpg' })], pages)).toEqual(['two']);
  });

  it('is by order if there are as many sheets as pages or scans', () => {
    expect(ids([sheet('a'), sheet('b'), sheet('c')], leaves)).toEqual(['705', '706', '706v']);
    expect(ids([sheet('a'), sheet('b')], [leaf('0'), scanned('1', 'x'), scanned('2', 'y')])).toEqual([
      '1',
      '2',
    ]);
    expect(ids([sheet('a'), sheet('b')], leaves)).toEqual([undefined, undefined]);
  });

  it('is the folio of a mark if one is called so, else the N-th page', () => {
    const marks = ['706 Verso', '2', '9'].map((label) => sheet('a', { kind: 'label', label }));
    expect(ids(marks, leaves)).toEqual(['706v', '706', undefined]);
    expect(findPages(marks, leaves, undefined)[2]).toEqual({ page: undefined, missed: '9' });
  });

  it('is the page before, for text that stands before the mark of the second page', () => {
    const before = [sheet('a'), sheet('a', { kind: 'label', label: '706' })];
    expect(ids(before, leaves)).toEqual(['705', '706']);
    expect(ids([sheet('a'), sheet('a', { kind: 'label', label: '706 verso' })], leaves)).toEqual([
      undefined,
      '706v',
    ]);
  });

  it('is none, rather than the first, if nothing tells', () => {
    expect(ids([sheet('translation.html')], leaves)).toEqual([undefined]);
  });

  it('is the only page there is', () => {
    expect(ids([sheet('translation.html')], [leaf('1')])).toEqual(['1']);
  });
});
