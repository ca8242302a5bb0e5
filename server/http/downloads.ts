import type { TextRecord } from '../model/text.ts';
import type { PublicUrls } from './public-urls.ts';

export type DownloadKind = Download<TextRecord>['kind'];

/** The lines of one page of a text, with their places. */
export type PageDownload<Text extends TextRecord> = {
  kind: 'alto';
  format: 'application/xml';
  profile: string;
  url: string;
  text: Text;
};

/** Something to be saved, at an address of its own: one address is never two things. */
export type Download<Text extends TextRecord> =
  { kind: 'plain-text'; format: 'text/plain'; url: string; text: Text } | DataDownload;

/** A whole document for programs. */
export type DataDownload = {
  kind: 'tei' | 'dublin-core' | 'ris' | 'bibtex' | 'csl-json';
  format: string;
  /** Absent where the format has but one. */
  profile?: string;
  url: string;
};

/** What must be known of a document to say what can be saved of it. */
type Downloadable<Text extends TextRecord> = { id: string; texts: readonly Text[] };

/**
 * What can be saved of a whole document: the manifest and the document's page both show this list, each in its own
 * words. A text without words gives nothing to save.
 */
export function downloadsOf<Text extends TextRecord & { segmentCount: number }>(
  { id, texts }: Downloadable<Text>,
  urls: PublicUrls,
): Download<Text>[] {
  return [
    ...texts
      .filter(({ segmentCount }) => segmentCount > 0)
      .map((text) => ({
        kind: 'plain-text' as const,
        format: 'text/plain' as const,
        url: urls.plainText(id, text.id),
        text,
      })),
    {
      kind: 'tei',
      // RFC 6129. Not in the Registry of Profiles, so its namespace names it.
      format: 'application/tei+xml',
      profile: 'http://www.tei-c.org/ns/1.0',
      url: urls.tei(id),
    },
    {
      kind: 'dublin-core',
      format: 'application/ld+json',
      profile: 'http://purl.org/dc/terms/',
      url: urls.dublinCore(id),
    },
    { kind: 'ris', format: 'application/x-research-info-systems', url: urls.citation(id, 'ris') },
    { kind: 'bibtex', format: 'application/x-bibtex', url: urls.citation(id, 'bib') },
    {
      kind: 'csl-json',
      format: 'application/vnd.citationstyles.csl+json',
      url: urls.citation(id, 'csl.json'),
    },
  ];
}

/** What can be saved of its pages, by page: of those alone of which there is anything. */
export function pageDownloadsOf<Text extends TextRecord & { boxedPages: readonly string[] }>(
  { id, texts }: Downloadable<Text>,
  urls: PublicUrls,
): Map<string, PageDownload<Text>[]> {
  const byPage = new Map<string, PageDownload<Text>[]>();
  for (const text of texts) {
    for (const page of text.boxedPages) {
      const url = urls.alto(id, text.id, page);
      const download = { kind: 'alto', format: 'application/xml', profile: ALTO, url, text } as const;
      const known = byPage.get(page);
      if (known === undefined) byPage.set(page, [download]);
      else known.push(download);
    }
  }
  return byPage;
}

/**
 * The schema's namespace, as TEI's. The Registry of Profiles has it without its end; readers of ALTO in viewers
 * (mirador-textoverlay among them) look for what begins with `http://www.loc.gov/standards/alto/`.
 */
const ALTO = 'http://www.loc.gov/standards/alto/ns-v4#';
