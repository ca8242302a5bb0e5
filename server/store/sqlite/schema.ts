import { Failure } from '../../model/failure.ts';
import { transaction, type Database } from './driver.ts';

/**
 * Each entry brings the database from the version before to its own (1-based) number; an entry that was
 * released is never edited, a change is a new entry at the end.
 */
const MIGRATIONS: readonly string[] = [
  `
  create table collections (
    id text primary key, parent text, folder text not null, position integer not null, record text not null
  ) without rowid;
  create index collections_by_parent on collections (parent, position);

  create table documents (
    id text primary key, collection text not null, folder text not null, position integer not null,
    state text not null, record text not null, fingerprint text not null, problems text not null,
    created text not null, updated text not null
  ) without rowid;
  create index documents_by_collection on documents (collection, state, position);
  create index documents_by_update on documents (state, updated);

  create table former_ids (id text primary key, document text not null) without rowid;

  create table pages (
    document text not null, id text not null, position integer not null, folio text not null,
    width integer not null, height integer not null, image text, retired integer not null default 0,
    primary key (document, id)
  ) without rowid;

  create table images (
    id text primary key, document text not null, page text not null, width integer not null,
    height integer not null, key text not null, file text not null, part integer not null
  ) without rowid;

  create index images_by_page on images (document, page);

  create table texts (
    document text not null, id text not null, position integer not null, record text not null,
    revision integer not null, updated text not null, minted integer not null,
    segment_count integer not null, linked_count integer not null, retired integer not null default 0,
    primary key (document, id)
  ) without rowid;

  create table revisions (
    document text not null, text text not null, revision integer not null, created text not null,
    segment_count integer not null, hash text not null, segments blob not null,
    primary key (document, text, revision)
  ) without rowid;

  create table segments (
    document text not null, text text not null, id text not null, position integer not null,
    content text not null,
    primary key (document, text, id)
  ) without rowid;
  create index segments_in_order on segments (document, text, position);

  -- Where segments stand, and '' for those that stand nowhere.
  create table places (
    document text not null, text text not null, page text not null, position integer not null,
    segment text not null,
    primary key (document, text, page, position)
  ) without rowid;

  -- How many stand on each page, so that a manifest of ten thousand pages need not count a million lines.
  create table text_pages (
    document text not null, text text not null, page text not null, segment_count integer not null,
    primary key (document, text, page)
  ) without rowid;

  create table activities (
    sequence integer primary key autoincrement, time text not null, type text not null,
    object_type text not null, object text not null
  );

  create table files (
    path text primary key, size integer not null, modified real not null, changed real not null,
    hash text not null
  ) without rowid;
  `,
  // Pixels per inch; null: the scan does not say, or was ingested before it was asked.
  'alter table images add column resolution real',
  `
  -- How many words have a box on each page, so that nobody reads a whole text to find out whether any has.
  alter table text_pages add column word_count integer not null default 0;
  update text_pages set word_count = coalesce(
    (select sum(json_array_length(s.content, '$.words')) from places p
     join segments s on s.document = p.document and s.text = p.text and s.id = p.segment
     where p.document = text_pages.document and p.text = text_pages.text and p.page = text_pages.page
       and s.content ->> '$.places[0].page' = p.page), 0);
  `,
  // For the parts of a collection, whose documents are told apart by the beginnings of their ids.
  'create index documents_by_id on documents (collection, state, id)',
  `
  -- How many lines have a box on each page: of which pages there is ALTO is told by every manifest.
  alter table text_pages add column boxed_count integer not null default 0;
  update text_pages set boxed_count = (
    select count(*) from places p
    join segments s on s.document = p.document and s.text = p.text and s.id = p.segment
    where p.document = text_pages.document and p.text = text_pages.text and p.page = text_pages.page
      and s.content ->> '$.granularity' = 'line'
      and exists (
        select 1 from json_each(s.content, '$.places') place
        where place.value ->> '$.page' = p.page and place.value ->> '$.box' is not null
      )
  );
  `,
  `
  -- People and places, as the archive's authority files have them.
  create table authorities (
    kind text not null, id text not null, position integer not null, record text not null,
    primary key (kind, id)
  ) without rowid;
  create index authorities_in_order on authorities (kind, position);

  -- Which of them a present document's record names. The date is its first one as written, '~' for none, so
  -- that a list of documents is in their order.
  create table mentions (
    kind text not null, authority text not null, date text not null, document text not null,
    primary key (kind, authority, date, document)
  ) without rowid;
  create index mentions_by_document on mentions (document);

  insert or ignore into mentions (kind, authority, date, document)
  select iif(field.value = 'places', 'place', 'person'), agent.value ->> '$.id',
    coalesce(d.record ->> '$.dates[0].edtf', '~'), d.id
  from documents d,
    json_each('["creators", "recipients", "contributors", "people", "places"]') field,
    json_each(d.record, '$.' || field.value) agent
  where d.state = 'present' and agent.value ->> '$.id' is not null;
  `,
  `
  -- The search index (search-index.ts); it is derived, and filled anew by the next ingest or by the command.
  create virtual table search_words using fts5(
    word, title, content='', contentless_delete=1, tokenize='ascii', prefix='2 3 4'
  );
  create virtual table search_forms using fts5(
    stem, also, content='', contentless_delete=1, tokenize="ascii tokenchars '_'"
  );

  create table search_units (
    number integer primary key autoincrement, document text not null, text text, page text,
    language text not null, words text not null, positions blob not null
  );

  -- about: null for a document that is gone; version: that of the indexing that wrote it.
  create table search_documents (
    document text primary key, first integer not null, last integer not null, version integer not null,
    about text
  ) without rowid;
  create index search_documents_in_order on search_documents (first);

  create table search_terms (
    term text primary key, shown text not null, documents integer not null
  ) without rowid;

  create table search_languages (
    language text primary key, units integer not null
  ) without rowid;

  -- How often authority files were put that said something new: who knows their names by heart asks for this.
  create table authority_changes (kind text primary key, count integer not null) without rowid;
  `,
  `
  -- For lists of all that is published, which need no more of a document than this.
  create index documents_published on documents (state, id, updated);
  -- Whether there is any: every page asks.
  create index documents_dated on documents (state) where record ->> '$.dates[0].edtf' is not null;
  `,
  // Who publishes the archive: one row at most.
  'create table institution (only integer primary key check (only = 1), record text not null, logo blob)',
  `
  -- What a revision changed, as JSON, counted when it was made; null: it is the first, or was made before it was counted.
  alter table revisions add column changes text;
  -- How translations are linked, as JSON: it is derived, but from whole texts. Put with them; of older ones it is found out
  -- when it is asked for.
  create table linkages (
    document text not null, text text not null, linkage text not null, primary key (document, text)
  ) without rowid;
  -- When a scan was first read in; null: before that was noted.
  alter table images add column created text;
  -- The documents without a date, which have a list of their own.
  create index documents_undated on documents (state, id) where record ->> '$.dates[0].edtf' is null;
  `,
];

/**
 * @param to the version to stop at: the newest, unless a test wants a store of former times.
 * @throws Failure `store-unusable` if a newer Diptych wrote this store.
 */
export function migrate(database: Database, to = MIGRATIONS.length): void {
  if (versionOf(database) === to) return;
  transaction(database, () => {
    const version = versionOf(database);
    if (version > MIGRATIONS.length) {
      throw new Failure('store-unusable', {
        message: 'The store was written by a newer version of Diptych; install that version, or a backup',
        expected: `store version ${MIGRATIONS.length} at most`,
        received: String(version),
      });
    }
    for (const migration of MIGRATIONS.slice(version, to)) database.exec(migration);
    database.exec(`pragma user_version = ${to}`);
  });
}

function versionOf(database: Database): number {
  return database.prepare<{ user_version: number }>('pragma user_version').get()?.user_version ?? 0;
}
