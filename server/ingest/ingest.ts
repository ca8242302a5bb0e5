import { join } from 'node:path';
import { compareNaturally } from '../language/natural-order.ts';
import type { CollectionRecord } from '../model/collection.ts';
import { Failure } from '../model/failure.ts';
import type { Problem } from '../model/problem.ts';
import type { IngestedCollection, Store } from '../store/store.ts';
import { findArchiveTree, type ArchiveTree, type FoundCollection } from './archive-tree.ts';
import { collectionSchema } from './collection-schema.ts';
import { FileStamps } from './file-stamps.ts';
import { ingestDocument, type DocumentResult, type IngestContext, type PageWork } from './ingest-document.ts';
import { listFolder } from './list-folder.ts';
import { Pool } from './pool.ts';
import { readAuthorities } from './read-authorities.ts';
import { readInstitution } from './read-institution.ts';
import type { Scans } from './scans.ts';
import { unknownReferences } from './unknown-references.ts';
import { readYaml, readYamlFile, type YamlResult } from './yaml-file.ts';

export type IngestReport = {
  documents: { created: number; updated: number; unchanged: number; refused: number; gone: number };
  /** `unreadable`: files that could not be read or written, whether in this run or in an earlier one. */
  scans: { built: number; kept: number; unreadable: number };
  problems: readonly Problem[];
  /** Milliseconds. */
  took: number;
};

/** What happened just now, for a progress bar. */
export type IngestEvent =
  | { kind: 'found'; documents: number; scans: number }
  | { kind: 'scan'; did: PageWork }
  | { kind: 'document'; id: string; change: DocumentResult['change'] };

type Options = {
  archive: string;
  store: Store;
  scans: Scans;
  /** Documents read at the same time. */
  concurrency: number;
  /** Retire the last documents too, when none is left in the archive. */
  acceptEmpty?: boolean;
  onEvent?: (event: IngestEvent) => void;
};

/**
 * Brings the store up to the archive's folders: what is new is added, what changed is read again, what is gone
 * is retired. Each document is one transaction, so a run that is cut off is continued by running it again.
 *
 * @throws Failure `archive-not-found`, and `store-unusable` if the store cannot be read.
 */
export async function ingest({
  archive,
  store,
  scans,
  concurrency,
  acceptEmpty = false,
  onEvent,
}: Options): Promise<IngestReport> {
  const started = performance.now();
  const tree = await findArchiveTree(archive);
  const states = await store.ingestStates();
  if (tree.documents.length === 0 && states.size > 0 && !acceptEmpty) {
    throw new Failure('archive-not-found', {
      message: `${join(archive, 'manifests')} holds no document, but ${states.size} were ingested from there before. Nothing was changed; if they are really gone, run it with --accept-empty`,
    });
  }
  const report: IngestReport = {
    documents: { created: 0, updated: 0, unchanged: 0, refused: 0, gone: 0 },
    scans: { built: 0, kept: 0, unreadable: 0 },
    problems: [],
    took: 0,
  };
  const { collections, problems } = await readCollections(tree, archive);
  const problemsOf = new Map<string, readonly Problem[]>();
  const context: IngestContext = {
    archive,
    store,
    scans,
    stamps: new FileStamps(archive, await store.fileStamps()),
    present: new Set(tree.documents.map(({ id }) => id)),
    onPage: (did) => {
      if (did !== 'failed') report.scans[did] += 1;
      onEvent?.({ kind: 'scan', did });
    },
  };
  onEvent?.({ kind: 'found', documents: tree.documents.length, scans: await countScans(tree, archive) });
  // What lies in a folder that cannot be read is unknown, and so is the tree: the one before it stays.
  if (tree.unreadable.length === 0 || states.size === 0)
    await store.putCollections(collectionTree(collections));

  const institution = await readInstitution(archive, store);
  const authorities = await readAuthorities(archive, store);

  const positions = arrange(
    tree.documents.map(({ id, collection }) => ({ id, home: collection })),
    collections,
  );
  const pool = new Pool(concurrency);
  await Promise.all(
    tree.documents.map((found) =>
      pool.run(async () => {
        const result = await attempt(found, positions.get(found.id) ?? 0, states.get(found.id), context);
        report.documents[result.change] += 1;
        problemsOf.set(found.id, result.problems);
        onEvent?.({ kind: 'document', id: found.id, change: result.change });
      }),
    ),
  );
  const unreadable = (folder: string) =>
    tree.unreadable.some((closed) => closed === '' || folder === closed || folder.startsWith(`${closed}/`));
  for (const [id, { folder }] of states) {
    if (context.present.has(id) || unreadable(folder) || (await store.document(id))?.state !== 'present')
      continue;
    await store.retireDocument(id);
    report.documents.gone += 1;
  }
  await store.arrange([...positions].map(([document, position]) => ({ document, position })));
  const all = [
    ...tree.problems,
    ...problems,
    ...institution,
    ...authorities.problems,
    ...tree.documents.flatMap(({ id }) => problemsOf.get(id) ?? []),
    ...(await unknownReferences(authorities.kinds, tree.documents, store)),
  ];
  return {
    ...report,
    scans: { ...report.scans, unreadable: unreadableScans(all) },
    problems: all,
    took: performance.now() - started,
  };
}

