import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Page } from '../../model/page.ts';
import type { Authority, AuthorityKind } from '../../model/authority.ts';
import type { Institution } from '../../model/institution.ts';
import type { Linkage } from '../../model/linkage.ts';
import type { Segment } from '../../model/text.ts';
import type {
  Activity,
  AuthorityReference,
  AuthoritySummary,
  Change,
  DocumentSummary,
  EarlierPage,
  FileStamp,
  IdSpan,
  IngestedCollection,
  IngestedDocument,
  IngestState,
  Published,
  PublishedKind,
  Revision,
  Store,
  StoredCollection,
  StoredDocument,
  TextExtent,
  StoredImage,
  UnknownMention,
} from '../store.ts';
import { ActivityTable } from './activity-table.ts';
import { AuthorityTable } from './authority-table.ts';
import { CollectionTable } from './collection-table.ts';
import { DocumentTable } from './document-table.ts';
import { openDatabase, readAtLarge, transaction, translated, type Database } from './driver.ts';
import { FileTable } from './file-table.ts';
import { InstitutionTable } from './institution-table.ts';
import { MentionTable } from './mention-table.ts';
import { PageTable } from './page-table.ts';
import { PublishedTable } from './published-table.ts';
import { migrate } from './schema.ts';
import { SearchTable } from './search-table.ts';
import { TextTable } from './text-table.ts';

/** The same for a thread that reads at large, as searching does. */
export function openSqliteStoreForReading(file: string): Store {
  const database = openDatabase(file);
  translated(`The store ${file} cannot be prepared`, 'store-unusable', () => migrate(database));
  readAtLarge(database);
  return new SqliteStore(database, () => new Date().toISOString());
}

/**
 * The store in one SQLite file. Any number of processes may read while one writes.
 *
 * @param clock gives the time of changes, ISO 8601 UTC.
 * @throws Failure `store-unusable`
 */
export function openSqliteStore(file: string, clock = () => new Date().toISOString()): Store {
  translated(`The folder of the store ${file} cannot be made`, 'store-unusable', () =>
    mkdirSync(dirname(file), { recursive: true }),
  );
  const database = openDatabase(file);
  translated(`The store ${file} cannot be prepared`, 'store-unusable', () => migrate(database));
  return new SqliteStore(database, clock);
}

class SqliteStore implements Store {
  readonly #database: Database;
  readonly #clock: () => string;
  readonly #pages: PageTable;
  readonly #texts: TextTable;
  readonly #documents: DocumentTable;
  readonly #collections: CollectionTable;
  readonly #activities: ActivityTable;
  readonly #files: FileTable;
  readonly #search: SearchTable;
  readonly #authorities: AuthorityTable;
  readonly #institution: InstitutionTable;
  readonly #mentions: MentionTable;
  readonly #published: PublishedTable;

  constructor(database: Database, clock: () => string) {
    this.#database = database;
    this.#clock = clock;
    this.#pages = new PageTable(database);
    this.#texts = new TextTable(database);
    this.#mentions = new MentionTable(database);
    this.#documents = new DocumentTable(database, this.#pages, this.#texts, this.#mentions);
    this.#collections = new CollectionTable(database);
    this.#activities = new ActivityTable(database);
    this.#files = new FileTable(database);
    this.#search = new SearchTable(database, this.#texts);
    this.#authorities = new AuthorityTable(database);
    this.#institution = new InstitutionTable(database);
    this.#published = new PublishedTable(database);
  }

  document(id: string): Promise<StoredDocument | undefined> {
    return this.#read(() => this.#documents.one(id));
  }

  summary(id: string): Promise<DocumentSummary | undefined> {
    return this.#read(() => this.#documents.summary(id));
  }

  page(document: string, id: string): Promise<Page | undefined> {
    return this.#read(() => this.#pages.one(document, id));
  }

  currentDocumentId(formerId: string): Promise<string | undefined> {
    return this.#read(() => this.#documents.current(formerId));
  }

  documentsIn(
    collection: string,
    { after = -1, limit }: { after?: number; limit: number },
  ): Promise<DocumentSummary[]> {
    return this.#read(() => this.#documents.in(collection, after, limit));
  }

  documentsBeginning(
    collection: string,
    prefix: string,
    { after = '', limit }: { after?: string; limit: number },
  ): Promise<DocumentSummary[]> {
    return this.#read(() => this.#documents.beginning(collection, prefix, after, limit));
  }

  idSpan(collection: string, prefix: string): Promise<IdSpan | undefined> {
    return this.#read(() => this.#documents.span(collection, prefix));
  }

  countBeginning(collection: string, prefix: string, atMost?: number): Promise<number> {
    return this.#read(() => this.#documents.countBeginning(collection, prefix, atMost));
  }

