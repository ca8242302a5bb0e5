import { useEffect, useState } from 'react';
import type { Loaded } from '../iiif/resolve-content-state.ts';
import { fetchJson } from './fetch-json.ts';

/** What stands at an address; undefined while it is on its way, and where there is no address. */
export function useJsonAt(address: string | undefined): Loaded | undefined {
  const [loaded, setLoaded] = useState<{ address: string; answer: Loaded }>();
  useEffect(() => {
    if (address === undefined) return undefined;
    const left = new AbortController();
    void fetchJson(address, fetch, { until: left.signal }).then((answer) => {
      if (!left.signal.aborted) setLoaded({ address, answer });
    });
    return () => left.abort();
  }, [address]);
  return loaded?.address === address ? loaded?.answer : undefined;
}
