import { downloadsOf } from '../../http/downloads.ts';
import type { PublicUrls } from '../../http/public-urls.ts';
import { comparable } from '../../model/comparable-texts.ts';
import type { StoredDocument } from '../../store/store.ts';
import { COMPARISON, PLAIN_TEXT, inBoth } from './language-labels.ts';
import type { Rendering } from './resource.ts';
import { partLabel } from './text-label.ts';

/** A document's texts for reading without a viewer, and its translations compared: Presentation API 3.0 §3.3.2, `rendering`. */
export function renderingsOf(document: StoredDocument, urls: PublicUrls): Rendering[] {
  const texts = downloadsOf(document, urls).flatMap((download): Rendering[] => {
    if (download.kind !== 'plain-text') return [];
    const { url, format, text } = download;
    const label = partLabel(text, PLAIN_TEXT);
    return [{ id: url, type: 'Text', label, format, language: [text.language] }];
  });
  const compared: Rendering = {
    id: urls.compare(document.id),
    type: 'Text',
    label: inBoth(COMPARISON),
    format: 'text/html',
    profile: `${urls.context()}#comparison`,
  };
  return comparable(document.texts).length === 0 ? texts : [...texts, compared];
}
