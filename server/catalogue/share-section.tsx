import type { ReactElement } from 'react';
import type { PublicUrls } from '../http/public-urls.ts';
import type { Page } from '../model/page.ts';
import type { StoredDocument, StoredText } from '../store/store.ts';
import { Field } from './field.tsx';
import { IiifMark } from './iiif-mark.tsx';
import { useMessages } from './interface.tsx';
import { textName } from './text-heading.tsx';

/** More leaves are closed until somebody wants them. */
const SHORT = 6;

/** Addresses to be copied or dragged, without a script: of the document, the text that was asked for, its manifest, its leaves. */
export function ShareSection({
  document,
  text,
  leaves,
  urls,
}: {
  document: StoredDocument;
  /** The text that the address asks for. */
  text: StoredText | undefined;
  /** Those that the page shows. */
  leaves: readonly Page[];
  urls: PublicUrls;
}): ReactElement {
  const messages = useMessages();
  const words = messages.document;
  const manifest = urls.manifest(document.id);
  return (
    <section className="share" aria-labelledby="share">
      <h2 id="share">{words.share}</h2>
      <dl className="record">
        <Field term={messages.permalink} values={[<Address url={urls.documentPage(document.id)} />]} />
        <Field
          term={words.shareText}
          values={
            text === undefined
              ? []
              : [
                  <>
                    <Address url={urls.documentText(document.id, text.id)} />
                    <span className="technical-use">{textName(text, messages)}</span>
                  </>,
                ]
          }
        />
        <Field
          term={words.shareManifest}
          values={[
            // What viewers look for in what is dropped on them: a link that carries the manifest in its query.
            <a className="drag-manifest" href={urls.viewer(manifest)}>
              <IiifMark />
              <span>{words.dragManifest}</span>
            </a>,
          ]}
        />
        <Field
          term={words.shareLeaves}
          values={leaves.length === 0 ? [] : [<Leaves {...{ document, leaves, urls }} />]}
        />
      </dl>
      <p className="technical-use">{words.shareElse}</p>
    </section>
  );
}

function Leaves({
  document,
  leaves,
  urls,
}: {
  document: StoredDocument;
  leaves: readonly Page[];
  urls: PublicUrls;
}): ReactElement {
  const messages = useMessages();
  const list = (
    <ol className="leaf-addresses">
      {leaves.map(({ id, folio }) => (
        <li key={id}>
          <span>{messages.leafOf(folio)}</span> <Address url={urls.read(document.id, id)} />
        </li>
      ))}
    </ol>
  );
  if (leaves.length <= SHORT) return list;
  return (
    <details className="more">
      <summary>{messages.document.shareLeavesOf(leaves.length)}</summary>
      {list}
    </details>
  );
}

function Address({ url }: { url: string }): ReactElement {
  return (
    <a className="address" href={url}>
      {url}
    </a>
  );
}
