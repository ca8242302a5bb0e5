import type { AuthorityKind } from '../model/authority.ts';

/** What is searched: all, or what lies in a collection or in a document. */
export type SearchScope = { kind: 'archive' } | { kind: 'collection' | 'document'; id: string };

/**
 * Every URL that Diptych publishes, built from the one public address and never from a request's Host header.
 * Paths are permanent: other people's annotations and citations hold them.
 */
export class PublicUrls {
  /** Without a slash at its end: `https://example.org/archive`. */
  readonly base: string;

  constructor(base: string) {
    this.base = base.replace(/\/+$/, '');
  }

  /** The path prefix that the public address carries, `''` or `/archive`. */
  get prefix(): string {
    return new URL(this.base).pathname.replace(/\/+$/, '');
  }

  home = () => `${this.base}/`;
  asset = (name: string) => `${this.base}/assets/${name}`;
  /** Names an institution for machines; records know it by its name alone. */
  repository = (name: string) => `${this.home()}#${part(name)}`;
  /** Of the institution that publishes the archive; `hash` names what is there at present, to be kept for ever. */
  institutionLogo = (hash?: string) =>
    `${this.base}/institution/logo${queryText(hash === undefined ? {} : { v: hash })}`;
  institutionStyles = (hash: string) => `${this.base}/institution/colours.css?v=${part(hash)}`;
  imprint = () => `${this.base}/imprint`;
  collectionPage = (collection: string) => `${this.base}/collections/${part(collection)}`;
  /** The people, or the places, of the authority files. */
  authorityList = (kind: AuthorityKind) => `${this.base}/${AUTHORITY_PATHS[kind]}`;
  authorityPage = (kind: AuthorityKind, id: string) => `${this.authorityList(kind)}/${part(id)}`;
  documentPage = (document: string) => `${this.base}/documents/${part(document)}`;
  /** The document with one of its texts chosen. */
  documentText = (document: string, text: string) => `${this.documentPage(document)}${queryText({ text })}`;
  /** The document cited: for a reference manager, or (`citations`) written out in every style. */
  citation = (document: string, format: 'ris' | 'bib' | 'csl.json' | 'citations.json') =>
    `${this.documentPage(document)}.${format}`;
  /** Two translations beside each other; which, and in which order, is told by the query. */
  compare = (document: string, query: Readonly<Record<string, string>> = {}) =>
    `${this.documentPage(document)}/compare${queryText(query)}`;
  compareJson = (document: string, query: Readonly<Record<string, string>> = {}) =>
    `${this.documentPage(document)}/compare.json${queryText(query)}`;
  /** A document's record in DCMI Metadata Terms. */
  dublinCore = (document: string) => `${this.documentPage(document)}.dc.jsonld`;
  /** A document whole in TEI. */
  tei = (document: string) => `${this.documentPage(document)}.tei.xml`;
  /** A text as plain words, to be saved. */
  plainText = (document: string, text: string) => `${this.documentPage(document)}/texts/${part(text)}.txt`;
  /** The same as it was in one of its revisions. */
  plainTextRevision = (document: string, text: string, revision: number) =>
    `${this.documentPage(document)}/texts/${part(text)}/revisions/${revision}.txt`;
  /** The lines of a text on a page, and where they stand on it. */
  alto = (document: string, text: string, page: string) =>
    `${this.documentPage(document)}/texts/${part(text)}/pages/${part(page)}.alto.xml`;
  read = (document: string, page?: string) =>
    `${this.base}/read/${part(document)}${page === undefined ? '' : `?page=${part(page)}`}`;
  /** With a search in it. */
  readSearching = (document: string, q: string) => `${this.read(document)}?q=${part(q)}`;
  readSegment = (document: string, page: string, text: string, segment: string) =>
    `${this.read(document, page)}&segment=${part(`${text}.${segment}`)}`;
  /** The page for people, or the same results for programs. */
  searchPage = (parameters?: URLSearchParams, format: '' | '.json' | '.csv' = '') =>
    `${this.base}/search${format}${parameters === undefined || parameters.size === 0 ? '' : `?${parameters.toString()}`}`;
  openSearch = () => `${this.base}/opensearch.xml`;
  /** Documents by date; about the archive; what was changed last, for feed readers; and all there is, for crawlers. */
  dates = () => `${this.base}/dates`;
  undated = (after?: string) =>
    `${this.dates()}/undated${after === undefined ? '' : `?after=${part(after)}`}`;
  about = () => `${this.base}/about`;
  feed = () => `${this.base}/feed.atom`;
  sitemap = () => `${this.base}/sitemap.xml`;
  sitemapPart = (kind: string, after?: string | number) =>
    `${this.base}/sitemap-${kind}.xml${after === undefined ? '' : `?after=${part(String(after))}`}`;
  viewer = (manifest?: string) =>
    `${this.base}/viewer${manifest === undefined ? '' : `?manifest=${part(manifest)}`}`;

