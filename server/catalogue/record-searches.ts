import type { PublicUrls } from '../http/public-urls.ts';
import { primarySubtag } from '../language/stem.ts';
import type { AuthorityKind } from '../model/authority.ts';
import type { Agent } from '../model/document.ts';
import { inLanguage, type LanguageMap } from '../model/language-map.ts';
import type { FacetName } from '../search/search.ts';

/** Searches for all documents whose records say the same as one: the addresses that the terms of a record lead to. */
export class RecordSearches {
  readonly #urls: PublicUrls;

  constructor(urls: PublicUrls) {
    this.#urls = urls;
  }

  kind = (kind: string): string => this.#narrowed('kind', kind);
  /** @param tag BCP 47; documents are found by its primary language. */
  language = (tag: string): string => this.#narrowed('language', primarySubtag(tag));
  repository = (name: LanguageMap): string | undefined => this.#named('repository', name);
  /** By its id where it has one, as the facet has it. */
  naming = (kind: AuthorityKind, { id, name }: Agent): string | undefined =>
    id === undefined ? this.#named(kind, name) : this.#narrowed(kind, id);

  /** There is no facet of subjects: their words are looked for, just as they follow each other. */
  subject(name: LanguageMap): string | undefined {
    const words = facetName(name).replaceAll('"', ' ').trim();
    return words === '' ? undefined : this.#urls.searchPage(new URLSearchParams({ q: `"${words}"` }));
  }

  #named(facet: FacetName, name: LanguageMap): string | undefined {
    const value = facetName(name);
    return value === '' ? undefined : this.#narrowed(facet, value);
  }

  #narrowed(facet: FacetName, value: string): string {
    return this.#urls.searchPage(new URLSearchParams({ [facet]: value }));
  }
}

/** Facets have names by their English form, whatever the page's language is. */
function facetName(name: LanguageMap): string {
  return inLanguage(name, 'en').values[0] ?? '';
}