  hadBeginning(collection: string, prefix: string): Promise<boolean> {
    return this.#read(() => this.#documents.hadBeginning(collection, prefix));
  }

  recentDocuments(limit: number): Promise<DocumentSummary[]> {
    return this.#read(() => this.#documents.recent(limit));
  }

  hasDatedDocuments(): Promise<boolean> {
    return this.#read(() => this.#published.hasDated());
  }

  undatedDocuments({ after = '', limit }: { after?: string; limit: number }): Promise<DocumentSummary[]> {
    return this.#read(() => this.#documents.undated(after, limit));
  }

  published(
    kind: PublishedKind,
    { after = '', limit }: { after?: string; limit: number },
  ): Promise<Published[]> {
    return this.#read(() => this.#published.after(kind, after, limit));
  }

  publishedBeyond(
    kind: PublishedKind,
    { after = '', places }: { after?: string; places: number },
  ): Promise<string | undefined> {
    return this.#read(() => this.#published.beyond(kind, after, places));
  }

  segmentsOn(document: string, text: string, page: string): Promise<Segment[]> {
    return this.#read(() => this.#texts.segmentsOn(document, text, page));
  }

  unplacedSegments(document: string, text: string): Promise<Segment[]> {
    return this.#read(() => this.#texts.unplaced(document, text));
  }

  segments(document: string, text: string): Promise<Segment[]> {
    return this.#read(() => this.#texts.segments(document, text));
  }

  segment(document: string, text: string, id: string): Promise<Segment | undefined> {
    return this.#read(() => this.#texts.segment(document, text, id));
  }

  textExtent(document: string, text: string): Promise<TextExtent> {
    return this.#read(() => this.#texts.extent(document, text));
  }

  linkages(document: string): Promise<Map<string, Linkage>> {
    return this.#read(() => this.#texts.linkages(document));
  }

  revisions(document: string, text: string): Promise<Revision[]> {
    return this.#read(() => this.#texts.revisions(document, text));
  }

  segmentsOfRevision(document: string, text: string, revision: number): Promise<Segment[]> {
    return this.#read(() => this.#texts.segmentsOfRevision(document, text, revision));
  }

  mintedSegments(document: string, text: string): Promise<number> {
    return this.#read(() => this.#texts.minted(document, text));
  }

  collection(id: string): Promise<StoredCollection | undefined> {
    return this.#read(() => this.#collections.one(id));
  }

  collectionsIn(collection: string, { limit }: { limit?: number } = {}): Promise<StoredCollection[]> {
    return this.#read(() => this.#collections.children(collection, limit));
  }

  path(collection: string): Promise<StoredCollection[]> {
    return this.#read(() => this.#collections.path(collection));
  }

  authority(kind: AuthorityKind, id: string): Promise<Authority | undefined> {
    return this.#read(() => this.#authorities.one(kind, id));
  }

  authorities(kind: AuthorityKind): Promise<Authority[]> {
    return this.#read(() => this.#authorities.all(kind));
  }

  authoritySummaries(
    kind: AuthorityKind,
    { after = -1, limit }: { after?: number; limit: number },
  ): Promise<AuthoritySummary[]> {
    return this.#read(() => this.#authorities.summaries(kind, after, limit));
  }

