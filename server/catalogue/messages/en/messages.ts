import type { Note, Refusal } from '../../../../viewer/iiif/content-state.ts';
import type { AuthorityFile } from '../../../model/authority-link.ts';
import type { AuthorityKind, RomanisationScheme } from '../../../model/authority.ts';
import type { NamingField } from '../../../model/naming.ts';
import type { DownloadKind } from '../../../http/downloads.ts';
import type { TextOrigin, TextRole, TextStatus } from '../../../model/text.ts';
import type { CitationStyleId } from '../../citation/citation-styles.ts';
import { counted } from './counted.ts';
import { aboutMessages } from './about.ts';
import { conventionMessages } from './conventions.ts';
import { datesMessages } from './dates.ts';
import { documentMessages } from './document.ts';
import { institutionMessages } from './institution.ts';
import { searchMessages } from './search.ts';

const number = new Intl.NumberFormat('en');
const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** Every word of ours that the catalogue's pages say. */
export const english = {
  language: 'en' as const,
  languages: 'Languages of this site',
  software: 'Diptych',
  skip: 'Skip to the content',
  home: 'Home',
  breadcrumb: 'Where this stands in the archive',
  siteNavigation: 'Site',
  openManifest: 'From another archive',
  footer: 'Published with Diptych as open IIIF.',
  topCollection: 'IIIF collection of the whole archive',

  search: searchMessages,
  dates: datesMessages,
  about: aboutMessages,
  institution: institutionMessages,
  document: documentMessages,
  conventions: conventionMessages,
  feed: 'Follow what is added, as an Atom feed',

  collections: 'Collections',
  recent: 'Added or changed last',
  documents: 'Documents',
  documentsCount: (count: number) => counted(count, 'document', 'documents'),
  collectionsCount: (count: number) => counted(count, 'part', 'parts'),
  leavesCount: (count: number) => counted(count, 'leaf', 'leaves'),
  parts: 'Parts of this collection',
  emptyArchive: 'Nothing is published here yet.',
  emptyArchiveHow:
    'Documents appear here once their scans lie in the archive’s images folder, their descriptions and texts in its manifests folder, and both have been read in:',
  emptyArchiveCommand: 'npx diptych ingest',
  emptyCollection: 'This collection holds no documents yet.',
  next: 'Next',
  previous: 'Previous',
  unfiled: (count: number) => `${counted(count, 'document', 'documents')} outside any collection`,
  collectionManifest: 'IIIF collection',
  toBeginning: 'Back to the beginning',
  moreDocuments: 'More documents',

  authority: { person: 'Person', place: 'Place' } satisfies Record<AuthorityKind, string>,
  authorities: { person: 'People', place: 'Places' } satisfies Record<AuthorityKind, string>,
  authoritiesLead: {
    person: 'Who wrote, received or is named in the documents, under every form of the name.',
    place: 'Where the documents were written and what they are about, under every form of the name.',
  } satisfies Record<AuthorityKind, string>,
  authoritiesCount: {
    person: (count: number) => counted(count, 'person', 'people'),
    place: (count: number) => counted(count, 'place', 'places'),
  } satisfies Record<AuthorityKind, (count: number) => string>,
  noAuthorities: {
    person: 'This archive describes no people yet.',
    place: 'This archive describes no places yet.',
  } satisfies Record<AuthorityKind, string>,
  moreAuthorities: { person: 'More people', place: 'More places' } satisfies Record<AuthorityKind, string>,
  allAuthorities: {
    person: 'All people of this archive',
    place: 'All places of this archive',
  } satisfies Record<AuthorityKind, string>,
  namedNowhere: {
    person: 'No document’s record names this person.',
    place: 'No document’s record names this place.',
  } satisfies Record<AuthorityKind, string>,
  named: {
    creators: 'Creator',
    recipients: 'Addressee',
    contributors: 'Contributor',
    people: 'Mentioned',
    places: 'Mentioned',
  } satisfies Record<NamingField, string>,
  inTexts: 'Where the texts mention it',
  born: (date: string) => `Born ${date}`,
  died: (date: string) => `Died ${date}`,
  active: (dates: string) => `Active ${dates}`,
  activeSince: (date: string) => `Active since ${date}`,
  activeUntil: (date: string) => `Active until ${date}`,
  forms: 'Forms of the name',
  languageUnknown: 'Language not known',
  scheme: {
    mr: 'McCune–Reischauer',
    rr: 'Revised Romanization',
    yale: 'Yale',
    kontsevich: 'Kontsevich',
    kholodovich: 'Kholodovich',
    'wade-giles': 'Wade–Giles',
    pinyin: 'Pinyin',
    palladius: 'Palladius',
    hepburn: 'Hepburn',
    polivanov: 'Polivanov',
    iso9: 'ISO 9',
    'ala-lc': 'ALA-LC',
    'bgn-pcgn': 'BGN/PCGN',
    scientific: 'Scientific',
  } satisfies Record<RomanisationScheme, string>,
  elsewhere: 'Elsewhere',
  coordinates: 'Coordinates',
  coordinatesAt: (latitude: number, longitude: number) =>
    `${Math.abs(latitude)}° ${latitude < 0 ? 'S' : 'N'}, ${Math.abs(longitude)}° ${longitude < 0 ? 'W' : 'E'}`,
  authoritySource: {
    wikidata: 'Wikidata',
    viaf: 'VIAF',
    gnd: 'GND',
    lcnaf: 'Library of Congress',
    isni: 'ISNI',
    geonames: 'GeoNames',
    tgn: 'Getty Thesaurus',
    web: 'Web',
  } satisfies Record<AuthorityFile | 'web', string>,

  readBesideScan: 'Read beside the scan',
  readInRoom: 'Open in the reading room',
  firstLeaf: (folio: string, title: string) => `Scan of leaf ${folio} of “${title}”`,
  /** The label of a leaf where it stands alone. */
  folio: (folio: string) => folio,
  leafOf: (folio: string) => `Leaf ${folio}`,
  folioMark: (folio: string) => `Leaf ${folio}, beside its scan`,
  leafNotHeld: 'Leaf not held',
  notHeld: 'not held',
  leavesNotHeld: (folios: string) => `Not held: ${folios}`,
  noScan: 'No scan is held',
  summary: 'Summary',
  text: 'Text',
  originalAndTranslation: 'Original and translation',
  textChoice: 'Texts to read beside the original',
  leafColumn: 'Leaf',
  leavesRange: (from: string, to: string, count: number) =>
    `Leaves ${from} to ${to} of ${number.format(count)}`,
  leavesPages: 'More leaves',
  earlierLeaves: 'Earlier leaves',
  laterLeaves: 'Later leaves',
  leafBegins: (folio: string) => `Leaf ${folio} begins`,
  notLinked: 'Not linked yet',
  linkedByMachine: 'Linked by machine',
  linkedByMachineExplained: 'No person has checked these links. Words are dotted whose links are less sure.',
  unsureLink: 'Unsure link',
  notLinkedExplained:
    'These two texts have not been joined line by line: they stand side by side, leaf by leaf.',
  notLinkedWhole: 'These two texts have not been joined line by line: they stand side by side as wholes.',
  placedExplained: 'Joined by their place on the leaf.',
  unplaced: 'Not placed on a leaf',
  noText: 'No transcription or translation is held yet.',
  noTextHere: 'Nothing on this leaf in these texts',
  leaves: 'Leaves',
  contents: 'Contents',
  record: 'Record',
  support: 'Support',
  related: 'Related documents',
  downloads: 'To save',
  download: {
    'plain-text': 'Plain text',
    tei: 'Whole document in TEI',
    'dublin-core': 'Record in Dublin Core (JSON-LD)',
    ris: 'Citation for Zotero, EndNote and others (RIS)',
    bibtex: 'Citation for LaTeX (BibTeX)',
    'csl-json': 'Citation for citeproc and pandoc (CSL-JSON)',
  } satisfies Record<DownloadKind, string>,
  cite: 'Cite',
  /** As those who use a style call it. */
  citeStyle: {
    'chicago-note': 'Chicago, note',
    'chicago-short-note': 'Chicago, short note',
    'chicago-bibliography': 'Chicago, bibliography',
    mla: 'MLA',
    apa: 'APA',
    gost: 'ГОСТ Р 7.0.5-2008',
    'wilson-center': 'Wilson Center',
  } satisfies Record<CitationStyleId, string>,
  citeStyles: 'This document in seven styles',
  citeText: 'This text in its revision, in seven styles',
  citeChosen: 'To cite one translation in its revision:',
  citeOther: 'To cite another translation:',
  technical: 'For machines and other viewers',
  manifest: 'IIIF manifest',
  manifestUse: 'Paste this address into any IIIF viewer to open the document there.',
  manifestWithTextsUse:
    'Paste this address into any IIIF viewer to open the document there. Its texts are marked as what they are, transcriptions and translations.',
  commentingManifest: 'The same for Mirador 3 and 4.0',
  commentingManifestUse:
    'These viewers show no transcriptions and translations unless they are set to. Here the texts are marked as comments, which they do show.',
  permalink: 'Permanent address',

  role: {
    transcription: 'Transcription',
    translation: 'Translation',
    transliteration: 'Transliteration',
    notes: 'Notes',
  } satisfies Record<TextRole, string>,
  status: {
    draft: 'draft',
    reviewed: 'reviewed',
    published: 'published',
  } satisfies Record<TextStatus, string>,
  origin: {
    human: undefined,
    ocr: 'Read by machine',
    'machine-translation': 'Translated by machine',
  } satisfies Record<TextOrigin, string | undefined>,
  machineStatus: {
    draft: 'not reviewed',
    reviewed: 'reviewed',
    published: 'published',
  } satisfies Record<TextStatus, string>,
  madeBy: {
    transcription: 'Transcribed by',
    translation: 'Translated by',
    transliteration: 'Transliterated by',
    notes: 'Notes by',
  } satisfies Record<TextRole, string>,
  number: (count: number) => number.format(count),
  /** The day of a change, in UTC. */
  day: (time: Date) => day.format(time),
  /** A date's calendar where it is not the Gregorian; the record's own word where we have none. */
  calendar: (name: string) => name,
  rightsStatement: {
    InC: 'In copyright',
    'InC-OW-EU': 'In copyright: EU orphan work',
    'InC-EDU': 'In copyright: educational use permitted',
    'InC-NC': 'In copyright: non-commercial use permitted',
    'InC-RUU': 'In copyright: rights-holders unlocatable or unidentifiable',
    'NoC-CR': 'No copyright: contractual restrictions',
    'NoC-NC': 'No copyright: non-commercial use only',
    'NoC-OKLR': 'No copyright: other known legal restrictions',
    'NoC-US': 'No copyright: United States',
    CNE: 'Copyright not evaluated',
    UND: 'Copyright undetermined',
    NKC: 'No known copyright',
  },
  publicDomain: 'Public domain',
  publicDomainBy: (deed: string) => `${deed}, public domain`,
  revision: (revision: number) => `revision ${number.format(revision)}`,

  field: {
    kind: 'Kind',
    date: 'Date',
    creators: 'Created by',
    recipients: 'Addressed to',
    contributors: 'Contributors',
    people: 'People',
    places: 'Places',
    subjects: 'Subjects',
    languages: 'Language',
    repository: 'Repository',
    reference: 'Reference',
    level: 'Level',
    identifiers: 'Identifiers',
    classification: 'Classification',
    extent: 'Extent',
    source: 'Source',
    rights: 'Rights',
    texts: 'Texts',
    updated: 'Last changed',
  },
  sentTo: (sender: string, recipient: string) => `${sender} to ${recipient}`,

  compareHeading: 'Two translations compared',
  compareTitle: (title: string) => `Translations of ${title}, compared`,
  compareLink: 'Compare the translations',
  compareLeft: 'Translation',
  compareRight: 'Compared with',
  compareOrder: 'Order',
  compareReading: 'As they are read',
  compareDifference: 'Where they differ most first',
  compareShow: 'Compare',
  compareExplained: 'Words that only one of the two has are marked.',
  compareOtherLanguage: 'They are in two languages, so that no words are compared.',
  passagesCount: (count: number) => `${counted(count, 'passage', 'passages')}.`,
  nothingToCompare: 'There are no two translations of the same text here.',
  compareJson: 'This comparison as JSON',
  comparePages: 'More passages',
  compareNoOriginal: 'Linked to nothing in the original',
  notTranslated: 'Not translated here',
  sameWords: 'In the same words',
  differentWords: (share: number) =>
    `${number.format(Math.max(1, Math.round(share * 100)))} % of the words differ`,
  pageOf: (page: number, pages: number) => `Page ${number.format(page)} of ${number.format(pages)}`,

  readingRoom: 'Reading room',
  backToDocument: 'Back to the document',
  backToCatalogue: 'Back to the catalogue',
  opening: 'Opening the reading room',
  needsScript:
    'The reading room for documents of other archives needs JavaScript, which is switched off here or has not arrived.',
  notBuilt: 'The scan pane has not been built yet, so the text stands alone. To build it, run npm run build.',
  manifestAddress: 'Address of a IIIF manifest',
  manifestForm: 'Read a document of another archive',
  manifestFormLead:
    'Archives and libraries that publish scans by the open IIIF standard give each document an address for viewers such as this one, its manifest. Their pages have it as a link, or behind the IIIF icon. Pasted here, it opens in the reading room: the scans, and beside them the texts, where there are any.',
  manifestExample: 'For example https://example.org/iiif/letter/manifest.json',
  open: 'Open',
  previousLeaf: 'Previous leaf',
  nextLeaf: 'Next leaf',
  leafPosition: (folio: string, position: number, count: number) =>
    `Leaf ${folio}, ${number.format(position)} of ${number.format(count)}`,

  contentState: {
    expected:
      'a IIIF content state: the address of a manifest or of an annotation, or such an annotation or its target as JSON, encoded with encodeURIComponent and then base64url',
    refusal: {
      empty: 'The link names nothing to open',
      'too-long': 'What the link asks for is too long',
      'not-encoded': 'What the link asks for cannot be decoded',
      'not-json': 'What the link asks for is neither JSON nor an address',
      'too-deep': 'What the link asks for is nested too deeply',
      'not-an-address': 'The link names something by what is no address that can be opened',
      'no-target': 'The link does not say what it is about',
      'no-manifest': 'The link names a page or a chapter, but not the manifest that it is in',
      collection: 'The link names a collection, not one of its documents',
      'unknown-type': 'The link names something that is no document and no part of one',
    } satisfies Record<Refusal, string>,
    note: {
      'first-of-several': 'The link names several things; this is the first of them.',
      'region-unread': 'The link names a part of the page in a way that could not be read.',
      'range-unknown': 'The link names a chapter that this document does not have.',
      'segment-gone': 'The line that the link names is no longer part of this text.',
      'segment-unknown':
        'The document has no line of the name that is in the link. Perhaps the link was cut off.',
    } satisfies Record<Note, string>,
  },

  /** A failure's words, which are English; undefined where the page has none of its own for them. */
  failure: (words: string): string | undefined => words,

  error: {
    notFound: 'Not here',
    notFoundHelp:
      'Perhaps the address was cut short or mistyped. The collections lead to everything that is published.',
    authorityHelp: 'Perhaps the address was cut short or mistyped, or the record has another id by now.',
    gone: 'No longer published',
    goneHelp:
      'Its address is kept, so that citations of it are understood, and is never given to anything else.',
    badRequest: 'This address cannot be understood',
    unavailable: 'Not available at the moment',
    unavailableHelp: 'Nothing is lost. Please try again in a little while.',
    broken: 'Something went wrong on our side',
    brokenHelp:
      'The error has been written to the log. Please try again, and tell the archive if it happens again.',
    expected: 'Expected',
    received: 'Received',
  },
};
