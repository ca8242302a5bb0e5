import type { ReactElement } from 'react';
import type { PublicUrls } from '../../http/public-urls.ts';
import { useMessages } from '../interface.tsx';

/** The box above every page. */
export function SearchBox({ urls }: { urls: PublicUrls }): ReactElement {
  const messages = useMessages();
  const { search } = messages;
  return (
    <form className="search-box" action={urls.searchPage()} method="get" role="search">
      <input
        type="search"
        name="q"
        aria-label={search.label}
        placeholder={search.heading}
        maxLength={1000}
        autoComplete="off"
        spellCheck="false"
        dir="auto"
      />
      <button type="submit">{search.button}</button>
    </form>
  );
}
