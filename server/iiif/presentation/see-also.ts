import { pageDownloadsOf } from '../../http/downloads.ts';
import type { PublicUrls } from '../../http/public-urls.ts';
import type { StoredDocument } from '../../store/store.ts';
import { ALTO } from './language-labels.ts';
import type { SeeAlso } from './resource.ts';
import { inReadingOrder, partLabel } from './text-label.ts';

/** What programs can read of each page: Presentation API 3.0 §3.3.1, `seeAlso`, by page. */
export function pagesSeeAlso(document: StoredDocument, urls: PublicUrls): Map<string, SeeAlso[]> {
  const ordered = { ...document, texts: inReadingOrder(document.texts) };
  const entries = [...pageDownloadsOf(ordered, urls)].map(([page, downloads]): [string, SeeAlso[]] => [
    page,
    downloads.map(({ url, format, profile, text }) => ({
      id: url,
      type: 'Dataset',
      label: partLabel(text, ALTO),
      format,
      profile,
    })),
  ]);
  return new Map(entries);
}
