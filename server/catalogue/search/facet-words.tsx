import type { ReactElement } from 'react';
import type { FacetCount, FacetName } from '../../search/search.ts';
import type { StoredCollection } from '../../store/store.ts';
import { inLanguage, type LanguageMap } from '../../model/language-map.ts';
import { capitalised } from '../kind-words.ts';
import { messages } from '../messages.ts';
import { languageAttributes, languageName } from '../words.tsx';

/** For the collections among the values: from the root down to each. */
export type CollectionPaths = ReadonlyMap<string, readonly StoredCollection[]>;

type Value = Pick<FacetCount, 'value' | 'label'>;

/** A value of a facet as the catalogue names it elsewhere. */
export function FacetWords({
  facet,
  value,
  paths,
}: {
  facet: FacetName;
  value: Value;
  paths: CollectionPaths;
}): ReactElement {
  const { language, words } = wordsOf(facet, value, paths);
  return <span {...languageAttributes(language)}>{words}</span>;
}

export function plainFacetWords(facet: FacetName, value: Value, paths: CollectionPaths): string {
  return wordsOf(facet, value, paths).words;
}

/** The levels above a collection, which tell `Delo 12` from another: empty for what stands at the top. */
export function levelsAbove(collection: string, paths: CollectionPaths): string {
  return (paths.get(collection) ?? [])
    .slice(0, -1)
    .filter(({ parent }) => parent !== undefined)
    .map(({ record }) => inLanguage(record.title, messages.language).values[0] ?? '')
    .join(' / ');
}

function wordsOf(
  facet: FacetName,
  { value, label }: Value,
  paths: CollectionPaths,
): { language: string; words: string } {
  const own = (words: string) => ({ language: messages.language, words });
  switch (facet) {
    case 'collection':
      return first(paths.get(value)?.at(-1)?.record.title ?? label, value);
    case 'language':
      return own(languageName(value));
    case 'kind':
      return { language: 'none', words: capitalised(value) };
    case 'scan':
      return own(value === 'no' || value === 'false' ? messages.search.held.no : messages.search.held.yes);
    case 'translation':
      return own(
        value === 'no' || value === 'false' ? messages.search.translated.no : messages.search.translated.yes,
      );
    case 'status':
      return own(
        capitalised(Object.entries(messages.status).find(([status]) => status === value)?.[1] ?? value),
      );
    default:
      return first(label, value);
  }
}

function first(label: LanguageMap | undefined, value: string): { language: string; words: string } {
  const { language, values } = inLanguage(label ?? {}, messages.language);
  return { language, words: values[0] ?? value };
}
