import { describe, expect, it } from 'vitest';
import { listPages, type PageList } from '../../../server/ingest/page-list.ts';
import type { PageEntry } from '../../../server/ingest/document-schema.ts';
import { Failure } from '../../../server/model/failure.ts';
import type { SourcePart } from '../../../server/pyramid/source-image.ts';

const part = (number: number): SourcePart => ({
  part: number,
  width: 10,
  height: 20,
  orientation: 1,
  profile: 'none',
});

function inspect(file: string): Promise<SourcePart[]> {
  if (file.startsWith('bad')) return Promise.reject(new Failure('image-file-damaged', `${file} is damaged`));
  if (file.endsWith('.pdf'))
    return Promise.reject(new Failure('image-file-unsupported', 'PDF is not read yet'));
  return Promise.resolve(file.startsWith('multi') ? [part(0), part(2)] : [part(0)]);
}

const list = (entries: Partial<PageEntry>[] | undefined, files: string[]): Promise<PageList> =>
  listPages(
    entries?.map((entry) => ({ missing: false, ...entry })),
    { path: 'images/d', files, inspect },
    'manifests/d/document.yaml',
  );
const ids = ({ pages }: PageList) =>
  pages.map(({ id, folio, scan }) => [id, folio, scan?.file, scan?.part.part]);
const codes = ({ problems }: PageList) => problems.map(({ severity, code }) => `${severity} ${code}`);

describe('pages that nobody listed', () => {
  it('are the pictures of the folder, named after their files', async () => {
    const pages = await list(undefined, ['705.tif', 'Лист 706.jpg']);
    expect(ids(pages)).toEqual([
      ['705', '705', '705.tif', 0],
      ['list-706', 'Лист 706', 'Лист 706.jpg', 0],
    ]);
  });

  it('are taken out of a file of several pages', async () => {
    expect(ids(await list(undefined, ['multi.tif']))).toEqual([
      ['multi-1', 'multi, 1', 'multi.tif', 0],
      ['multi-2', 'multi, 2', 'multi.tif', 2],
    ]);
  });

  it('are leaves even where the picture is damaged, but a PDF is none', async () => {
    const pages = await list(undefined, ['bad.jpg', 'notes.pdf']);
    expect(ids(pages)).toEqual([['bad', 'bad', undefined, undefined]]);
    expect(codes(pages)).toEqual(['error image-damaged', 'error image-unsupported']);
  });

  it('are one leaf not held where there is no picture at all', async () => {
    const pages = await list(undefined, []);
    expect(ids(pages)).toEqual([['1', '1', undefined, undefined]]);
    expect(codes(pages)).toEqual(['warning image-missing']);
  });

  it('cannot have the same id twice', async () => {
    const pages = await list(undefined, ['1.jpg', '1.tif']);
    expect(ids(pages)).toEqual([['1', '1', '1.jpg', 0]]);
    expect(codes(pages)).toEqual(['error id-duplicate']);
  });
});

describe('pages that document.yaml lists', () => {
  it('are in its order, with its folios', async () => {
    const pages = await list(
      [{ id: 'b', image: '2.jpg', folio: '12 verso' }, { image: '1.jpg' }],
      ['1.jpg', '2.jpg'],
    );
    expect(ids(pages)).toEqual([
      ['b', '12 verso', '2.jpg', 0],
      ['1', '1', '1.jpg', 0],
    ]);
    expect(pages.problems).toEqual([]);
  });

  it('find the picture that is called as they are', async () => {
    expect(ids(await list([{ id: '705' }], ['705.tif']))).toEqual([['705', '705', '705.tif', 0]]);
  });

  it('may be a part of a file', async () => {
    const pages = await list(
      [
        { id: 'a', image: 'multi.tif#2' },
        { id: 'b', image: 'multi.tif#3' },
      ],
      ['multi.tif'],
    );
    expect(ids(pages)).toEqual([
      ['a', 'a', 'multi.tif', 2],
      ['b', 'b', undefined, undefined],
    ]);
    expect(codes(pages)).toEqual(['error yaml-bad-value']);
  });

  it('may be missing, and say so', async () => {
    const pages = await list([{ id: '705', missing: true }, { id: '706' }], []);
    expect(ids(pages).map(([id]) => id)).toEqual(['705', '706']);
    expect(pages.problems).toMatchObject([{ code: 'image-missing', at: 'pages[2]' }]);
  });

  it('report a file that is not there, one that is not used, and an id given twice', async () => {
    const pages = await list(
      [
        { id: 'a', image: 'x.jpg' },
        { id: 'a', image: '1.jpg' },
      ],
      ['1.jpg', '2.jpg'],
    );
    expect(codes(pages)).toEqual(['error file-missing', 'error id-duplicate', 'warning file-unused']);
    expect(ids(pages)).toEqual([['a', 'a', undefined, undefined]]);
  });
});
