import type { Authority, AuthorityKind } from '../model/authority.ts';
import type { CollectionRecord } from '../model/collection.ts';
import type { Institution } from '../model/institution.ts';
import type { DocumentRecord } from '../model/document.ts';
import type { Size } from '../model/box.ts';
import type { Page, PageImage } from '../model/page.ts';
import type { Problem } from '../model/problem.ts';
import type { Linkage } from '../model/linkage.ts';
import type { RevisionChanges } from '../model/revision-changes.ts';
import type { Segment, TextRecord } from '../model/text.ts';

/**
 * Everything that is known, behind a small asynchronous interface, so that another engine can stand here.
 * Ids are relative: no URL is ever stored. Readers may be many and in other processes; `put…` and `retire…`
 * are one transaction each, activity included, and are durable when their promise resolves.
 */
export interface Store {
  /** The document as last ingested, wherever it stands in its life; undefined if it was never there. */
  document(id: string): Promise<StoredDocument | undefined>;
  /** A document without its many pages; undefined if it is not there, or no longer. */
  summary(id: string): Promise<DocumentSummary | undefined>;
  /** One of the pages that a document has now. */
  page(document: string, id: string): Promise<Page | undefined>;
  /** The id that a former id's document has now. */
  currentDocumentId(formerId: string): Promise<string | undefined>;
  /** Documents in the order of their collection. `after`: the `position` of the last one already seen. */
  documentsIn(collection: string, options: { after?: number; limit: number }): Promise<DocumentSummary[]>;
  /** Those whose ids begin so, in the order of their ids. `after`: the id of the last one already seen. */
  documentsBeginning(
    collection: string,
    prefix: string,
    options: { after?: string; limit: number },
  ): Promise<DocumentSummary[]>;
  /** The first and the last id that begins so among a collection's documents; undefined where none does. */
  idSpan(collection: string, prefix: string): Promise<IdSpan | undefined>;
  /** How many documents of a collection have ids that begin so; it is not counted further than `atMost`. */
  countBeginning(collection: string, prefix: string, atMost?: number): Promise<number>;
  /** Whether ids of documents that a collection had, and that are gone, begin so. */
  hadBeginning(collection: string, prefix: string): Promise<boolean>;
  /** The documents changed last, newest first. */
  recentDocuments(limit: number): Promise<DocumentSummary[]>;
  /** Whether the record of any present document has a date. */
  hasDatedDocuments(): Promise<boolean>;
  /** Present documents whose records have no date, in the order of their ids. `after`: the last one already seen. */
  undatedDocuments(options: { after?: string; limit: number }): Promise<DocumentSummary[]>;
  /** All that is published of a kind, by its ids in their order. `after`: the last one already seen. */
  published(kind: PublishedKind, options: { after?: string; limit: number }): Promise<Published[]>;
  /** The id that comes so many places after another one, or from the beginning; undefined where fewer follow. */
  publishedBeyond(
    kind: PublishedKind,
    options: { after?: string; places: number },
  ): Promise<string | undefined>;

  /** The segments that stand on a page, in reading order, each with its places on every page. */
  segmentsOn(document: string, text: string, page: string): Promise<Segment[]>;
  /** The segments of a text that stand on no page, in reading order. */
  unplacedSegments(document: string, text: string): Promise<Segment[]>;
  /** All segments of a text in reading order. */
  segments(document: string, text: string): Promise<Segment[]>;
  /** One segment; undefined if there is none of that id now. */
  segment(document: string, text: string, id: string): Promise<Segment | undefined>;
  /** How much of a text there is, in places and in words. */
  textExtent(document: string, text: string): Promise<TextExtent>;
  /** How the translations of a document are linked with their originals, by their ids; of those whose original is there. */
  linkages(document: string): Promise<Map<string, Linkage>>;
  /** Every revision of a text, oldest first; numbers start at 1. */
  revisions(document: string, text: string): Promise<Revision[]>;
  /** The segments as they were in a revision. */
  segmentsOfRevision(document: string, text: string, revision: number): Promise<Segment[]>;

