import { useEffect, useState } from 'react';
import { readCollection, type Collection } from '../iiif/collection.ts';
import { say } from '../messages/messages.ts';
import { fetchJson, type Mishaps } from './fetch-json.ts';
import { OF_SEARCH } from './search-mishaps.ts';

const OF_LIST: Mishaps = { ...OF_SEARCH, 'not-json': 'besideListNone' };

/** A collection that is asked for: undefined until it has come, or with the reason why it will not. */
export type AskedCollection = { collection: Collection } | { failure: string } | undefined;

/**
 * Asks for a collection while something shows it. Those that have come are kept as long, so that nobody waits on the way
 * back.
 */
export function useCollection(
  address: string,
  language: string,
): { asked: AskedCollection; again: () => void } {
  const [known, setKnown] = useState<ReadonlyMap<string, NonNullable<AskedCollection>>>(new Map());
  const asked = known.get(address);
  const isWanted = asked === undefined;
  useEffect(() => {
    if (!isWanted) return undefined;
    const leaving = new AbortController();
    void askFor(address, language, leaving.signal).then((answer) => {
      if (!leaving.signal.aborted) setKnown((before) => new Map(before).set(address, answer));
    });
    return () => leaving.abort();
  }, [address, language, isWanted]);
  const again = () => setKnown((before) => new Map([...before].filter(([each]) => each !== address)));
  return { asked, again };
}

/** Never rejects. */
async function askFor(
  address: string,
  language: string,
  until: AbortSignal,
): Promise<NonNullable<AskedCollection>> {
  const loaded = await fetchJson(address, fetch, { mishaps: OF_LIST, until });
  if (!('json' in loaded)) return { failure: loaded.failure };
  const collection = readCollection(loaded.json, language);
  return collection === undefined ? { failure: say('besideListNone') } : { collection };
}
