import { downloadsOf } from '../../http/downloads.ts';
import type { PublicUrls } from '../../http/public-urls.ts';
import type { StoredDocument } from '../../store/store.ts';
import { PLAIN_TEXT } from './language-labels.ts';
import type { Rendering } from './resource.ts';
import { partLabel } from './text-label.ts';

/** A document's texts for reading without a viewer: Presentation API 3.0 §3.3.2, `rendering`. */
export function renderingsOf(document: StoredDocument, urls: PublicUrls): Rendering[] {
  return downloadsOf(document, urls).flatMap((download): Rendering[] => {
    if (download.kind !== 'plain-text') return [];
    const { url, format, text } = download;
    const label = partLabel(text, PLAIN_TEXT);
    return [{ id: url, type: 'Text', label, format, language: [text.language] }];
  });
}