  /** The root is `top`; it is always there. */
  collection(id: string): Promise<StoredCollection | undefined>;
  /** The collections directly inside, in order. */
  collectionsIn(collection: string, options?: { limit?: number }): Promise<StoredCollection[]>;
  /** From the root down to the collection itself. */
  path(collection: string): Promise<StoredCollection[]>;

  /** A person or a place as an authority file describes it. */
  authority(kind: AuthorityKind, id: string): Promise<Authority | undefined>;
  /** All of a kind, in the order in which they were put. */
  authorities(kind: AuthorityKind): Promise<Authority[]>;
  /** The same a part at a time. `after`: the `position` of the last one already seen. */
  authoritySummaries(
    kind: AuthorityKind,
    options: { after?: number; limit: number },
  ): Promise<AuthoritySummary[]>;
  authorityCounts(): Promise<Record<AuthorityKind, number>>;
  /**
   * Present documents whose records name it by its id, whether an authority file has it or not: by their first
   * dates, those without one at the end, then by their ids. `after`: the id of the last one already seen.
   */
  documentsNaming(
    kind: AuthorityKind,
    id: string,
    options: { after?: string; limit: number },
  ): Promise<DocumentSummary[]>;
  countNaming(kind: AuthorityKind, id: string): Promise<number>;
  /** What the record of a present document names and an authority file describes. */
  authoritiesIn(document: string): Promise<AuthorityReference[]>;
  /** The ids that records of present documents use and no authority file has. */
  unknownMentions(kind: AuthorityKind): Promise<UnknownMention[]>;

  /** Who publishes the archive, where it says so. */
  institution(): Promise<Institution | undefined>;
  /** The bytes of its logo, which its `hash` names. */
  institutionLogo(): Promise<Uint8Array | undefined>;

  image(id: string): Promise<StoredImage | undefined>;
  /** When the scans of a document were first read in (ISO 8601, UTC), by the ids of images; of old ones it is not known. */
  imagesCreated(document: string): Promise<Map<string, string>>;
  /** What a page was when it last had a canvas and a scan, even if it was dropped since: ids and sizes stay. */
  earlierPage(document: string, page: string): Promise<EarlierPage | undefined>;

  /** What changed after this sequence number, oldest first. */
  activities(after: number, limit: number): Promise<Activity[]>;
  /** The sequence number of the newest activity; 0 if there is none. */
  lastActivity(): Promise<number>;

  /** What ingest knew of the files it read, by archive-relative path. */
  fileStamps(): Promise<Map<string, FileStamp>>;
  putFileStamps(stamps: readonly FileStamp[]): Promise<void>;
  /** What each document that is not gone was made from, by id. */
  ingestStates(): Promise<Map<string, IngestState>>;

  /** How many segment ids were ever minted for a text: the next one is this plus 1. */
  mintedSegments(document: string, text: string): Promise<number>;

  /** Writes a document whole, and answers what that changed. Unchanged texts get no new revision. */
  putDocument(document: IngestedDocument): Promise<Change>;
  /** The folder is gone: the document answers 410 from now on and keeps its ids. */
  retireDocument(id: string): Promise<void>;
  /** Sets the order of documents in their collections, where it differs. */
  arrange(positions: readonly { document: string; position: number }[]): Promise<void>;
  /** Replaces the tree of collections. */
  putCollections(collections: readonly IngestedCollection[]): Promise<void>;
  /** How often authorities were put that differed from those before: the same number, the same people and places. */
  authorityChanges(): Promise<number>;
  /** Replaces all authorities of a kind, and answers whether that changed anything. */
  putAuthorities(kind: AuthorityKind, authorities: readonly Authority[]): Promise<boolean>;
  /** Replaces the institution with its logo; a change is one of the root collection, whose descriptions name it. */
  putInstitution(institution: Institution | undefined, logo?: Uint8Array): Promise<boolean>;
  /** Moves a document with its pages, texts and segment ids to another id; the old id becomes a former one. */
  renameDocument(from: string, to: string): Promise<void>;

