import type { PublicUrls } from '../../http/public-urls.ts';
import type { CollectionRecord } from '../../model/collection.ts';
import type { Institution } from '../../model/institution.ts';
import { inLanguage, type LanguageMap } from '../../model/language-map.ts';
import { HOME_PAGE, inBoth, international } from './language-labels.ts';
import type { Provider } from './resource.ts';

/**
 * Who provides a thing (Presentation API 3.0 §3.1): the institution that holds it, which its own record names, else
 * the nearest collection around it; then the one that publishes the archive, with its logo, if it is another.
 * @param around from the root down.
 */
export function providerOf(
  own: LanguageMap | undefined,
  around: readonly CollectionRecord[],
  urls: PublicUrls,
  institution?: Institution,
): Provider[] | undefined {
  const holder = own ?? around.map(repositoryOf).findLast((name) => name !== undefined);
  const isPublisher = holder !== undefined && institution !== undefined && sameName(holder, institution.name);
  const agents = [
    ...(holder === undefined ? [] : [agent(holder, urls, isPublisher ? institution : undefined)]),
    ...(institution === undefined || isPublisher ? [] : [agent(institution.name, urls, institution)]),
  ].flatMap((one) => one ?? []);
  return agents.length === 0 ? undefined : agents;
}

function agent(named: LanguageMap, urls: PublicUrls, institution?: Institution): Provider | undefined {
  const [name] = inLanguage(named, 'en').values;
  if (name === undefined) return undefined;
  const logo = institution?.logo;
  return {
    id: urls.repository(name),
    type: 'Agent',
    label: international(named),
    homepage: [
      institution?.link === undefined
        ? { id: urls.home(), type: 'Text', label: inBoth(HOME_PAGE), format: 'text/html' }
        : { id: institution.link, type: 'Text', label: international(named), format: 'text/html' },
    ],
    ...(logo === undefined
      ? {}
      : {
          logo: [
            {
              id: urls.institutionLogo(),
              type: 'Image',
              format: logo.type,
              width: Math.max(1, Math.round(logo.width)),
              height: Math.max(1, Math.round(logo.height)),
            },
          ],
        }),
  };
}

function sameName(one: LanguageMap, other: LanguageMap): boolean {
  return Object.entries(one).some(([language, values]) =>
    values.some((value) => other[language]?.includes(value) === true),
  );
}

function repositoryOf(record: CollectionRecord): LanguageMap | undefined {
  return record.repository ?? record.reference?.repository;
}
