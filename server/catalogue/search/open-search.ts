import type { Site } from '../assets.ts';
import { english as messages } from '../messages/en/messages.ts';
import { plainWords } from '../words.tsx';
import { escapeXml } from '../escape-xml.ts';

export const OPEN_SEARCH_TYPE = 'application/opensearchdescription+xml';

/** How a browser or another program searches here (OpenSearch 1.1): the name is at most 16 characters. */
export function openSearch({ name, urls }: Site): string {
  const archive = name === undefined ? messages.software : plainWords(name, messages.language);
  const short = Array.from(archive).slice(0, 16).join('').trim();
  return `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>${escapeXml(short)}</ShortName>
  <Description>${escapeXml(messages.search.openSearch(archive).slice(0, 1024))}</Description>
  <InputEncoding>UTF-8</InputEncoding>
  <Url type="text/html" template="${escapeXml(urls.searchPage())}?q={searchTerms}"/>
  <Url type="application/json" template="${escapeXml(urls.searchPage(undefined, '.json'))}?q={searchTerms}"/>
  <Url type="${OPEN_SEARCH_TYPE}" rel="self" template="${escapeXml(urls.openSearch())}"/>
</OpenSearchDescription>
`;
}
