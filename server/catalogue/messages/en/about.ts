/** Every word of ours that the page about the archive says. */
export const aboutMessages = {
  heading: 'About this archive',
  link: 'About',
  source: 'Source and rights',
  cite: 'To cite',
  citeWords: [
    'Name the document by its title and date, its call number whole and in the archive’s own order, the leaf by its folio, this archive, and the permanent address at the end of the document’s page. Of a translation name the translator, who stands above it, and the revision, which stands in the record, too.',
    'Addresses are permanent. They are never given to anything else; that of a document which is no longer published says so. In the reading room, Share makes an address for a page, a line or a part of the scan.',
  ],
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