  /** Ids of the documents that search does not know yet, or knows by a former way of indexing; or of all. */
  documentsToIndex(options: { all: boolean }): Promise<string[]>;
  /** Writes anew what search knows of a document; whoever searches meanwhile finds what was there or what is. */
  indexDocument(id: string): Promise<void>;

  close(): Promise<void>;
}

export type Change = 'created' | 'updated' | 'unchanged';

export type StoredDocument = {
  id: string;
  collection: string;
  state: 'present' | 'gone';
  record: DocumentRecord;
  pages: readonly Page[];
  /** Pages that were once there: their ids answer 410 and are not given again. */
  retiredPages: readonly string[];
  texts: readonly StoredText[];
  /** ISO 8601, UTC. */
  created: string;
  updated: string;
};

/** A text's description and where it stands; its segments are asked for by page. */
export type StoredText = TextRecord & {
  revision: number;
  updated: string;
  segmentCount: number;
  /** Ids of the pages that have segments of it, in page order. */
  pages: readonly string[];
  /** Of these the pages on which the boxes of lines are known. */
  boxedPages: readonly string[];
  /** Segments that could be put on no page. */
  unplacedCount: number;
  /** Segments that render segments of the text it translates. */
  linkedCount: number;
};

export type TextExtent = {
  /** Places of its segments, one counted for each segment that has none. */
  placeCount: number;
  /** The pages on which boxes of its words are known, in page order, and how many. */
  wordPages: readonly { page: string; count: number }[];
};

export type DocumentSummary = {
  id: string;
  collection: string;
  position: number;
  record: DocumentRecord;
  pageCount: number;
  /** The first page that has a scan. */
  firstImage?: Page;
  texts: readonly TextRecord[];
  updated: string;
};

export type PublishedKind = Activity['object']['type'];

/** `updated` is not known of collections. */
export type Published = { id: string; updated?: string };

/** In the order of their characters' codes. */
export type IdSpan = { first: string; last: string };

export type StoredCollection = {
  id: string;
  /** Absent for the root. */
  parent?: string;
  record: CollectionRecord;
  /** Documents directly inside. */
  documentCount: number;
  /** Collections directly inside. */
  collectionCount: number;
};

export type AuthorityReference = { kind: AuthorityKind; id: string };

export type AuthoritySummary = {
  authority: Authority;
  /** Place in the order of its kind. */
  position: number;
  /** Present documents whose records name it. */
  documentCount: number;
};

export type UnknownMention = { document: string; id: string };

/** `gone`: its document is retired, or its page has been dropped or has lost its scan. */
export type StoredImage = PageImage & { document: string; page: string; state: 'present' | 'gone' };

export type EarlierPage = { canvas: Size; imageId?: string };

export type Revision = {
  revision: number;
  /** ISO 8601, UTC. */
  created: string;
  segmentCount: number;
  /** Against the revision before; absent of the first, and where it was not counted when it was made. */
  changes?: RevisionChanges;
};

/** In Change Discovery's words; §2.2. */
export type Activity = {
  sequence: number;
  time: string;
  type: 'Create' | 'Update' | 'Delete';
  object: { type: 'document' | 'collection'; id: string };
};

/** As long as all four figures are the same, the file is taken to be the same and is not read again. */
export type FileStamp = { path: string; size: number; modified: number; changed: number; hash: string };

/** `problems` are those that stand until the document's files change. */
export type IngestState = { folder: string; fingerprint: string; problems: readonly Problem[] };

export type IngestedDocument = {
  id: string;
  collection: string;
  /** Archive-relative folder. */
  folder: string;
  /** Order among its collection's documents. */
  position: number;
  record: DocumentRecord;
  pages: readonly Page[];
  texts: readonly IngestedText[];
  /** Of everything it was made from; empty if it has to be read again next time in any case. */
  fingerprint: string;
  problems: readonly Problem[];
};

/** `minted`: how many segment ids were ever given, these included. */
export type IngestedText = TextRecord & { segments: readonly Segment[]; minted: number };

export type IngestedCollection = {
  id: string;
  parent: string | undefined;
  folder: string;
  position: number;
  record: CollectionRecord;
};
