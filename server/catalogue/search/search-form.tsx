import type { ReactElement } from 'react';
import type { PublicUrls } from '../../http/public-urls.ts';
import { SORTS } from '../../search/search.ts';
import { usualSort, type SearchRequest } from './search-request.ts';
import { useMessages } from '../interface.tsx';

/** The words, the dates and the order; what the results are narrowed to goes along unseen. */
export function SearchForm({ request, urls }: { request: SearchRequest; urls: PublicUrls }): ReactElement {
  const messages = useMessages();
  const { search } = messages;
  const { q, exact, filters, from, to, sort } = request;
  const date = (name: 'from' | 'to', label: string, value: string | undefined) => (
    <label>
      <span>{label}</span>
      <input
        type="text"
        name={name}
        defaultValue={value}
        size={10}
        maxLength={10}
        inputMode="numeric"
        placeholder={search.dateExample[name]}
        pattern="\d{4}(-\d{2}(-\d{2})?)?"
        title={search.dateHint}
        autoComplete="off"
      />
    </label>
  );
  return (
    <form className="search-form" action={urls.searchPage()} method="get" role="search">
      <div className="search-words">
        <label className="unseen" htmlFor="q">
          {search.label}
        </label>
        <input
          id="q"
          type="search"
          name="q"
          defaultValue={q}
          placeholder={search.placeholder}
          maxLength={1000}
          autoComplete="off"
          spellCheck="false"
          dir="auto"
        />
        <button className="button" type="submit">
          {search.button}
        </button>
      </div>
      <div className="search-options">
        {date('from', search.from, from)}
        {date('to', search.to, to)}
        <label>
          <span>{search.sortBy}</span>
          {/* As usual depends on whether there are words, so the usual order is said by saying nothing. */}
          <select name="sort" defaultValue={sort === usualSort(q) ? '' : sort}>
            <option value="">{search.sort[usualSort(q)]}</option>
            {SORTS.filter((name) => name !== usualSort(q)).map((name) => (
              <option key={name} value={name}>
                {search.sort[name]}
              </option>
            ))}
          </select>
        </label>
        <label className="search-exact" title={search.exactHint}>
          <input type="checkbox" name="exact" value="1" defaultChecked={exact} />
          <span>{search.exact}</span>
        </label>
      </div>
      {filters.map(({ facet, value }) => (
        <input key={`${facet} ${value}`} type="hidden" name={facet} value={value} />
      ))}
    </form>
  );
}
