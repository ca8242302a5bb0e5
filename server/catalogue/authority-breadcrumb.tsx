import type { ReactElement } from 'react';
import type { PublicUrls } from '../http/public-urls.ts';
import type { AuthorityKind } from '../model/authority.ts';
import { useMessages } from './interface.tsx';

/** Home / People, Home / Places, Home / Dates: these stand in no level of the arrangement. */
export function AuthorityBreadcrumb({
  kind,
  list,
  urls,
}: {
  kind?: AuthorityKind;
  /** Another list that it stands in. */
  list?: { address: string; name: string };
  urls: PublicUrls;
}): ReactElement {
  const messages = useMessages();
  return (
    <nav className="breadcrumb" aria-label={messages.breadcrumb}>
      <ol>
        <li>
          <a href={urls.home()}>{messages.home}</a>
        </li>
        {kind === undefined ? null : (
          <li>
            <a href={urls.authorityList(kind)}>{messages.authorities[kind]}</a>
          </li>
        )}
        {list === undefined ? null : (
          <li>
            <a href={list.address}>{list.name}</a>
          </li>
        )}
      </ol>
    </nav>
  );
}
