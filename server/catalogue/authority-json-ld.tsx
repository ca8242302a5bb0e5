import type { ReactElement } from 'react';
import type { PublicUrls } from '../http/public-urls.ts';
import { linkAddress } from '../model/authority-link.ts';
import { allForms, type Authority } from '../model/authority.ts';
import { nameForm, plainWords } from './words.tsx';
import { useLanguage } from './interface.tsx';
import type { InterfaceLanguage } from './../http/interface-language.ts';

/** The same in schema.org's words, for search engines and for whoever joins data. */
export function AuthorityJsonLd({
  authority,
  urls,
}: {
  authority: Authority;
  urls: PublicUrls;
}): ReactElement {
  const language = useLanguage();
  // A form of a name could close the element: `</script>`. Nothing else in JSON means anything to HTML.
  const json = JSON.stringify(describe(authority, urls, language)).replaceAll('<', String.raw`\u003c`);
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />;
}

function describe(authority: Authority, urls: PublicUrls, language: InterfaceLanguage): object {
  const { id, kind, dates, description, links, coordinates } = authority;
  const address = urls.authorityPage(kind, id);
  const name = nameForm(authority.name, language).value;
  const others = new Set(allForms(authority).map(({ form }) => form));
  others.delete(name);
  return {
    '@context': 'https://schema.org',
    '@type': kind === 'person' ? 'Person' : 'Place',
    '@id': address,
    url: address,
    name,
    ...(others.size === 0 ? {} : { alternateName: [...others] }),
    ...(description === undefined ? {} : { description: plainWords(description, language) }),
    ...dateOf('birthDate', dates.birth),
    ...dateOf('deathDate', dates.death),
    ...(coordinates === undefined ? {} : { geo: { '@type': 'GeoCoordinates', ...coordinates } }),
    ...(links.length === 0 ? {} : { sameAs: links.map(linkAddress) }),
  };
}

/** schema.org takes ISO 8601: no doubt, no interval. */
function dateOf(property: string, edtf: string | undefined): object {
  return edtf !== undefined && /^\d{4}(-\d{2}){0,2}$/.test(edtf) ? { [property]: edtf } : {};
}
