import type { ReactElement } from 'react';
import { thumbnailOf } from '../thumbnail.ts';
import { plainWords } from '../words.tsx';
import { citedDetails } from './cited-details.ts';
import type { CitedSource } from './cited.ts';
import { useMessages } from '../interface.tsx';

/** Of a size that no service that shows links makes larger. */
const FRAME = { width: 600, height: 800 };

/** What a message or a post shows of a link to the document. */
export function OpenGraph({ source }: { source: CitedSource }): ReactElement {
  const messages = useMessages();
  const { document, text, archive, urls } = source;
  const first = document.pages.find(({ image }) => image !== undefined);
  const picture = first?.image === undefined ? undefined : thumbnailOf(first.image, FRAME, urls);
  const title = plainWords(document.record.title, messages.language);
  const properties: [string, string | undefined][] = [
    ['og:type', 'article'],
    ['og:title', title],
    // Zotero saves it: a translation that was asked for has an address of its own, which its citations give, too.
    ['og:url', text === undefined ? urls.documentPage(document.id) : urls.documentText(document.id, text.id)],
    ['og:site_name', archive === undefined ? undefined : plainWords(archive, messages.language)],
    // Whole: Zotero takes its abstract from here, and who shows links cuts it to their own measure.
    ['og:description', citedDetails(document.record).summary],
    ['og:image', picture?.src],
    ['og:image:width', picture && String(picture.width)],
    ['og:image:height', picture && String(picture.height)],
    ['og:image:alt', first && picture && messages.firstLeaf(first.folio, title)],
  ];
  return (
    <>
      {properties.map(([property, content]) =>
        content === undefined || content === '' ? null : (
          <meta key={property} property={property} content={content} />
        ),
      )}
    </>
  );
}