function unreadableScans(problems: readonly Problem[]): number {
  const files = problems.flatMap(({ severity, file }) =>
    severity === 'error' && file.startsWith('images/') ? [file] : [],
  );
  return new Set(files).size;
}

/** One document's trouble is not the others'. */
async function attempt(
  ...[found, position, known, context]: Parameters<typeof ingestDocument>
): Promise<DocumentResult> {
  try {
    return await ingestDocument(found, position, known, context);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const code = error.code === 'file-unreadable' ? 'file-unreadable' : 'write-failed';
    const file = `manifests/${found.folder}`;
    return { change: 'refused', problems: [{ severity: 'error', code, file, message: error.message }] };
  }
}

type ReadCollection = { found: FoundCollection; record: CollectionRecord };

async function readCollections(
  tree: ArchiveTree,
  archive: string,
): Promise<{ collections: ReadCollection[]; problems: Problem[] }> {
  const problems: Problem[] = [];
  const collections: ReadCollection[] = [];
  for (const found of tree.collections) {
    const stock = {
      title: found.id === 'top' ? { en: ['Archive'], ru: ['Архив'] } : { none: [found.id] },
      order: [],
    };
    const file = ['manifests', found.folder, 'collection.yaml'].filter((part) => part !== '').join('/');
    const read = found.described ? await readDescription(join(archive, file)) : undefined;
    problems.push(...(read?.problems ?? []).map((problem) => ({ ...problem, file })));
    collections.push({ found, record: read?.value ?? stock });
  }
  return { collections, problems };
}

function collectionTree(collections: readonly ReadCollection[]): IngestedCollection[] {
  const positions = arrange(
    collections.map(({ found }) => ({ id: found.id, home: found.parent })),
    collections,
  );
  return collections.map(({ found: { id, parent, folder }, record }) => ({
    id,
    parent,
    folder,
    record,
    position: positions.get(id) ?? 0,
  }));
}

async function readDescription(file: string): Promise<YamlResult<CollectionRecord>> {
  try {
    return readYaml(await readYamlFile(file), collectionSchema);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const problem = { severity: 'error', code: 'file-unreadable', message: error.reason } as const;
    return { value: undefined, problems: [problem] };
  }
}

/** Places among siblings: as the collection's `order` says, then in natural order of names. */
function arrange(
  members: readonly { id: string; home: string | undefined }[],
  collections: readonly ReadCollection[],
): Map<string, number> {
  const siblings = new Map<string | undefined, string[]>();
  for (const { id, home } of members) {
    const ids = siblings.get(home);
    if (ids === undefined) siblings.set(home, [id]);
    else ids.push(id);
  }
  const orders = new Map(collections.map(({ found, record }) => [found.id, record.order]));
  return new Map(
    [...siblings].flatMap(([home, ids]) =>
      inOrder(ids, orders.get(home ?? '') ?? []).map((id, position): [string, number] => [id, position]),
    ),
  );
}

function inOrder(ids: readonly string[], order: readonly string[]): string[] {
  const ranks = new Map(order.map((id, rank) => [id, rank]));
  const rank = (id: string) => ranks.get(id) ?? order.length;
  return [...ids].sort((a, b) => rank(a) - rank(b) || compareNaturally(a, b));
}

async function countScans({ documents }: ArchiveTree, archive: string): Promise<number> {
  const scans = join(archive, 'images');
  let count = 0;
  for (const { folder } of documents) {
    const listing = await listFolder(join(scans, folder), scans).catch(() => undefined);
    count += listing?.files.length ?? 0;
  }
  return count;
}
