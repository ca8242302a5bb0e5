import type { ReactElement } from 'react';
import { linkAddress, type AuthorityLink } from '../model/authority-link.ts';
import type { Authority } from '../model/authority.ts';
import { useMessages } from './interface.tsx';

/** Where a place lies, and what others have of it or of a person. */
export function AuthorityLinks({
  authority: { links, coordinates },
}: {
  authority: Authority;
}): ReactElement | null {
  const messages = useMessages();
  if (links.length === 0 && coordinates === undefined) return null;
  return (
    <section aria-labelledby="elsewhere">
      <h2 id="elsewhere">{messages.elsewhere}</h2>
      <dl className="record">
        {coordinates === undefined ? null : (
          <div className="field">
            <dt>{messages.coordinates}</dt>
            <dd>{messages.coordinatesAt(coordinates.latitude, coordinates.longitude)}</dd>
          </div>
        )}
        {bySource(links).map(([source, group]) => (
          <div key={source} className="field">
            <dt>{messages.authoritySource[source]}</dt>
            {group.map((link) => (
              <dd key={link.value}>
                <a className="address" href={linkAddress(link)} rel="external">
                  {link.value}
                </a>
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </section>
  );
}

function bySource(links: readonly AuthorityLink[]): [AuthorityLink['source'], AuthorityLink[]][] {
  const groups = new Map<AuthorityLink['source'], AuthorityLink[]>();
  for (const link of links) groups.set(link.source, [...(groups.get(link.source) ?? []), link]);
  return [...groups];
}
