import type { ReactElement } from 'react';
import type { FacetCount, FacetName } from '../../search/search.ts';
import type { StoredCollection } from '../../store/store.ts';
import { inLanguage, type LanguageMap } from '../../model/language-map.ts';
import { capitalised } from '../kind-words.ts';
import { kindWords } from '../record-words.ts';
import { languageAttributes, languageName } from '../words.tsx';
import { useMessages } from '../interface.tsx';
import type { Messages } from '../messages/messages.ts';

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
  const messages = useMessages();
  const { language, words } = wordsOf(facet, value, paths, messages);
  return <span {...languageAttributes(language, messages.language)}>{words}</span>;
}

export function plainFacetWords(
  facet: FacetName,
  value: Value,
  paths: CollectionPaths,
  messages: Messages,
): string {
  return wordsOf(facet, value, paths, messages).words;
}

/** The levels above a collection, which tell `Delo 12` from another: empty for what stands at the top. */
export function levelsAbove(collection: string, paths: CollectionPaths, messages: Messages): string {
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
  messages: Messages,
): { language: string; words: string } {
  const own = (words: string) => ({ language: messages.language, words });
  switch (facet) {
    case 'collection':
      return first(paths.get(value)?.at(-1)?.record.title ?? label, value, messages);
    case 'language':
      return own(languageName(value, messages.language));
    case 'kind':
      return own(kindWords(value, messages.language));
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
      return first(label, value, messages);
  }
}

function first(
  label: LanguageMap | undefined,
  value: string,
  messages: Messages,
): { language: string; words: string } {
  const { language, values } = inLanguage(label ?? {}, messages.language);
  return { language, words: values[0] ?? value };
}
