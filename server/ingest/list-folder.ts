import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { compareNaturally } from '../language/natural-order.ts';
import { Failure } from '../model/failure.ts';

/** `outside`: links that lead out of the root, and those that lead nowhere. */
export type Listing = { files: string[]; folders: string[]; outside: string[] };

/**
 * What is in a folder, in natural order; hidden names are left out, and so is what is neither file nor folder.
 * A folder that is not there is empty. Links are what they lead to, as long as that is inside the root:
 * otherwise whoever may put a link into an archive could publish any file of the machine.
 *
 * @throws Failure `file-unreadable`
 */
export async function listFolder(folder: string, root: string): Promise<Listing> {
  const listing: Listing = { files: [], folders: [], outside: [] };
  for (const entry of await entriesOf(folder)) {
    if (entry.name.startsWith('.')) continue;
    const target = entry.isSymbolicLink() ? await targetOf(join(folder, entry.name), root) : entry;
    if (target === undefined) listing.outside.push(entry.name);
    else if (target.isDirectory()) listing.folders.push(entry.name);
    else if (target.isFile()) listing.files.push(entry.name);
  }
  for (const names of Object.values(listing)) names.sort(compareNaturally);
  return listing;
}

async function entriesOf(folder: string): Promise<Dirent[]> {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR'))
      return [];
    throw new Failure(
      'file-unreadable',
      {
        place: folder,
        message: `This folder cannot be read (${error instanceof Error ? error.message : String(error)})`,
      },
      { cause: error },
    );
  }
}

async function targetOf(link: string, root: string) {
  const [target, top] = await Promise.all([link, root].map((path) => realpath(path).catch(() => undefined)));
  if (target === undefined || top === undefined) return undefined;
  return target === top || target.startsWith(`${top}${sep}`)
    ? stat(target).catch(() => undefined)
    : undefined;
}
