import type { PublicUrls } from '../../http/public-urls.ts';
import type { Agent, Reference } from '../../model/document.ts';
import type { LanguageMap } from '../../model/language-map.ts';
import type { Page } from '../../model/page.ts';
import type { TextStatus } from '../../model/text.ts';
import type { StoredDocument, StoredText } from '../../store/store.ts';
import { inReadingOrder } from '../text-choice.ts';
import { citedDate, type CitedDate } from './cited-date.ts';
import { withoutLeavesOf } from './cited-leaf.ts';
import type { LeafLines } from './cited-lines.ts';
import { citedName, type CitedName } from './cited-name.ts';
import { citedWords, oneLine, type CitedWords } from './cited-words.ts';

/** A document, or what is cited of it. */
export type CitedSource = {
  document: StoredDocument;
  leaf?: Page | undefined;
  /**
   * A text that was asked for: it is cited in its revision, and those are named who made it, so that of an original
   * nobody is who translated it. Else the translation that readers are shown.
   */
  text?: StoredText | undefined;
  segment?: { text: string; id: string } | undefined;
  /** Where the segment's are known: of the leaf, and of others that it runs on to. */
  lines?: readonly LeafLines[];
  /** The archive that publishes here; absent where it has no name. */
  archive: LanguageMap | undefined;
  /** ISO 8601: the day on which somebody looks at it. */
  accessed: string;
  urls: PublicUrls;
};

/** What styles and formats are written from: a record in one language, its values each on one line. */
export type Cited = {
  /** For keys of bibliographies: our ids are letters, digits, hyphens and underscores. */
  key: string;
  title: CitedWords;
  kind: string | undefined;
  creators: readonly CitedName[];
  recipients: readonly CitedName[];
  date: CitedDate | undefined;
  repository: CitedWords | undefined;
  /** The shelfmark in the archive's own order: whole, or without the leaves of which `folio` is one. */
  levels: Reference['levels'];
  /** Of the leaf that is cited. */
  folio: string | undefined;
  /** Of that leaf, and of others that the segment runs on to, in their order; none where they are not known. */
  lines: readonly LeafLines[];
  translation: CitedTranslation | undefined;
  archive: CitedWords | undefined;
  address: string;
  accessed: string;
  /** Of what is cited: of the translation, else of the paper. */
  languages: readonly string[];
};

export type CitedTranslation = {
  translators: readonly CitedName[];
  isByMachine: boolean;
  language: string;
  status: TextStatus;
  /** Only where this very text was asked for. */
  revision: number | undefined;
};

export function citedFrom(source: CitedSource, language: string): Cited {
  const { document, leaf, text, archive, accessed } = source;
  const { record } = document;
  const names = (agents: readonly Agent[]) => agents.flatMap(({ name }) => citedName(name, language) ?? []);
  const translation = translationOf(source, names);
  const repository = citedWords(record.reference?.repository, language);
  const site = citedWords(archive, language);
  const folio = leaf === undefined ? undefined : oneLine(leaf.folio);
  const levels = record.reference?.levels ?? [];
  return {
    key: [document.id, text?.id, leaf?.id, source.segment?.id].filter((id) => id !== undefined).join('_'),
    title: citedWords(record.title, language) ?? { value: document.id, language: 'none' },
    kind: record.kind === undefined ? undefined : oneLine(record.kind),
    creators: names(record.creators),
    recipients: names(record.recipients),
    date: citedDate(record.dates, language),
    repository,
    levels: folio === undefined ? levels : withoutLeavesOf(levels, folio),
    folio,
    lines:
      folio === undefined
        ? []
        : (source.lines ?? []).map((lines) => ({ ...lines, folio: oneLine(lines.folio) })),
    translation,
    // An archive that publishes its own papers is named once.
    archive: site?.value === repository?.value ? undefined : site,
    address: citedAddress(source),
    accessed,
    languages: translation === undefined ? record.languages : [translation.language],
  };
}

function translationOf(
  { document, text }: CitedSource,
  names: (agents: readonly Agent[]) => CitedName[],
): CitedTranslation | undefined {
  const shown = text ?? inReadingOrder(document.texts).find(({ role }) => role === 'translation');
  if (shown?.role !== 'translation') return undefined;
  const isTranslator = ({ role }: Agent) => role === undefined || role.toLowerCase() === 'translator';
  return {
    translators: names(shown.contributors.filter(isTranslator)),
    isByMachine: shown.origin === 'machine-translation',
    language: shown.language,
    status: shown.status,
    revision: text?.revision,
  };
}

/** The narrowest permanent address: of the line, the leaf, the text, the document. */
export function citedAddress({ document, leaf, text, segment, urls }: CitedSource): string {
  if (segment !== undefined && leaf !== undefined)
    return urls.readSegment(document.id, leaf.id, segment.text, segment.id);
  if (leaf !== undefined) return urls.read(document.id, leaf.id);
  return text === undefined ? urls.documentPage(document.id) : urls.documentText(document.id, text.id);
}
