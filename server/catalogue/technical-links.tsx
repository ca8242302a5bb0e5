import type { ReactElement } from 'react';
import type { PublicUrls } from '../http/public-urls.ts';
import type { StoredDocument } from '../store/store.ts';
import { messages } from './messages.ts';

/** The addresses that a program, or another institution's viewer, needs. */
export function TechnicalLinks({
  document,
  urls,
}: {
  document: StoredDocument;
  urls: PublicUrls;
}): ReactElement {
  const [manifest, permalink] = [urls.manifest(document.id), urls.documentPage(document.id)];
  return (
    <section className="technical" aria-labelledby="technical">
      <h2 id="technical">{messages.technical}</h2>
      <dl className="record">
        <div className="field">
          <dt>{messages.manifest}</dt>
          <dd>
            <a className="address" href={manifest}>
              {manifest}
            </a>
            <span className="technical-use">{messages.manifestUse}</span>
          </dd>
        </div>
        <div className="field">
          <dt>{messages.permalink}</dt>
          <dd>
            <a className="address" href={permalink}>
              {permalink}
            </a>
          </dd>
        </div>
      </dl>
    </section>
  );
}
