import type { CountedUnit } from '../../../model/linkage.ts';
import type { LinkOrigin, TextFormat, TextOrigin, TextRole } from '../../../model/text.ts';
import { counted } from './counted.ts';

const number = new Intl.NumberFormat('en');
const list = new Intl.ListFormat('en-GB');

const UNITS: Record<CountedUnit, readonly [one: string, many: string]> = {
  line: ['line', 'lines'],
  sentence: ['sentence', 'sentences'],
  passage: ['passage', 'passages'],
};

/** Every word of ours that a document's page says of its texts, its scans and its addresses. */
export const documentMessages = {
  texts: 'Texts',
  /** As a term, with names under it. */
  makers: {
    transcription: 'Transcribed by',
    translation: 'Translated by',
    transliteration: 'Transliterated by',
    notes: 'Notes by',
  } satisfies Record<TextRole, string>,
  madeFrom: 'Made from:',
  notesOn: 'Notes on:',
  origin: 'Origin',
  originWords: {
    human: 'Made by a person',
    ocr: 'Read from the scans by machine (OCR)',
    'machine-translation': 'Translated by machine',
  } satisfies Record<TextOrigin, string>,
  nobodyNamed: 'Nobody is named',
  ownRights: 'None of its own are stated',
  readFrom: (format: string) => `Read in as ${format}:`,
  format: { alto: 'ALTO', html: 'HTML', 'plain-text': 'plain text' } satisfies Record<TextFormat, string>,
  moreFiles: (count: number) => `and ${counted(count, 'more file', 'more files')}`,
  extent: 'Extent',
  extentWords: (count: number, unit: CountedUnit, leaves: number) =>
    [
      counted(count, ...UNITS[unit]),
      ...(leaves === 0 ? [] : [`on ${counted(leaves, 'leaf', 'leaves')}`]),
    ].join(' '),
  unplaced: (count: number) =>
    `${counted(count, 'passage stands', 'passages stand')} on no leaf that is known`,

  coverage: 'Translated',
  translated: (done: number, all: number, unit: CountedUnit) =>
    done === all
      ? all === 1
        ? `The one ${UNITS[unit][0]} is translated`
        : `All ${counted(all, ...UNITS[unit])} are translated`
      : `${number.format(done)} of ${counted(all, ...UNITS[unit])} ${done === 1 ? 'is' : 'are'} translated`,
  countedByLinks: 'Counted by the links between the two texts.',
  nothingLinked: 'How much of it is translated cannot be told: nothing in the two texts has been linked yet.',
  noOriginal: 'The text that it translates is not held here.',
  leavesLost: (folios: string, count: number) =>
    count === 1
      ? `Leaf ${folios} is not held; what stood on it is not counted.`
      : `Leaves ${folios} are not held; what stood on them is not counted.`,
  links: 'Links',
  linkedBy: {
    hand: (count: number) => `${number.format(count)} by hand`,
    confirmed: (count: number) => `${number.format(count)} by machine, confirmed by a person`,
    machine: (count: number) => `${number.format(count)} by machine, sure`,
  } satisfies Record<LinkOrigin, (count: number) => string>,
  unsure: (count: number) => `${number.format(count)} by machine, less sure`,
  unsureExplained: (percent: number) =>
    `Less sure: the machine itself gives them less than ${number.format(percent)} %. In the rows they are dotted.`,
  unlinked: (count: number) => `${number.format(count)} linked to nothing`,
  linksOf: (linked: number, all: number) =>
    `${number.format(linked)} of ${counted(all, 'passage', 'passages')} of the translation ${linked === 1 ? 'is' : 'are'} linked with the original:`,
  untranslated: 'Not translated',
  untranslatedPlaces: (count: number) => counted(count, 'place', 'places'),
  added: 'Without an original',
  addedWords: 'On these leaves nothing stands that these words render:',
  unplacedHere: 'On no leaf',
  stretch: (count: number, unit: CountedUnit) => counted(count, ...UNITS[unit]),
  moreStretches: (count: number) => `${counted(count, 'further place is', 'further places are')} not listed.`,
  rowUntranslated: 'Not translated',
  rowAdded: 'Without an original on these leaves',

  revisions: 'Revisions',
  revision: (revision: number) => `Revision ${number.format(revision)}`,
  shownRevision: 'shown here',
  firstRevision: (count: number, unit: CountedUnit) => `first read in, ${counted(count, ...UNITS[unit])}`,
  reworded: (count: number, unit: CountedUnit) => `${counted(count, ...UNITS[unit])} reworded`,
  addedTo: (count: number, unit: CountedUnit) => `${counted(count, ...UNITS[unit])} added`,
  gone: (count: number, unit: CountedUnit) => `${counted(count, ...UNITS[unit])} gone`,
  moved: (count: number, unit: CountedUnit) =>
    `${counted(count, ...UNITS[unit])} placed elsewhere on the scan`,
  otherwise: 'other marks or another order, the words are the same',
  revisionsCount: (count: number) => counted(count, 'revision', 'revisions'),
  revisionAsText: (revision: number) => `The words of revision ${number.format(revision)} as plain text`,

  eachScan: 'Each scan',
  scansHeld: (held: number, all: number) =>
    held === all
      ? all === 1
        ? 'The leaf is held as a scan'
        : `All ${number.format(all)} leaves are held as scans`
      : `${number.format(held)} of ${counted(all, 'leaf is', 'leaves are')} held as scans`,
  scanFormats: (formats: readonly string[]) => list.format(formats),
  scanSize: (width: number, height: number) => `${number.format(width)} × ${number.format(height)} pixels`,
  scanSizes: (least: string, most: string) => `from ${least} to ${most}`,
  resolution: (perInch: number) => `${number.format(Math.round(perInch))} dpi`,
  resolutions: (least: number, most: number) =>
    `${number.format(Math.round(least))} to ${number.format(Math.round(most))} dpi`,
  whereStated: (range: string) => `${range} where stated`,
  resolutionUnknown: 'resolution not stated',
  scanColumns: {
    ...{ leaf: 'Leaf', size: 'Size', file: 'File', resolution: 'Resolution' },
    created: 'First read in',
  },
  partOf: (part: number) => `, page ${number.format(part)} in the file`,
  notStated: 'not stated',
  notKnown: 'not known',

  share: 'Share',
  shareText: 'This document with this text',
  shareManifest: 'In a IIIF viewer',
  dragManifest: 'Drag this mark into a IIIF viewer, or open the manifest here',
  shareLeaves: 'A leaf',
  shareLeavesOf: (count: number) => `Addresses of ${counted(count, 'leaf', 'leaves')}`,
  shareElse: 'In the reading room, Share makes addresses for a line or a part of the scan.',

  summaryIn: (language: string) => `Summary in ${language}`,
  otherSummary: 'Another summary',
  published: 'Published here since',
  formerly: 'Former ids',
  access: 'Access',
  accessWords: { open: 'Open to all' },
};
