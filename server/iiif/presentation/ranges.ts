import type { PublicUrls } from '../../http/public-urls.ts';
import type { ContentsEntry } from '../../model/document.ts';
import type { StoredDocument } from '../../store/store.ts';
import { PRESENTATION_3 } from '../context.ts';
import { international } from './language-labels.ts';
import type { Pointer, RangeResource } from './resource.ts';

/**
 * The table of contents (Presentation API 3.0 §5.4). A range runs from its heading's page up to the page of
 * the next heading of the same or a higher level, which is not in it, and has at least its own page. What
 * comes before its first inner heading is its own; the rest is in the inner ranges. A range's id is its
 * position: `2`, and its third inner one `2-3`.
 */
export function rangesOf(document: StoredDocument, urls: PublicUrls): RangeResource[] {
  const pages = document.pages.map(({ id }) => id);
  const order = new Map(pages.map((id, index) => [id, index]));
  const context = { document: document.id, pages, order, urls };
  return ranges(document.record.contents, { ids: [], end: pages.length }, context);
}

/** A range at its own URL; undefined if the contents have no such heading. */
export function rangeResource(
  document: StoredDocument,
  range: string,
  urls: PublicUrls,
): RangeResource | undefined {
  const id = urls.range(document.id, range);
  const found = withInner(rangesOf(document, urls)).find((candidate) => candidate.id === id);
  if (found === undefined) return undefined;
  return {
    '@context': PRESENTATION_3,
    ...found,
    partOf: [
      { id: urls.manifest(document.id), type: 'Manifest', label: international(document.record.title) },
    ],
  };
}

type Around = {
  document: string;
  pages: readonly string[];
  order: ReadonlyMap<string, number>;
  urls: PublicUrls;
};

/** @param within the numbers of the headings above, and the index of the page that the range above stops before. */
function ranges(
  entries: readonly ContentsEntry[],
  within: { ids: readonly number[]; end: number },
  around: Around,
): RangeResource[] {
  const starts = entries.map(({ page }) => around.order.get(page));
  const nexts = nextOf(starts);
  return entries.flatMap((entry, index) => {
    const start = starts[index];
    // Ingest reports a heading whose page does not exist; it cannot be a range, which must have items.
    if (start === undefined) return [];
    const end = Math.max(start + 1, nexts[index] ?? within.end);
    const ids = [...within.ids, index + 1];
    const inner = ranges(entry.children, { ids, end }, around);
    const firstInner = entry.children
      .map(({ page }) => around.order.get(page))
      .find((page) => page !== undefined && page >= start);
    const own = around.pages.slice(start, Math.min(end, firstInner ?? end));
    return [
      {
        id: around.urls.range(around.document, ids.join('-')),
        type: 'Range' as const,
        label: international(entry.label),
        items: [...own.map((page) => canvasPointer(page, around)), ...inner],
      },
    ];
  });
}

/** For each the next one behind it that there is. Looked for only once: a register may have thousands of headings. */
function nextOf(starts: readonly (number | undefined)[]): (number | undefined)[] {
  let next: number | undefined;
  const backwards = starts.toReversed().map((start) => {
    const behind = next;
    next = start ?? next;
    return behind;
  });
  return backwards.toReversed();
}

function canvasPointer(page: string, { document, urls }: Around): Pointer<'Canvas'> {
  return { id: urls.canvas(document, page), type: 'Canvas' };
}

function withInner(list: readonly RangeResource[]): RangeResource[] {
  return list.flatMap((range) => [
    range,
    ...withInner(range.items.filter((member): member is RangeResource => member.type === 'Range')),
  ]);
}
