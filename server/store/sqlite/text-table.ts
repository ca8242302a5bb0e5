import { createHash } from 'node:crypto';
import { deflateSync, inflateSync } from 'node:zlib';
import { linkageOf, type Linkage } from '../../model/linkage.ts';
import { revisionChanges, type RevisionChanges } from '../../model/revision-changes.ts';
import type { Segment, TextRecord } from '../../model/text.ts';
import type { IngestedText, Revision, StoredText, TextExtent } from '../store.ts';
import { decode, encode, type Database, type Json, type Statement } from './driver.ts';

type TextRow = {
  id: string;
  record: Json<TextRecord>;
  revision: number;
  updated: string;
  minted: number;
  segment_count: number;
  linked_count: number;
  retired: number;
};

type RevisionRow = {
  revision: number;
  created: string;
  segment_count: number;
  changes: Json<RevisionChanges> | null;
};

type SegmentRow = { content: Json<Segment> };

/** As one JSON array: the driver takes longer over a row for each than `JSON.parse` over all of them. */
type SegmentRows = { contents: Json<Segment[]> };

/** `places` holds segments that stand on no page under this page's name, which no id can be. */
const NOWHERE = '';

/** Texts, their segments as they are now, and every revision that there was. */
export class TextTable {
  readonly #database: Database;
  readonly #all: Statement<TextRow>;
  readonly #one: Statement<TextRow>;
  readonly #extent: Statement<{ page: string; segment_count: number; word_count: number }>;
  readonly #pages: Statement<{ text: string; pages: Json<string[]>; boxed: Json<string[]> }>;
  readonly #unplaced: Statement<{ text: string; segment_count: number }>;
  readonly #segments: Statement<SegmentRows>;
  readonly #segment: Statement<SegmentRow>;
  readonly #onPage: Statement<SegmentRows>;
  readonly #linkages: Statement<{ text: string; linkage: Json<Linkage> }>;
  readonly #revisions: Statement<RevisionRow>;
  readonly #revision: Statement<{ segments: Uint8Array }>;

