import type { ReactElement } from 'react';
import type { RequiredStatement } from '../model/document.ts';
import { rightsName } from './rights-name.ts';
import { webAddress } from '../../viewer/iiif/uri.ts';
import { Paragraphs, Words } from './words.tsx';
import { useMessages } from './interface.tsx';

/** A statement that must be shown wherever the document is, in full. */
export function RequiredStatementWords({ statement }: { statement: RequiredStatement }): ReactElement {
  return (
    <div className="statement">
      <Words as="p" map={statement.label} className="statement-label" />
      <Paragraphs map={statement.value} />
    </div>
  );
}

export function RightsWords({ uri }: { uri: string }): ReactElement {
  const messages = useMessages();
  return (
    <div className="statement">
      <p className="statement-label">{messages.field.rights}</p>
      <p>
        <RightsLink uri={uri} />
      </p>
    </div>
  );
}

/** The statement by its name, leading to its words; a URI that cannot be a link stands as text. */
export function RightsLink({ uri }: { uri: string }): ReactElement {
  const address = webAddress(uri);
  const name = rightsName(uri, useMessages()) ?? uri;
  return address === undefined ? (
    <>{name}</>
  ) : (
    <a href={address} rel="license">
      {name}
    </a>
  );
}
