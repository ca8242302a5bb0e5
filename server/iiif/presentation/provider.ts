import type { PublicUrls } from '../../http/public-urls.ts';
import type { CollectionRecord } from '../../model/collection.ts';
import { inLanguage, type LanguageMap } from '../../model/language-map.ts';
import { HOME_PAGE, inBoth, international } from './language-labels.ts';
import type { Provider } from './resource.ts';

/**
 * The institution that holds a thing (Presentation API 3.0 §3.1): the one that its own record names, else
 * the one that the nearest collection around it names.
 * @param around from the root down.
 */
export function providerOf(
  own: LanguageMap | undefined,
  around: readonly CollectionRecord[],
  urls: PublicUrls,
): Provider[] | undefined {
  const repository = own ?? around.map(repositoryOf).findLast((name) => name !== undefined);
  if (repository === undefined) return undefined;
  const [name] = inLanguage(repository, 'en').values;
  if (name === undefined) return undefined;
  return [
    {
      id: urls.repository(name),
      type: 'Agent',
      label: international(repository),
      homepage: [{ id: urls.home(), type: 'Text', label: inBoth(HOME_PAGE), format: 'text/html' }],
    },
  ];
}

function repositoryOf(record: CollectionRecord): LanguageMap | undefined {
  return record.repository ?? record.reference?.repository;
}