  constructor(database: Database) {
    this.#database = database;
    this.#all = database.prepare('select * from texts where document = ? and retired = 0 order by position');
    this.#one = database.prepare('select * from texts where document = ? and id = ?');
    // As JSON, and put in order by those who know it: a row for each, joined, takes twenty times as long.
    this.#pages = database.prepare(
      `select text, json_group_array(page) as pages,
         json_group_array(page) filter (where boxed_count > 0) as boxed from text_pages
       where document = ? and page <> '${NOWHERE}' group by text`,
    );
    this.#unplaced = database.prepare(
      `select text, segment_count from text_pages where document = ? and page = '${NOWHERE}'`,
    );
    this.#extent = database.prepare(
      `select t.page, t.segment_count, t.word_count from text_pages t
       left join pages p on p.document = t.document and p.id = t.page
       where t.document = ? and t.text = ? order by p.position`,
    );
    this.#segments = database.prepare(
      `select '[' || coalesce(group_concat(content, ',' order by position), '') || ']' as contents
       from segments where document = ? and text = ?`,
    );
    this.#segment = database.prepare(
      'select content from segments where document = ? and text = ? and id = ?',
    );
    this.#onPage = database.prepare(
      `select '[' || coalesce(group_concat(s.content, ',' order by p.position), '') || ']' as contents
       from places p join segments s on s.document = p.document and s.text = p.text and s.id = p.segment
       where p.document = ? and p.text = ? and p.page = ?`,
    );
    this.#linkages = database.prepare('select text, linkage from linkages where document = ?');
    this.#revisions = database.prepare(
      `select revision, created, segment_count, changes from revisions
       where document = ? and text = ? order by revision`,
    );
    this.#revision = database.prepare(
      'select segments from revisions where document = ? and text = ? and revision = ?',
    );
  }

  /** @param order of the document's pages. */
  of(document: string, order: readonly string[]): StoredText[] {
    const pages = new Map(this.#pages.all(document).map((row) => [row.text, row]));
    const unplaced = new Map(this.#unplaced.all(document).map((row) => [row.text, row.segment_count]));
    const positions = new Map(order.map((page, position) => [page, position]));
    return this.#all.all(document).map((row) => {
      const on = pages.get(row.id);
      return {
        ...decode(row.record),
        revision: row.revision,
        updated: row.updated,
        segmentCount: row.segment_count,
        linkedCount: row.linked_count,
        pages: on === undefined ? [] : inOrder(decode(on.pages), positions),
        boxedPages: on === undefined ? [] : inOrder(decode(on.boxed), positions),
        unplacedCount: unplaced.get(row.id) ?? 0,
      };
    });
  }

  recordsOf(document: string): TextRecord[] {
    return this.#all.all(document).map(({ record }) => decode(record));
  }

  segments(document: string, text: string): Segment[] {
    return contentsOf(this.#segments.get(document, text));
  }

  segment(document: string, text: string, id: string): Segment | undefined {
    const row = this.#segment.get(document, text, id);
    return row === undefined ? undefined : decode(row.content);
  }

  segmentsOn(document: string, text: string, page: string): Segment[] {
    return contentsOf(this.#onPage.get(document, text, page));
  }

  unplaced(document: string, text: string): Segment[] {
    return this.segmentsOn(document, text, NOWHERE);
  }

  extent(document: string, text: string): TextExtent {
    const pages = this.#extent.all(document, text);
    return {
      placeCount: pages.reduce((sum, { segment_count }) => sum + segment_count, 0),
      wordPages: pages.flatMap(({ page, word_count }) =>
        word_count === 0 ? [] : [{ page, count: word_count }],
      ),
    };
  }

  minted(document: string, text: string): number {
    return this.#one.get(document, text)?.minted ?? 0;
  }

  linkages(document: string): Map<string, Linkage> {
    const put = new Map(this.#linkages.all(document).map(({ text, linkage }) => [text, decode(linkage)]));
    const linkages = new Map<string, Linkage>();
    for (const [text, original] of renderedPairs(this.recordsOf(document))) {
      const linkage =
        put.get(text) ??
        linkageOf(this.segments(document, original), this.segments(document, text), {
          ...{ original, translation: text },
        });
      linkages.set(text, linkage);
    }
    return linkages;
  }

  revisions(document: string, text: string): Revision[] {
    return this.#revisions.all(document, text).map(({ revision, created, segment_count, changes }) => ({
      revision,
      created,
      segmentCount: segment_count,
      ...(changes === null ? {} : { changes: decode(changes) }),
    }));
  }

  segmentsOfRevision(document: string, text: string, revision: number): Segment[] {
    const row = this.#revision.get(document, text, revision);
    if (row === undefined) return [];
    const content: Json<Segment[]> = inflateSync(row.segments).toString('utf8');
    return decode(content);
  }

  /**
   * Makes these the document's texts, with a new revision of each whose words changed, or their places; what they
   * render, and where they stand by that, is no part of a revision. Call it inside a transaction.
   *
   * @returns whether anything differs from before.
   */
  replace(document: string, texts: readonly IngestedText[], now: string): boolean {
    const before = this.#all.all(document);
    const changes = texts.map((text, position) => this.#put(document, text, position, now));
    const dropped = before.filter(({ id }) => !texts.some((text) => text.id === id));
    for (const { id } of dropped) this.#retire(document, id);
    this.#putLinkages(document, texts);
    return dropped.length > 0 || changes.includes(true);
  }

  #put(
    document: string,
    { segments, minted, ...record }: IngestedText,
    position: number,
    now: string,
  ): boolean {
    const before = this.#one.get(document, record.id);
    const recordText = encode(record);
    const kept = before?.retired === 0;
    const hash = hashOf(segments);
    // Of the segments themselves: what was written by an older version counts its links too.
    const newest = kept ? this.segmentsOfRevision(document, record.id, before.revision) : undefined;
    const sameWords = newest !== undefined && hashOf(newest) === hash;
    const same = sameWords && encode(segments) === encode(this.segments(document, record.id));
    const revision = (before?.revision ?? 0) + (sameWords ? 0 : 1);
    const recordChanged = before?.record !== recordText;
    this.#database
      .prepare<never>(
        `insert or replace into texts
           (document, id, position, record, revision, updated, minted, segment_count, linked_count, retired)
         values (?, ?, ?, ?, ?, ?, ?, ?, ?, 0)`,
      )
      .run(
        document,
        record.id,
        position,
        recordText,
        revision,
        before !== undefined && same && !recordChanged ? before.updated : now,
        Math.max(minted, before?.minted ?? 0),
        segments.length,
        segments.filter(({ renders }) => renders.length > 0).length,
      );
    if (!same) {
      this.#clear(document, record.id);
      this.#write(document, record.id, segments);
    }
    if (!sameWords) {
      this.#database
        .prepare<never>(
          `insert into revisions (document, text, revision, created, segment_count, hash, segments, changes)
           values (?, ?, ?, ?, ?, ?, ?, ?)`,
        )
        .run(
          document,
          record.id,
          revision,
          now,
          segments.length,
          hash,
          deflateSync(encode(segments)),
          newest === undefined ? null : encode(revisionChanges(newest, segments)),
        );
    }
    return !same || recordChanged;
  }

  #putLinkages(document: string, texts: readonly IngestedText[]): void {
    this.#database.prepare<never>('delete from linkages where document = ?').run(document);
    const put = this.#database.prepare<never>(
      'insert into linkages (document, text, linkage) values (?, ?, ?)',
    );
    const segments = new Map(texts.map((text) => [text.id, text.segments]));
    for (const [translation, original] of renderedPairs(texts)) {
      const ids = { original, translation };
      const linkage = linkageOf(segments.get(original) ?? [], segments.get(translation) ?? [], ids);
      put.run(document, translation, encode(linkage));
    }
  }

  #retire(document: string, text: string): void {
    this.#clear(document, text);
    this.#database
      .prepare<never>('update texts set retired = 1 where document = ? and id = ?')
      .run(document, text);
  }

  #write(document: string, text: string, segments: readonly Segment[]): void {
    const segment = this.#database.prepare<never>(
      'insert into segments (document, text, id, position, content) values (?, ?, ?, ?, ?)',
    );
    const place = this.#database.prepare<never>(
      'insert into places (document, text, page, position, segment) values (?, ?, ?, ?, ?)',
    );
    const counts = new Map<string, { segments: number; words: number; boxed: number }>();
    segments.forEach((item, position) => {
      segment.run(document, text, item.id, position, encode(item));
      const pages = new Set(item.places.map(({ page }) => page));
      for (const page of pages.size === 0 ? [NOWHERE] : pages) {
        place.run(document, text, page, position, item.id);
        const before = counts.get(page) ?? { segments: 0, words: 0, boxed: 0 };
        // Boxes of words are known on a segment's first page only.
        const words = item.places[0]?.page === page ? item.words.length : 0;
        const isBoxed =
          item.granularity === 'line' &&
          item.places.some((known) => known.page === page && known.box !== undefined);
        counts.set(page, {
          segments: before.segments + 1,
          words: before.words + words,
          boxed: before.boxed + (isBoxed ? 1 : 0),
        });
      }
    });
    const count = this.#database.prepare<never>(
      `insert into text_pages (document, text, page, segment_count, word_count, boxed_count)
       values (?, ?, ?, ?, ?, ?)`,
    );
    for (const [page, { segments, words, boxed }] of counts)
      count.run(document, text, page, segments, words, boxed);
  }

  #clear(document: string, text: string): void {
    for (const table of ['segments', 'places', 'text_pages']) {
      this.#database
        .prepare<never>(`delete from ${table} where document = ? and text = ?`)
        .run(document, text);
    }
  }
}

type RenderedPair = readonly [translation: string, original: string];

/** Each translation with the text of the document that it renders. */
function renderedPairs(texts: readonly TextRecord[]): RenderedPair[] {
  return texts.flatMap(({ id, role, translationOf }): RenderedPair[] =>
    role === 'translation' && translationOf !== undefined && texts.some((text) => text.id === translationOf)
      ? [[id, translationOf]]
      : [],
  );
}

function contentsOf(row: SegmentRows | undefined): Segment[] {
  return row === undefined ? [] : decode(row.contents);
}

/** Of what a revision is about: a translation is no other when a line of its original moves. */
function hashOf(segments: readonly Segment[]): string {
  const words = segments.map(({ link, renders, places, ...own }) =>
    link === undefined && renders.length === 0 ? { ...own, places } : own,
  );
  return createHash('sha256').update(encode(words)).digest('hex');
}

function inOrder(pages: readonly string[], positions: ReadonlyMap<string, number>): string[] {
  const position = (page: string) => positions.get(page) ?? positions.size;
  return pages.toSorted((a, b) => position(a) - position(b));
}
