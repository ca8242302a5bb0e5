import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Segment } from '../../../server/model/text.ts';
import { Searcher } from '../../../server/search/searcher.ts';
import type { DocumentsRequest, HitsRequest } from '../../../server/search/search.ts';
import { openSqliteSearchIndex } from '../../../server/store/sqlite/sqlite-search-index.ts';
import { openSqliteStore } from '../../../server/store/sqlite/sqlite-store.ts';
import type { IngestedDocument, Store } from '../../../server/store/store.ts';
import { lostPage, record, segment, text } from '../../support/stored-document.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

/** A store with nothing in it, and who searches there. */
export function emptyArchive(): { store: Store; searcher: Searcher; file: string } {
  const file = join(temporaryFolder(), 'store.sqlite');
  const store = openSqliteStore(file);
  const searcher = new Searcher(openSqliteStore(file), openSqliteSearchIndex(file));
  onTestFinished(async () => {
    await searcher.close();
    await store.close();
  });
  return { store, searcher, file };
}

/** A document of two pages with these lines on each, in Russian, and their English translation, linked line by line. */
export function telegram(
  id: string,
  lines: readonly (readonly string[])[],
  english: readonly (readonly string[])[] = [],
  changes: Partial<IngestedDocument> = {},
): IngestedDocument {
  const original = onPages(lines, 's', {});
  const translation = onPages(english, 't', { granularity: 'sentence' }).map((one, index) => ({
    ...one,
    renders: [original[index]?.id ?? 's1'],
    places: original[index]?.places ?? [],
  }));
  return {
    ...{ id, collection: 'top', folder: id, position: 0, fingerprint: id, problems: [] },
    record: record({ title: { en: [`Telegram ${id}`] } }),
    pages: lines.map((_, index) => lostPage(String(index + 1))),
    texts: [
      text('ru', original),
      ...(english.length === 0
        ? []
        : [text('en', translation, { role: 'translation', language: 'en', translationOf: 'ru' })]),
    ],
    ...changes,
  };
}

/** Each line is 1,000 wide and 40 high, 50 below the one before it. */
function onPages(
  pages: readonly (readonly string[])[],
  letter: string,
  changes: Partial<Segment>,
): Segment[] {
  let number = 0;
  return pages.flatMap((lines, index) =>
    lines.map((value, line) => {
      number += 1;
      const box = { x: 100, y: 100 + 50 * line, width: 1000, height: 40 };
      return segment(`${letter}${number}`, value, [String(index + 1)], { box, ...changes });
    }),
  );
}

export const asked = (q: string, changes: Partial<DocumentsRequest> = {}): DocumentsRequest => ({
  ...{ q, exact: false, filters: [], sort: 'relevance', page: 1, size: 10 },
  ...changes,
});

export const askedIn = (document: string, q: string, changes: Partial<HitsRequest> = {}): HitsRequest => ({
  ...{ q, exact: false, scope: { kind: 'document', id: document }, page: 1 },
  ...changes,
});
