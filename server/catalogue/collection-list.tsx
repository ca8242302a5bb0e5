import type { ReactElement } from 'react';
import type { PublicUrls } from '../http/public-urls.ts';
import type { CollectionRecord } from '../model/collection.ts';
import type { StoredCollection } from '../store/store.ts';
import { capitalised } from './kind-words.ts';
import type { InterfaceLanguage } from '../http/interface-language.ts';
import { levelName, referenceWords } from './record-words.ts';
import { Words } from './words.tsx';
import { useMessages } from './interface.tsx';
import type { Messages } from './messages/messages.ts';

/** Collections of one level, each with its reference, what it is and how much it holds. */
export function CollectionList({
  collections,
  urls,
  heading: Heading,
}: {
  collections: readonly StoredCollection[];
  urls: PublicUrls;
  /** One level below the heading that the list stands under. */
  heading: 'h3';
}): ReactElement {
  const messages = useMessages();
  const levelled = collections.some(({ record }) => levelWords(record, messages.language) !== undefined);
  return (
    <ul className={levelled ? 'collection-list collection-list-levelled' : 'collection-list'}>
      {collections.map((collection) => (
        <li key={collection.id}>
          {levelled ? <p className="level">{levelWords(collection.record, messages.language)}</p> : null}
          <div>
            <Heading>
              <a href={urls.collectionPage(collection.id)}>
                <Words map={collection.record.title} />
              </a>
            </Heading>
            {collection.record.summary === undefined ? null : (
              <Words as="p" map={collection.record.summary} className="collection-summary" />
            )}
            <p className="collection-holds">{holds(collection, messages)}</p>
          </div>
        </li>
      ))}
    </ul>
  );
}

/** The level and its own number, in the archive's words: `Fond 5`. */
function levelWords({ level, reference }: CollectionRecord, language: InterfaceLanguage): string | undefined {
  const last = reference?.levels.at(-1);
  if (last === undefined) return level === undefined ? undefined : levelName(level, language);
  return capitalised(
    referenceWords(
      { levels: [last] },
      level === undefined || level === last.name ? undefined : levelName(level, language),
      language,
    ),
  );
}

/** `2 parts, 14 documents`, without what there is none of. */
export function holds({ collectionCount, documentCount }: StoredCollection, messages: Messages): string {
  const parts = [
    ...(collectionCount > 0 ? [messages.collectionsCount(collectionCount)] : []),
    ...(documentCount > 0 ? [messages.documentsCount(documentCount)] : []),
  ];
  return parts.length === 0 ? messages.emptyCollection : parts.join(', ');
}
