/** Every word of ours that the page about the archive says. */
export const aboutMessages = {
  heading: 'About this archive',
  link: 'About',
  source: 'Source and rights',
  cite: 'To cite',
  citeWords: [
    'Under “Cite” every document’s page has its citation ready in seven styles: Chicago (note, short note and bibliography), MLA, APA, ГОСТ Р 7.0.5-2008 and the Wilson Center’s. Under “To save” the same is found for Zotero and EndNote (RIS), BibTeX and CSL-JSON.',
  ],
  citeExample: 'For example:',
  citeForms: [
    [
      'A document',
      'By its title and date, its call number whole and in the archive’s own order, the archive that keeps it, this archive, and its permanent address.',
    ],
    [
      'A translation',
      'The same with its translator and how far it has got. Choose it under “Cite”: then the citation says which revision it is, too. What each revision changed, and its words, are listed under “Texts”.',
    ],
    [
      'A leaf, or a line',
      'By its folio, with an address of its own, which opens the reading room there: listed under “Share”, and made there for a line or a part of the scan. Programs get these citations by adding page, text and segment to the addresses of the formats.',
    ],
  ] satisfies (readonly [string, string])[],
  citePermanent:
    'Addresses are permanent. They are never given to anything else; that of a document which is no longer published says so.',
  reuse: 'To reuse',
  reuseWords: [
    'Every document says under which rights it may be used, and what has to be shown beside it; a text may have rights of its own.',
    'Scans, transcriptions and translations open in any IIIF viewer by the address of the document’s manifest. What can be saved is listed on the document’s page.',
  ],
  machines: 'For machines',
  machinesWords: 'Everything that is shown here can be read by programs, without a key.',
  interface: {
    collection: 'IIIF collection',
    search: 'IIIF Content Search 2.0',
    results: 'Search results as JSON',
    openSearch: 'OpenSearch description',
    feed: 'Atom feed',
    sitemap: 'Sitemap',
  },
  use: {
    collection:
      'The tree of collections, with the manifest of every document: Presentation API 3.0, and 2.1.',
    search: 'Finds words with their places on the scans.',
    results: 'What the search page shows; as CSV at the same address with that ending.',
    openSearch: 'Lets a browser search here from its address bar.',
    feed: 'The documents added or changed last.',
    sitemap: 'The addresses of all pages, for crawlers.',
  },
};