  authorityCounts(): Promise<Record<AuthorityKind, number>> {
    return this.#read(() => ({
      person: this.#authorities.count('person'),
      place: this.#authorities.count('place'),
    }));
  }

  documentsNaming(
    kind: AuthorityKind,
    id: string,
    { after = '', limit }: { after?: string; limit: number },
  ): Promise<DocumentSummary[]> {
    return this.#read(() => this.#documents.naming(kind, id, after, limit));
  }

  countNaming(kind: AuthorityKind, id: string): Promise<number> {
    return this.#read(() => this.#mentions.count(kind, id));
  }

  authoritiesIn(document: string): Promise<AuthorityReference[]> {
    return this.#read(() => this.#mentions.known(document));
  }

  unknownMentions(kind: AuthorityKind): Promise<UnknownMention[]> {
    return this.#read(() => this.#mentions.unknown(kind));
  }

  institution(): Promise<Institution | undefined> {
    return this.#read(() => this.#institution.one());
  }

  institutionLogo(): Promise<Uint8Array | undefined> {
    return this.#read(() => this.#institution.logo());
  }

  image(id: string): Promise<StoredImage | undefined> {
    return this.#read(() => this.#pages.image(id));
  }

  imagesCreated(document: string): Promise<Map<string, string>> {
    return this.#read(() => this.#pages.created(document));
  }

  earlierPage(document: string, page: string): Promise<EarlierPage | undefined> {
    return this.#read(() => this.#pages.earlier(document, page));
  }

  activities(after: number, limit: number): Promise<Activity[]> {
    return this.#read(() => this.#activities.after(after, limit));
  }

  lastActivity(): Promise<number> {
    return this.#read(() => this.#activities.last());
  }

  fileStamps(): Promise<Map<string, FileStamp>> {
    return this.#read(() => this.#files.all());
  }

  putFileStamps(stamps: readonly FileStamp[]): Promise<void> {
    return this.#write(() => {
      for (const stamp of stamps) this.#files.put(stamp);
    });
  }

  ingestStates(): Promise<Map<string, IngestState>> {
    return this.#read(() => this.#documents.ingestStates());
  }

  putDocument(document: IngestedDocument): Promise<Change> {
    return this.#write((now) => {
      const before = this.#documents.one(document.id);
      const textsChanged = this.#texts.replace(document.id, document.texts, now);
      this.#pages.replace(document.id, document.pages, now);
      this.#documents.put(document, before?.updated ?? now);
      const returned = before?.state !== 'present';
      const after = this.#documents.one(document.id);
      if (!returned && !textsChanged && sameDescription(before, after)) return 'unchanged';
      this.#documents.put(document, now);
      if (after !== undefined) this.#search.put(after);
      this.#note(now, returned ? 'Create' : 'Update', 'document', document.id);
      const homes = new Set([document.collection, ...(before === undefined ? [] : [before.collection])]);
      if (returned || homes.size > 1) for (const home of homes) this.#note(now, 'Update', 'collection', home);
      return returned ? 'created' : 'updated';
    });
  }

  retireDocument(id: string): Promise<void> {
    return this.#write((now) => {
      const document = this.#documents.one(id);
      if (document === undefined || !this.#documents.retire(id, now)) return;
      this.#search.remove(id);
      this.#note(now, 'Delete', 'document', id);
      this.#note(now, 'Update', 'collection', document.collection);
    });
  }

  arrange(positions: readonly { document: string; position: number }[]): Promise<void> {
    return this.#write((now) => {
      const homes = new Set(
        positions.flatMap(({ document, position }) => this.#documents.arrange(document, position) ?? []),
      );
      for (const home of homes) this.#note(now, 'Update', 'collection', home);
    });
  }

  putCollections(collections: readonly IngestedCollection[]): Promise<void> {
    return this.#write((now) => {
      const { created, updated, deleted } = this.#collections.replace(collections);
      for (const id of created) this.#note(now, 'Create', 'collection', id);
      for (const id of updated) this.#note(now, 'Update', 'collection', id);
      for (const id of deleted) this.#note(now, 'Delete', 'collection', id);
    });
  }

  authorityChanges(): Promise<number> {
    return this.#read(() => this.#authorities.changes());
  }

  putAuthorities(kind: AuthorityKind, authorities: readonly Authority[]): Promise<boolean> {
    return this.#write(() => this.#authorities.replace(kind, authorities));
  }

  putInstitution(institution: Institution | undefined, logo?: Uint8Array): Promise<boolean> {
    return this.#write((now) => {
      const changed = this.#institution.replace(institution, logo);
      if (changed) this.#note(now, 'Update', 'collection', 'top');
      return changed;
    });
  }

  renameDocument(from: string, to: string): Promise<void> {
    return this.#write((now) => {
      this.#documents.rename(from, to);
      this.#search.remove(from);
      this.#index(to);
      this.#note(now, 'Delete', 'document', from);
      this.#note(now, 'Create', 'document', to);
    });
  }

  documentsToIndex({ all }: { all: boolean }): Promise<string[]> {
    return this.#read(() => (all ? this.#search.all() : this.#search.stale()));
  }

  indexDocument(id: string): Promise<void> {
    return this.#write(() => this.#index(id));
  }

  close(): Promise<void> {
    return this.#read(() => this.#database.close());
  }

  #index(id: string): void {
    const document = this.#documents.one(id);
    if (document?.state === 'present') this.#search.put(document);
  }

  #note(time: string, type: Activity['type'], object: Activity['object']['type'], id: string): void {
    this.#activities.add(time, type, { type: object, id });
  }

  #read<T>(work: () => T): Promise<T> {
    return new Promise((resolve) => resolve(translated('The store cannot be read', 'store-unusable', work)));
  }

  #write<T>(work: (now: string) => T): Promise<T> {
    return new Promise((resolve) =>
      resolve(
        translated('The store cannot be written', 'write-failed', () =>
          transaction(this.#database, () => work(this.#clock())),
        ),
      ),
    );
  }
}

/** Whether a reader of the document, its pages or its place would see any difference. */
function sameDescription(before: StoredDocument | undefined, after: StoredDocument | undefined): boolean {
  return visible(before) === visible(after);
}

function visible(document: StoredDocument | undefined): string {
  if (document === undefined) return '';
  const { collection, record, pages, retiredPages, texts } = document;
  return JSON.stringify({ collection, record, pages, retiredPages, texts: texts.map(({ id }) => id) });
}
