import { realpath } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { Failure } from '../model/failure.ts';
import { isIdentifier } from '../model/identifier.ts';
import type { Problem } from '../model/problem.ts';
import { listFolder } from './list-folder.ts';

/** A folder under `manifests/`, by its path from there with forward slashes; `''` is `manifests/` itself. */
export type FoundCollection = { id: string; parent: string | undefined; folder: string; described: boolean };
export type FoundDocument = { id: string; collection: string; folder: string };

export type ArchiveTree = {
  collections: readonly FoundCollection[];
  documents: readonly FoundDocument[];
  /** Folders that could not be looked into: nobody knows what is in them, so nothing there counts as gone. */
  unreadable: readonly string[];
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
    unreadable: Array<string>(),
    problems: Array<Problem>(),
  };
  await walk('', undefined, 0);
  return { ...found, collections: withDocuments(found.collections, found.documents) };

  async function walk(folder: string, parent: string | undefined, depth: number): Promise<void> {
    const names = await listFolder(join(top, folder), root ?? top).catch((error: unknown) => {
      if (!(error instanceof Failure)) throw error;
      found.unreadable.push(folder);
      report('file-unreadable', folder, error.reason);
      return undefined;
    });
    if (names === undefined) return;
    const id = folder === '' ? 'top' : (folder.split('/').at(-1) ?? '');
    const isDocument = names.files.includes('document.yaml');
    if (isDocument && folder === '') {
      report('file-unused', 'document.yaml', 'A document has a folder of its own; move this one into one.');
    }
    if (isDocument && folder !== '') {
      addDocument(id, folder, parent ?? 'top');
      return;
    }
    if (!addCollection(id, folder, parent, names.files.includes('collection.yaml'))) return;
    for (const name of names.outside) {
      const path = folder === '' ? name : `${folder}/${name}`;
      report('file-unused', path, 'This link leads out of the archive and is not followed.');
    }
    for (const name of names.folders) {
      const path = folder === '' ? name : `${folder}/${name}`;
      if (depth >= DEEPEST) {
        report('file-unused', path, `Folders deeper than ${DEEPEST} levels are not read.`);
      } else if (await isInside(join(top, path))) {
        await walk(path, id, depth + 1);
      } else {
        report('file-unused', path, 'This link leads back to a folder around it and is not followed.');
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
          ? 'The id "top" is that of the whole archive. Rename this folder; what is in it is not read.'
          : `The id "${id}" belongs to the collection manifests/${twin.folder} already. Rename this folder; what is in it is not read.`,
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
      `A folder's name is the ${what}'s id: lower-case letters, digits and single hyphens. "${id}" is not, so what is in it is not read.`,
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
