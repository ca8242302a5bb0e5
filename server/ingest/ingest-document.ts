import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { ContentsEntry, DocumentRecord } from '../model/document.ts';
import type { Page } from '../model/page.ts';
import type { Problem } from '../model/problem.ts';
import type { Change, IngestState, Store, StoredDocument } from '../store/store.ts';
import { alignmentSchema, type AlignmentFile } from './alignment-schema.ts';
import type { FoundDocument } from './archive-tree.ts';
import { documentSchema, type DocumentFile } from './document-schema.ts';
import type { FileStamps } from './file-stamps.ts';
import { listFolder } from './list-folder.ts';
import { listPages, type PlannedPage } from './page-list.ts';
import { preparePage } from './prepare-page.ts';
import type { SourcePart } from '../pyramid/source-image.ts';
import { readTexts } from './read-texts.ts';
import type { Scans } from './scans.ts';
import { listTexts, type TextFolder } from './text-list.ts';
import { checkIds, takeOverFormer } from './former-ids.ts';
import { readYaml, readYamlFile } from './yaml-file.ts';

/** Part of every fingerprint: raise it when the same files would be read differently. */
const READING = 6;

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
  problems: readonly Problem[];
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
  const read = readYaml(await readYamlFile(join(context.archive, described)), documentSchema);
  if (read.value === undefined) {
    const problems = read.problems.map((problem) => ({ ...problem, file: described }));
    // What may no longer be shown is withdrawn; any other mistake leaves what is published alone.
    if (problems.some(({ code }) => code === 'access-refused')) await context.store.retireDocument(found.id);
    return { change: 'refused', problems };
  }
  const alignment = await readAlignment(files, context);
  if (alignment.value === undefined) return { change: 'refused', problems: alignment.problems };
  const ids = await checkIds(found.id, read.value, described, context);
  if (!ids.free) return { change: 'refused', problems: ids.problems };
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
  if (lostAllScans(before, read.value, planned.pages)) {
    return { change: 'refused', problems: [allScansGone(files.images), ...files.problems, ...ids.problems] };
  }
  const scanned = await Promise.all(
    planned.pages.map((page) => preparePage(page, { document: found.id, folder: files.images }, context)),
  );
  const unwritten = scanned.flatMap(({ problems }) => problems).filter(({ code }) => code === 'write-failed');
  // A full disk says nothing of the archive: what is published stays, and the next run tries again.
  if (unwritten.length > 0) return { change: 'refused', problems: unwritten };
  const pages = scanned.map(({ page }) => page);
  const textList = listTexts(read.value.texts, files.text);
  const where = {
    ...{ archive: context.archive, folder: files.manifests, document: found.id },
    alignment: alignment.value,
  };
  const { texts, problems: textProblems } = await readTexts(textList.texts, pages, where, context.store);
  const problems = [
    ...files.problems,
    ...ids.problems,
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
    record: recordOf(read.value, ids.formerly),
    pages,
    texts,
    fingerprint,
    problems,
  });
  await context.store.putFileStamps(context.stamps.takeFresh(files.all));
  return { change, problems };
}

/** As with a description: one with a mistake in it leaves the links that are published alone. */
async function readAlignment(
  { manifests, text }: Files,
  { archive }: IngestContext,
): Promise<{ value: AlignmentFile | undefined; problems: Problem[] }> {
  if (!text.files.includes('alignment.yaml')) return { value: {}, problems: [] };
  const file = `${manifests}/alignment.yaml`;
  const { value, problems } = readYaml(await readYamlFile(join(archive, file)), alignmentSchema);
  return { value, problems: problems.map((problem) => ({ ...problem, file })) };
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
  const [texts, pictures] = [join(archive, 'manifests'), join(archive, 'images')];
  const own = await listFolder(join(archive, manifests), texts);
  const scans = await listFolder(join(archive, images), pictures);
  const opened = new Map<string, readonly string[]>();
  const problems = [
    ...own.outside.map((name) => unfollowed(`${manifests}/${name}`)),
    ...scans.outside.map((name) => unfollowed(`${images}/${name}`)),
  ];
  for (const name of own.folders) {
    const inner = await listFolder(join(archive, manifests, name), texts);
    opened.set(name, inner.files);
    problems.push(...inner.outside.map((file) => unfollowed(`${manifests}/${name}/${file}`)));
    if (inner.files.includes('document.yaml')) problems.push(nested(`${manifests}/${name}`));
  }
  const inner = [...opened].flatMap(([name, names]) => names.map((file) => `${name}/${file}`));
  const all = [
    ...[...own.files, ...inner].map((file) => `${manifests}/${file}`),
    ...scans.files.map((file) => `${images}/${file}`),
  ];
  const text = { path: manifests, files: own.files, folders: opened };
  return { manifests, images, text, scans: scans.files, all, problems };
}

function unfollowed(file: string): Problem {
  const message = 'This link leads out of the archive, or nowhere, and is not followed.';
  return { severity: 'error', code: 'file-unused', file, message };
}

function nested(file: string): Problem {
  const message = 'A document cannot be inside another one; move this folder beside it.';
  return { severity: 'error', code: 'file-unused', file, message };
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

/** An empty or unmounted folder of scans must not take the scans of a published document away. */
function lostAllScans(
  before: StoredDocument | undefined,
  file: DocumentFile,
  pages: readonly PlannedPage[],
): boolean {
  const had = before?.state === 'present' && before.pages.some(({ image }) => image !== undefined);
  const said = file.pages?.every(({ missing }) => missing) === true;
  return had && !said && pages.every(({ scan }) => scan === undefined);
}

function allScansGone(file: string): Problem {
  const message =
    'None of the scans that this document had is there. Nothing was changed; if they are really gone, list its pages with missing: true.';
  return { severity: 'error', code: 'file-missing', file, message };
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

function recordOf(file: DocumentFile, formerly: readonly string[]): DocumentRecord {
  const { pages, texts, ...record } = file;
  return { ...record, formerly };
}
