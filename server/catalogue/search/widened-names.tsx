import { Fragment, type ReactElement } from 'react';
import type { PublicUrls } from '../../http/public-urls.ts';
import type { WidenedName } from '../../search/search.ts';
import { Words } from '../words.tsx';
import { insistingOn } from './exact-form.ts';
import { searchParameters, type SearchRequest } from './search-request.ts';
import { useMessages } from '../interface.tsx';

/** A name in many scripts may be written in dozens of ways; these are seen. */
const FORMS_AT_MOST = 12;

/** Which names were looked for in all their spellings, how often each stands there, and how to insist on one. */
export function WidenedNames({
  names,
  request,
  urls,
}: {
  names: readonly WidenedName[];
  request: SearchRequest;
  urls: PublicUrls;
}): ReactElement | null {
  const messages = useMessages();
  const { search } = messages;
  if (names.length === 0 && !request.exact) return null;
  const as = (exact: boolean) => urls.searchPage(searchParameters({ ...request, exact, page: 1 }));
  return (
    <div className="widened">
      {names.map((name) => (
        <p key={`${name.kind} ${name.id}`}>
          {search.alsoAs(name.typed)}{' '}
          <a href={urls.authorityPage(name.kind, name.id)}>
            <Words map={name.name} />
          </a>
          {name.forms.length === 0 ? '.' : ': '}
          {name.forms.slice(0, FORMS_AT_MOST).map(({ form, documents }, index) => (
            <Fragment key={form}>
              {index === 0 ? null : ' · '}
              <span className="widened-form">
                <a
                  href={urls.searchPage(searchParameters(insistingOn(form, request, name.typed)))}
                  rel="nofollow"
                  title={search.formTitle(form)}
                >
                  <bdi>{form}</bdi>
                </a>{' '}
                <span className="facet-count">({messages.number(documents)})</span>
              </span>
            </Fragment>
          ))}
        </p>
      ))}
      <p>
        {request.exact ? (
          <>
            {search.exactNow}{' '}
            <a href={as(false)} rel="nofollow">
              {search.alsoOtherForms}
            </a>
          </>
        ) : (
          <a href={as(true)} rel="nofollow">
            {search.onlyAsTyped}
          </a>
        )}
      </p>
    </div>
  );
}
