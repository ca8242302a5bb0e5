import type { ReactElement } from 'react';
import { CommentingUrls } from '../http/commenting-urls.ts';
import type { PublicUrls } from '../http/public-urls.ts';
import type { StoredDocument } from '../store/store.ts';
import { useMessages } from './interface.tsx';

/** The addresses that a program, or another institution's viewer, needs. */
export function TechnicalLinks({
  document,
  urls,
}: {
  document: StoredDocument;
  urls: PublicUrls;
}): ReactElement {
  const messages = useMessages();
  const comments = new CommentingUrls(urls.base);
  return (
    <section className="technical" aria-labelledby="technical">
      <h2 id="technical">{messages.technical}</h2>
      <dl className="record">
        <Address
          name={messages.manifest}
          url={urls.manifest(document.id)}
          use={document.texts.length === 0 ? messages.manifestUse : messages.manifestWithTextsUse}
        />
        {document.texts.length === 0 ? null : (
          <Address
            name={messages.commentingManifest}
            url={comments.manifest(document.id)}
            use={messages.commentingManifestUse}
          />
        )}
      </dl>
    </section>
  );
}

function Address({ name, url, use }: { name: string; url: string; use?: string }): ReactElement {
  return (
    <div className="field">
      <dt>{name}</dt>
      <dd>
        <a className="address" href={url}>
          {url}
        </a>
        {use === undefined ? null : <span className="technical-use">{use}</span>}
      </dd>
    </div>
  );
}
