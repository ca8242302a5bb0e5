import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ContentsEntry, DocumentRecord } from '../model/document.ts';
import type { Page } from '../model/page.ts';
import type { Problem } from '../model/problem.ts';
import type { Change, IngestState, Store } from '../store/store.ts';
import { listFolder, type FoundDocument } from './archive-tree.ts';
import { documentSchema, type DocumentFile } from './document-schema.ts';
import type { FileStamps } from './file-stamps.ts';
import { listPages } from './page-list.ts';
import { preparePage } from './prepare-page.ts';
import type { SourcePart } from '../pyramid/source-image.ts';
import { readTexts } from './read-texts.ts';
import type { Scans } from './scans.ts';
import { listTexts, type TextFolder } from './text-list.ts';
import { readYaml } from './yaml-file.ts';

/** Part of every fingerprint: raise it when the same files would be read differently. */
const READING = 1;

export type PageWork = 'built' | 'kept' | 'failed';

export type IngestContext = {
  archive: string;
  store: Store;
  stamps: FileStamps;
  scans: Scans;
  /** Ids of all documents that have a folder now. */
  present: ReadonlySet<string>;
  /** A page counts once, however it went. */
  onPage: (did: PageWork) => void;
};

export type DocumentResult = { change: Change | 'refused'; problems: readonly Problem[] };

type Files = {
  manifests: string;
  images: string;
  text: TextFolder;
  scans: readonly string[];
  all: readonly string[];
};

/**
 * Reads one document and writes it to the store, unless its files are those of the last time. A description
 * with a mistake in it changes nothing: what was there before stays.
 *
 * @param known what the store has of it.
 */
export async function ingestDocument(
  found: FoundDocument,
  position: number,
  known: IngestState | undefined,
  context: IngestContext,
): Promise<DocumentResult> {
  const files = await listFiles(found, context.archive);
  const fingerprint = await fingerprintOf(found, files, context.stamps);
  if (known?.fingerprint === fingerprint && (await keptWhole(found.id, context))) {
    return { change: 'unchanged', problems: known.problems };
  }
  const described = `${files.manifests}/document.yaml`;
  const source = await readFile(join(context.archive, described), 'utf8');
  const read = readYaml(source, documentSchema);
  if (read.value === undefined) {
    const problems = read.problems.map((problem) => ({ ...problem, file: described }));
    // What may no longer be shown is withdrawn; any other mistake leaves what is published alone.
    if (problems.some(({ code }) => code === 'access-refused')) await context.store.retireDocument(found.id);
    return { change: 'refused', problems };
  }
  await takeOverFormer(found.id, read.value, context);
  const before = await context.store.document(found.id);
  const planned = await listPages(
    read.value.pages,
    {
      path: files.images,
      files: files.scans,
      inspect: (file) => inspectFile(join(context.archive, files.images, file), context),
    },
    described,
  );
  const scanned = await Promise.all(
    planned.pages.map((page) =>
      preparePage(page, { document: found.id, folder: files.images, before }, context),
    ),
  );
  const pages = scanned.map(({ page }) => page);
  const textList = listTexts(read.value.texts, files.text);
  const where = { archive: context.archive, folder: files.manifests, document: found.id };
  const { texts, problems: textProblems } = await readTexts(textList.texts, pages, where, context.store);
  const problems = [
    ...planned.problems,
    ...scanned.flatMap((page) => page.problems),
    ...textList.problems,
    ...textProblems,
    ...pageReferences(read.value, pages, described),
  ];
  const change = await context.store.putDocument({
    id: found.id,
    collection: found.collection,
    folder: found.folder,
    position,
    record: recordOf(read.value),
    pages,
    texts,
    // A write that failed may do better next time, with the same files.
    fingerprint: problems.some(({ code }) => code === 'write-failed') ? '' : fingerprint,
    problems,
  });
  await context.store.putFileStamps(context.stamps.takeFresh(files.all));
  return { change, problems };
}

async function inspectFile(file: string, { scans, onPage }: IngestContext): Promise<SourcePart[]> {
  try {
    return await scans.inspect(file);
  } catch (error) {
    onPage('failed');
    throw error;
  }
}

async function listFiles({ folder }: FoundDocument, archive: string): Promise<Files> {
  const manifests = `manifests/${folder}`;
  const images = `images/${folder}`;
  const { files, folders } = await listFolder(join(archive, manifests));
  const opened = new Map<string, readonly string[]>();
  for (const name of folders) opened.set(name, (await listFolder(join(archive, manifests, name))).files);
  const { files: scans } = await listFolder(join(archive, images));
  const inner = [...opened].flatMap(([name, names]) => names.map((file) => `${name}/${file}`));
  const all = [
    ...[...files, ...inner].map((file) => `${manifests}/${file}`),
    ...scans.map((file) => `${images}/${file}`),
  ];
  return { manifests, images, text: { path: manifests, files, folders: opened }, scans, all };
}

async function fingerprintOf(found: FoundDocument, files: Files, stamps: FileStamps): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify([READING, found]));
  for (const path of files.all) hash.update(`\n${path} ${await stamps.hash(path)}`);
  return hash.digest('hex');
}

/** The cache may be deleted at any time; then the pyramids are built again. */
async function keptWhole(id: string, { store, scans, onPage }: IngestContext): Promise<boolean> {
  const pages = (await store.document(id))?.pages ?? [];
  for (const { image } of pages) if (image !== undefined && !(await scans.has(image.key))) return false;
  for (const { image } of pages) if (image !== undefined) onPage('kept');
  return true;
}

/** A renamed folder that says what it was called takes over pages, texts and ids. */
async function takeOverFormer(
  id: string,
  file: DocumentFile,
  { store, present }: IngestContext,
): Promise<void> {
  if ((await store.document(id)) !== undefined) return;
  for (const former of file.formerly) {
    if (present.has(former) || (await store.document(former)) === undefined) continue;
    await store.renameDocument(former, id);
    return;
  }
}

/** Headings must lead to pages that are there. */
function pageReferences(file: DocumentFile, pages: readonly Page[], described: string): Problem[] {
  const names = new Set(pages.map(({ id }) => id));
  const check = (entries: readonly ContentsEntry[]): Problem[] =>
    entries.flatMap(({ page, children }) => [
      ...(names.has(page)
        ? []
        : [
            {
              severity: 'error' as const,
              code: 'reference-unknown' as const,
              file: described,
              at: 'contents',
              message: `The contents name the page "${page}", which is not there (there are ${[...names].slice(0, 12).join(', ')}).`,
            },
          ]),
      ...check(children),
    ]);
  return check(file.contents);
}

function recordOf({ pages, texts, ...record }: DocumentFile): DocumentRecord {
  return record;
}
