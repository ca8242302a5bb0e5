import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findArchiveTree } from '../../../server/ingest/archive-tree.ts';
import { writeArchive } from '../../support/archive.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const TITLE = 'title: A';

describe('the tree of an archive', () => {
  it('is made of folders with a document.yaml and those around them, in natural order', async () => {
    const archive = await writeArchive(temporaryFolder(), {
      'manifests/README.md': 'x',
      'manifests/fond-7/collection.yaml': TITLE,
      'manifests/fond-7/opis-3/d10/document.yaml': TITLE,
      'manifests/fond-7/opis-3/d9/document.yaml': TITLE,
      'manifests/alone/document.yaml': TITLE,
      'manifests/empty/notes.txt': 'x',
    });
    const tree = await findArchiveTree(archive);
    expect(tree.problems).toEqual([]);
    expect(tree.collections.map(({ id, parent, folder }) => [id, parent, folder])).toEqual([
      ['top', undefined, ''],
      ['fond-7', 'top', 'fond-7'],
      ['opis-3', 'fond-7', 'fond-7/opis-3'],
    ]);
    expect(tree.documents).toEqual([
      { id: 'alone', folder: 'alone', collection: 'top' },
      { id: 'd9', folder: 'fond-7/opis-3/d9', collection: 'opis-3' },
      { id: 'd10', folder: 'fond-7/opis-3/d10', collection: 'opis-3' },
    ]);
  });

  it('says that there is none', async () => {
    await expect(findArchiveTree(join(temporaryFolder(), 'nowhere'))).rejects.toMatchObject({
      code: 'archive-not-found',
    });
  });

  it('reports an id that stands twice and names that are no ids', async () => {
    const archive = await writeArchive(temporaryFolder(), {
      'manifests/a/letter/document.yaml': TITLE,
      'manifests/b/letter/document.yaml': TITLE,
      'manifests/b/Letter 2/document.yaml': TITLE,
      'manifests/b/a/x/document.yaml': TITLE,
      'manifests/top/y/document.yaml': TITLE,
    });
    const { documents, problems } = await findArchiveTree(archive);
    expect(documents.map(({ folder }) => folder)).toEqual(['a/letter']);
    expect(problems.map(({ code, file }) => `${code} ${file}`).sort()).toEqual([
      'id-duplicate manifests/b/a',
      'id-duplicate manifests/b/letter',
      'id-duplicate manifests/top',
      'id-invalid manifests/b/Letter 2',
    ]);
  });

  it('follows links inside the archive and no others', async () => {
    const outside = await writeArchive(temporaryFolder(), { 'secret/document.yaml': TITLE });
    const archive = await writeArchive(temporaryFolder(), { 'manifests/store/one/document.yaml': TITLE });
    symlinkSync(join(outside, 'secret'), join(archive, 'manifests', 'stolen'));
    symlinkSync(join(archive, 'manifests'), join(archive, 'manifests', 'store', 'round'));
    mkdirSync(join(archive, 'manifests', 'fond'));
    symlinkSync(join(archive, 'manifests', 'store', 'one'), join(archive, 'manifests', 'fond', 'two'));
    const { documents, problems } = await findArchiveTree(archive);
    expect(documents.map(({ id }) => id).sort()).toEqual(['one', 'two']);
    expect(problems.map(({ file }) => file).sort()).toEqual(['manifests/stolen', 'manifests/store/round']);
  });
});
