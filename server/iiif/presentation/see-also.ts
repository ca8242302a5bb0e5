import { downloadsOf, pageDownloadsOf, type DataDownload } from '../../http/downloads.ts';
import type { PublicUrls } from '../../http/public-urls.ts';
import type { StoredDocument } from '../../store/store.ts';
import {
  ALTO,
  BIBTEX,
  CITATIONS,
  CSL_JSON,
  DUBLIN_CORE,
  RIS,
  TEI,
  inBoth,
  type Words,
} from './language-labels.ts';
import type { SeeAlso } from './resource.ts';
import { inReadingOrder, partLabel } from './text-label.ts';

/** What programs can read of a whole document: Presentation API 3.0 §3.3.1, `seeAlso`. */
export function documentSeeAlso(document: StoredDocument, urls: PublicUrls): SeeAlso[] {
  const written: SeeAlso = {
    id: urls.citation(document.id, 'citations.json'),
    type: 'Dataset',
    label: inBoth(CITATIONS),
    format: 'application/json',
    // By it a viewer knows that it can ask for the citation of a part.
    profile: `${urls.context()}#citations`,
  };
  const data = downloadsOf(document, urls).flatMap((download): SeeAlso[] => {
    if (download.kind === 'plain-text') return [];
    const { kind, url, format, profile } = download;
    const of = profile === undefined ? {} : { profile };
    return [{ id: url, type: 'Dataset', label: inBoth(DATA[kind]), format, ...of }];
  });
  return [...data, written];
}

const DATA: Record<DataDownload['kind'], Words> = {
  tei: TEI,
  'dublin-core': DUBLIN_CORE,
  ris: RIS,
  bibtex: BIBTEX,
  'csl-json': CSL_JSON,
};

/** What programs can read of each page, by page. */
export function pagesSeeAlso(document: StoredDocument, urls: PublicUrls): Map<string, SeeAlso[]> {
  const ordered = { ...document, texts: inReadingOrder(document.texts) };
  // Once for each text: a book of thousands of pages would otherwise look up the names of languages for every page.
  const labels = new Map(ordered.texts.map((text) => [text, partLabel(text, ALTO)]));
  const entries = [...pageDownloadsOf(ordered, urls)].map(([page, downloads]): [string, SeeAlso[]] => [
    page,
    downloads.map(({ url, format, profile, text }) => ({
      id: url,
      type: 'Dataset',
      label: labels.get(text) ?? inBoth(ALTO),
      format,
      profile,
    })),
  ]);
  return new Map(entries);
}
