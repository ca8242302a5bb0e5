import type { Site } from '../assets.ts';
import { messages } from '../messages.ts';
import { plainWords } from '../words.tsx';

export const OPEN_SEARCH_TYPE = 'application/opensearchdescription+xml';

/** How a browser or another program searches here (OpenSearch 1.1): the name is at most 16 characters. */
export function openSearch({ name, urls }: Site): string {
  const archive = name === undefined ? messages.software : plainWords(name);
  const short = Array.from(archive).slice(0, 16).join('').trim();
  return `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>${escaped(short)}</ShortName>
  <Description>${escaped(messages.search.openSearch(archive).slice(0, 1024))}</Description>
  <InputEncoding>UTF-8</InputEncoding>
  <Url type="text/html" template="${escaped(urls.searchPage())}?q={searchTerms}"/>
  <Url type="application/json" template="${escaped(urls.searchPage(undefined, '.json'))}?q={searchTerms}"/>
  <Url type="${OPEN_SEARCH_TYPE}" rel="self" template="${escaped(urls.openSearch())}"/>
</OpenSearchDescription>
`;
}

/** What XML 1.0 cannot hold at all is left out. */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"]/g, (character) => `&#${character.codePointAt(0) ?? 32};`);
}
