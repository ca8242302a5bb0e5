import { parse as parsePath } from 'node:path';
import { Failure } from '../model/failure.ts';
import type { Problem, ProblemCode } from '../model/problem.ts';
import type { SourcePart } from '../pyramid/source-image.ts';
import { makeIdentifier } from '../language/slug.ts';
import type { PageEntry } from './document-schema.ts';

/** A page before its scan is worked on. */
export type PlannedPage = { id: string; folio: string; scan?: PlannedScan };

/** `file`: name in the document's image folder; `part`: which picture in it. */
export type PlannedScan = { file: string; part: SourcePart };

export type PageList = { pages: PlannedPage[]; problems: Problem[] };

type Folder = {
  /** Archive-relative, `images/...`. */
  path: string;
  /** In natural order. */
  files: readonly string[];
  /** Headers only. @throws Failure */
  inspect: (file: string) => Promise<SourcePart[]>;
};

const SCAN = /\.(jpe?g|png|tiff?|webp|gif|avif|jp2|j2k|jpx|bmp|hei[cf])$/i;

/**
 * The pages of a document: as document.yaml lists them, else every picture of its image folder. A leaf whose
 * scan is not held or cannot be read is still a page.
 *
 * @param described archive-relative path of the document.yaml, for problems.
 */
export async function listPages(
  entries: readonly PageEntry[] | undefined,
  folder: Folder,
  described: string,
): Promise<PageList> {
  const list: PageList = { pages: [], problems: [] };
  const used = new Set<string>();
  const parts = new Map<string, Promise<SourcePart[]>>();

  if (entries === undefined) for (const file of folder.files) await addFile(file);
  else for (const [index, entry] of entries.entries()) await addEntry(entry, index);
  if (entries !== undefined) for (const file of folder.files) if (!used.has(file)) reportUnused(file);
  if (list.pages.length === 0) addLoneLeaf();
  return list;

  /** Presentation API 3.0 §5.2: a manifest has at least one canvas. */
  function addLoneLeaf(): void {
    list.pages.push({ id: '1', folio: '1' });
    const message =
      'The document has no pages; one leaf is taken to be there, not held. Name its leaves under pages:.';
    report('warning', 'image-missing', described, message);
  }

  async function addFile(file: string): Promise<void> {
    const stem = parsePath(file).name;
    const found = await inspect(file);
    // A picture that cannot be read is a leaf all the same; a PDF or a spreadsheet is not.
    if (found.length === 0 && SCAN.test(file)) add({ id: makeIdentifier(stem), folio: stem }, file);
    for (const [index, part] of found.entries()) {
      const several = found.length > 1;
      const id = makeIdentifier(several ? `${stem}-${index + 1}` : stem);
      add({ id, folio: several ? `${stem}, ${index + 1}` : stem, scan: { file, part } }, file);
    }
  }

  async function addEntry(entry: PageEntry, index: number): Promise<void> {
    const at = `pages[${index + 1}]`;
    const named = /^(.*?)(?:#(\d+))?$/.exec(entry.image ?? fileNamed(entry.id ?? entry.folio) ?? '');
    const file = named?.[1] ?? '';
    const id =
      entry.id ?? makeIdentifier(entry.folio ?? (file === '' ? `page-${index + 1}` : parsePath(file).name));
    const folio = entry.folio ?? entry.id ?? (file === '' ? String(index + 1) : parsePath(file).name);
    const scan = entry.missing ? undefined : await scanOf(file, named?.[2], at);
    add({ id, folio, ...(scan === undefined ? {} : { scan }) }, at);
  }

  async function scanOf(
    file: string,
    number: string | undefined,
    at: string,
  ): Promise<PlannedScan | undefined> {
    if (file === '') {
      report(
        'warning',
        'image-missing',
        described,
        'No scan is named. If the leaf is not held, say missing: true.',
        at,
      );
      return undefined;
    }
    if (!folder.files.includes(file)) {
      report('error', 'file-missing', described, `There is no file ${folder.path}/${file}.`, at);
      return undefined;
    }
    used.add(file);
    const found = await inspect(file);
    const wanted = number === undefined ? 1 : Number(number);
    const part = found[wanted - 1];
    if (part !== undefined) return { file, part };
    if (found.length > 0) {
      report(
        'error',
        'yaml-bad-value',
        described,
        `${file} has ${found.length} pages, so there is no #${wanted}.`,
        at,
      );
    }
    return undefined;
  }

  /** A file may be inspected for several entries; what is wrong with it is said once. */
  function inspect(file: string): Promise<SourcePart[]> {
    const known = parts.get(file);
    if (known !== undefined) return known;
    const inspecting = folder.inspect(file).catch((error: unknown) => {
      if (!(error instanceof Failure)) throw error;
      // Thumbs.db and the like are nobody's leaf; a picture or a PDF was meant to be one.
      const meant = SCAN.test(file) || /\.pdf$/i.test(file) || entries !== undefined;
      report(meant ? 'error' : 'warning', problemCodeOf(error), `${folder.path}/${file}`, error.reason);
      return [];
    });
    parts.set(file, inspecting);
    return inspecting;
  }

  function fileNamed(stem: string | undefined): string | undefined {
    return stem === undefined ? undefined : folder.files.find((file) => parsePath(file).name === stem);
  }

  function add(page: PlannedPage, from: string): void {
    if (list.pages.some(({ id }) => id === page.id)) {
      const where = entries === undefined ? `${folder.path}/${from}` : described;
      report(
        'error',
        'id-duplicate',
        where,
        `A page with the id "${page.id}" is there already; this one is left out. Give it an id of its own in document.yaml.`,
        from,
      );
      return;
    }
    list.pages.push(page);
  }

  function reportUnused(file: string): void {
    report('warning', 'file-unused', `${folder.path}/${file}`, 'No page of document.yaml names this file.');
  }

  function report(
    severity: Problem['severity'],
    code: ProblemCode,
    file: string,
    message: string,
    at?: string,
  ): void {
    list.problems.push({ severity, code, file, message, ...(at === undefined ? {} : { at }) });
  }
}

export function problemCodeOf(failure: Failure): ProblemCode {
  switch (failure.code) {
    case 'image-file-unsupported':
      return 'image-unsupported';
    case 'image-file-too-large':
      return 'image-too-large';
    case 'write-failed':
      return 'write-failed';
    case 'file-unreadable':
      return 'file-unreadable';
    default:
      return 'image-damaged';
  }
}
