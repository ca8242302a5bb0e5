import type { TextRecord } from '../model/text.ts';
import type { PublicUrls } from './public-urls.ts';

export type DownloadKind = Download<TextRecord>['kind'];

/** Something to be saved, at an address of its own: one address is never two things. */
export type Download<Text extends TextRecord> = {
  kind: 'plain-text';
  format: 'text/plain';
  url: string;
  text: Text;
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
  return texts
    .filter(({ segmentCount }) => segmentCount > 0)
    .map((text) => ({
      kind: 'plain-text',
      format: 'text/plain',
      url: urls.plainText(id, text.id),
      text,
    }));
}
