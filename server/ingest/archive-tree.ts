import { readdir, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { Failure } from '../model/failure.ts';
import { isIdentifier } from '../model/identifier.ts';
import type { Problem } from '../model/problem.ts';
import { compareNaturally } from '../language/natural-order.ts';

/** A folder under `manifests/`, by its path from there with forward slashes; `''` is `manifests/` itself. */
export type FoundCollection = { id: string; parent: string | undefined; folder: string; described: boolean };
export type FoundDocument = { id: string; collection: string; folder: string };

export type ArchiveTree = {
  collections: readonly FoundCollection[];
  documents: readonly FoundDocument[];
  problems: readonly Problem[];
};

const DEEPEST = 32;

/**
 * Finds the documents (folders with a document.yaml) and collections (the folders around them), in natural
 * order. Links are followed as long as they stay inside the archive.
 *
 * @param archive the folder that holds `manifests/` and `images/`.
 * @throws Failure `archive-not-found`
 */
export async function findArchiveTree(archive: string): Promise<ArchiveTree> {
  const top = join(archive, 'manifests');
  const root = await realpath(top).catch(() => undefined);
  if (root === undefined) {
    throw new Failure('archive-not-found', {
      message: `There is no folder ${top}. An archive is a folder with manifests/ and images/ in it`,
    });
  }
  const found = {
    collections: Array<FoundCollection>(),
    documents: Array<FoundDocument>(),
    problems: Array<Problem>(),
  };
  await walk('', undefined, 0);
  return { ...found, collections: withDocuments(found.collections, found.documents) };

  async function walk(folder: string, parent: string | undefined, depth: number): Promise<void> {
    const names = await listFolder(join(top, folder));
    const id = folder === '' ? 'top' : (folder.split('/').at(-1) ?? '');
    const isDocument = names.files.includes('document.yaml');
    if (isDocument && folder !== '') {
      addDocument(id, folder, parent ?? 'top');
      return;
    }
    if (!addCollection(id, folder, parent, names.files.includes('collection.yaml'))) return;
    for (const name of names.folders) {
      const path = folder === '' ? name : `${folder}/${name}`;
      if (depth >= DEEPEST) {
        report('file-unused', path, `Folders deeper than ${DEEPEST} levels are not read.`);
      } else if (await isInside(join(top, path))) {
        await walk(path, id, depth + 1);
      } else {
        report('file-unused', path, 'This link leads out of the archive and is not followed.');
      }
    }
  }

  function addDocument(id: string, folder: string, collection: string): void {
    const twin = found.documents.find((document) => document.id === id);
    if (!isIdentifier(id)) return refuseName(folder, id, 'document');
    if (twin !== undefined) {
      return report(
        'id-duplicate',
        folder,
        `The id "${id}" belongs to manifests/${twin.folder} already; an id is a folder's name and stands once in the archive. Rename this folder.`,
      );
    }
    found.documents.push({ id, folder, collection });
  }

  function addCollection(
    id: string,
    folder: string,
    parent: string | undefined,
    described: boolean,
  ): boolean {
    const twin = found.collections.find((collection) => collection.id === id);
    if (folder !== '' && !isIdentifier(id)) {
      refuseName(folder, id, 'collection');
      return false;
    }
    if (twin !== undefined) {
      report(
        'id-duplicate',
        folder,
        twin.folder === ''
          ? 'The id "top" is that of the whole archive. Rename this folder.'
          : `The id "${id}" belongs to the collection manifests/${twin.folder} already. Rename this folder.`,
      );
      return false;
    }
    found.collections.push({ id, parent, folder, described });
    return true;
  }

  function refuseName(folder: string, id: string, what: string): void {
    report(
      'id-invalid',
      folder,
      `A folder's name is the ${what}'s id: lower-case letters, digits and single hyphens. "${id}" is not.`,
    );
  }

  function report(code: Problem['code'], folder: string, message: string): void {
    found.problems.push({ severity: 'error', code, file: `manifests/${folder}`, message });
  }

  /** A link may point anywhere, even at a folder around itself: only real paths below the root count. */
  async function isInside(path: string): Promise<boolean> {
    const real = await realpath(path).catch(() => '');
    return real.startsWith(`${root}${sep}`) && !path.startsWith(`${real}${sep}`);
  }
}

/** Names in natural order; hidden ones are left out; links are what they lead to. */
export async function listFolder(folder: string): Promise<{ files: string[]; folders: string[] }> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const files: string[] = [];
  const folders: string[] = [];
  for (const entry of entries) {
    if (entry.name.startsWith('.')) continue;
    const target = entry.isSymbolicLink()
      ? await stat(join(folder, entry.name)).catch(() => undefined)
      : entry;
    if (target?.isDirectory() === true) folders.push(entry.name);
    else if (target?.isFile() === true) files.push(entry.name);
  }
  return { files: files.sort(compareNaturally), folders: folders.sort(compareNaturally) };
}

/** A folder that holds neither a document nor a description is no collection. */
function withDocuments(
  collections: readonly FoundCollection[],
  documents: readonly FoundDocument[],
): FoundCollection[] {
  return collections.filter(
    ({ folder, described }) =>
      folder === '' ||
      described ||
      documents.some((document) => document.folder.startsWith(`${folder}/`)) ||
      collections.some((inner) => inner.described && inner.folder.startsWith(`${folder}/`)),
  );
}