  collection = (collection: string) => `${this.base}/iiif/collections/${part(collection)}`;
  /** Those of its documents whose ids begin with the key. */
  collectionPart = (collection: string, key: string) => `${this.collection(collection)}/parts/${part(key)}`;
  manifest = (document: string) => `${this.#document(document)}/manifest`;
  /** Of one version of the Presentation API, whatever the request's `Accept` says. */
  manifestOfVersion = (document: string, version: 2 | 3) => this.inVersion(this.manifest(document), version);
  /** The address of one version of a description or of an image service, from that of any. Others stay. */
  inVersion = (url: string, version: 2 | 3) =>
    url.startsWith(`${this.base}/iiif/`) ? this.base + versioned(url.slice(this.base.length), version) : url;
  canvas = (document: string, page: string) => `${this.#document(document)}/canvases/${part(page)}`;
  paintingPage = (document: string, page: string) => `${this.canvas(document, page)}/painting`;
  paintingAnnotation = (document: string, page: string) => `${this.canvas(document, page)}/painting/scan`;
  range = (document: string, range: string) => `${this.#document(document)}/ranges/${part(range)}`;
  text = (document: string, text: string) => `${this.#document(document)}/texts/${part(text)}`;
  annotationPage = (document: string, text: string, page: string) =>
    `${this.text(document, text)}/pages/${part(page)}`;
  unplaced = (document: string, text: string) => `${this.text(document, text)}/unplaced`;
  /** `place` counts from 1: a segment on two pages is two annotations, `{segment}` and `{segment}.2`. */
  annotation = (document: string, text: string, segment: string, place = 1) =>
    `${this.text(document, text)}/annotations/${part(segment)}${place === 1 ? '' : `.${place}`}`;
  context = () => `${this.base}/iiif/context.json`;

  /** The words of a text one by one, and their pages. */
  wordCollection = (document: string, text: string) => `${this.text(document, text)}/words`;
  wordPage = (document: string, text: string, page: string) =>
    `${this.annotationPage(document, text, page)}/words`;
  /** `number` counts the segment's words from 1. */
  wordAnnotation = (document: string, text: string, segment: string, number: number) =>
    `${this.annotation(document, text, segment)}.w${number}`;
  /** What a translation renders of its original. */
  links = (document: string, original: string, translation: string) =>
    `${this.#document(document)}/links/${part(original)}/${part(translation)}`;
  linkPage = (document: string, original: string, translation: string, page: string) =>
    `${this.links(document, original, translation)}/pages/${part(page)}`;
  /** An annotation page again, with the outlines of its lines. */
  outlinePage = (document: string, text: string, page: string) =>
    `${this.annotationPage(document, text, page)}/outlines`;
  /** A Web Annotation container ends with a slash; a query names one of its representations or pages. */
  annotationContainer = (document: string, text: string, query = '') =>
    `${this.text(document, text)}/annotations/${query}`;

  /** A Content Search service, or an answer of it. */
  search = (version: 1 | 2, scope: SearchScope, query: Readonly<Record<string, string>> = {}) =>
    `${this.#search(version, scope)}${queryText(query)}`;
  autocomplete = (version: 1 | 2, scope: SearchScope, query: Readonly<Record<string, string>> = {}) =>
    `${this.#search(version, scope)}/autocomplete${queryText(query)}`;

  /** The base URI of an image service, in a version of the Image API. */
  image = (image: string, version: 2 | 3 = 3) => `${this.base}/iiif/image/${version}/${part(image)}`;
  imageAt = (image: string, parameters: string) => `${this.image(image)}/${parameters}`;

  #search(version: 1 | 2, scope: SearchScope): string {
    const root = `${this.base}/iiif/search/${version}`;
    return scope.kind === 'archive' ? root : `${root}/${scope.kind}s/${part(scope.id)}`;
  }

  #document(document: string): string {
    return `${this.base}/iiif/documents/${part(document)}`;
  }
}

const AUTHORITY_PATHS: Record<AuthorityKind, string> = { person: 'people', place: 'places' };

function versioned(path: string, version: 2 | 3): string {
  return path
    .replace(/^\/iiif\/(?:\d\/)?(documents|collections)\//, `/iiif/${version}/$1/`)
    .replace(/^\/iiif\/image\/\d\//, `/iiif/image/${version}/`);
}

function queryText(query: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(query).map(([name, value]) => `${part(name)}=${part(value)}`);
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}

function part(text: string): string {
  return encodeURIComponent(text);
}
