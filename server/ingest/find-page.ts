import { parse as parsePath } from 'node:path';
import type { Page } from '../model/page.ts';
import type { Sheet, SheetMark } from '../model/parsed-text.ts';

/** A sheet with the file it is from. */
export type FiledSheet = Sheet & { file: string };

/** What is known of a sheet's page: the page; or nothing, and whether the source promised one that is not there. */
export type FoundPage = { page: Page } | { page: undefined; missed?: string };

/**
 * Finds each sheet's page: by the text's own list; by what the sheet says of itself; by its file's name; by
 * order, if there are as many sheets as pages; and text before the first mark of the second page is the first's.
 * What is left stands on no page: never on the first one by default.
 */
export function findPages(
  sheets: readonly FiledSheet[],
  pages: readonly Page[],
  listed: readonly string[] | undefined,
): FoundPage[] {
  const found = sheets.map((sheet, index): FoundPage => {
    const name = listed?.[index];
    if (name !== undefined) return orMissed(byLabel(name, pages), name);
    const marked = byMark(sheet.mark, pages);
    if (marked !== undefined) return marked;
    const alone = sheets.filter(({ file }) => file === sheet.file).length === 1;
    return { page: (alone ? byStem(sheet.file, pages) : undefined) ?? byOrder(sheets, index, pages) };
  });
  return found.map((result, index) => {
    if (result.page !== undefined || sheets[index]?.mark.kind !== 'none') return result;
    return sheets[index].file === sheets[index + 1]?.file ? beforeMark(found[index + 1], pages) : result;
  });
}

function byMark(mark: SheetMark, pages: readonly Page[]): FoundPage | undefined {
  switch (mark.kind) {
    case 'label':
      return orMissed(byLabel(mark.label, pages), mark.label);
    case 'order':
      return orMissed(pages[mark.number - 1], String(mark.number));
    case 'image': {
      // The image's name is a hint, not a promise: transcriptions travel, and their pictures are renamed.
      const page = byStem(mark.name, pages);
      return page === undefined ? undefined : { page };
    }
    case 'none':
      return undefined;
  }
}

function orMissed(page: Page | undefined, name: string): FoundPage {
  return page === undefined ? { page, missed: name } : { page };
}

/** A folio label or an id if one matches, else the N-th page. */
function byLabel(label: string, pages: readonly Page[]): Page | undefined {
  const folded = label.trim().toLowerCase();
  return (
    pages.find(({ folio }) => folio.toLowerCase() === folded) ??
    pages.find(({ id }) => id === folded) ??
    (/^\d+$/.test(folded) ? pages[Number(folded) - 1] : undefined)
  );
}

function byStem(file: string, pages: readonly Page[]): Page | undefined {
  const stem = parsePath(file).name.toLowerCase();
  return pages.find(
    ({ id, image }) =>
      id === stem || (image !== undefined && parsePath(image.file).name.toLowerCase() === stem),
  );
}

function byOrder(sheets: readonly FiledSheet[], index: number, pages: readonly Page[]): Page | undefined {
  if (sheets.length === pages.length) return pages[index];
  const scanned = pages.filter(({ image }) => image !== undefined);
  return sheets.length === scanned.length ? scanned[index] : undefined;
}

function beforeMark(next: FoundPage | undefined, pages: readonly Page[]): FoundPage {
  const position = next?.page === undefined ? -1 : pages.indexOf(next.page);
  return { page: position === 0 || position === 1 ? pages[0] : undefined };
}
