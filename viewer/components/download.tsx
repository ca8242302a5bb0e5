import type { ReactElement } from 'react';
import type { Offered } from '../iiif/offers.ts';
import { cropAddress } from '../iiif/canvas-image.ts';
import { say } from '../messages/messages.ts';
import type { Reader } from '../state/reader.ts';
import { OfferedList } from './offered-list.tsx';

/** What the manifest offers to be saved: of the page that is shown, and of the whole document. */
export function Download({ reader: { manifest, canvas } }: { reader: Reader }): ReactElement {
  const { image } = canvas;
  const picture = image?.service === undefined ? image?.address : cropAddress(image, image.on, 'whole');
  const pictures: Offered[] =
    picture === undefined
      ? []
      : [
          {
            address: picture,
            label: { values: [say('downloadScan')], language: '' },
            format: image?.service === undefined ? '' : 'image/jpeg',
            language: '',
          },
        ];
  const page = [...pictures, ...canvas.offers.downloads];
  const whole = manifest.offers.downloads;
  return (
    <>
      {page.length === 0 ? null : (
        <section className="desk-part">
          <h3>{say('downloadPage', { folio: canvas.label })}</h3>
          <OfferedList offered={page} />
        </section>
      )}
      {whole.length === 0 ? null : (
        <section className="desk-part">
          <h3>{say('downloadDocument')}</h3>
          <OfferedList offered={whole} />
        </section>
      )}
      {page.length + whole.length === 0 ? <p>{say('downloadNone')}</p> : null}
    </>
  );
}
