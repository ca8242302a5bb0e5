import { useEffect, useState } from 'react';
import { termsIn } from '../iiif/search-terms.ts';
import { questionTo } from '../iiif/search-service.ts';
import { fetchJson } from './fetch-json.ts';

/** Between two keys of who types. Milliseconds. */
const PAUSE = 180;

const NONE: readonly string[] = [];

/**
 * What the words that are being typed may become. Fetched once the reader pauses; whatever goes wrong is passed over,
 * for the words can be typed out.
 *
 * @param service address of the autocomplete; undefined where there is none.
 * @param text empty for nothing to complete.
 */
export function useCompletions(service: string | undefined, text: string): readonly string[] {
  const [found, setFound] = useState<{ text: string; terms: readonly string[] }>();
  const q = text.trim();
  useEffect(() => {
    if (service === undefined || q === '') return undefined;
    const leaving = new AbortController();
    const timer = window.setTimeout(() => {
      void fetchJson(questionTo(service, q), fetch, { until: leaving.signal }).then((loaded) => {
        if (leaving.signal.aborted) return;
        setFound({ text: q, terms: 'json' in loaded ? termsIn(loaded.json) : NONE });
      });
    }, PAUSE);
    return () => {
      window.clearTimeout(timer);
      leaving.abort();
    };
  }, [service, q]);
  if (found === undefined || q === '') return NONE;
  // Until others have come, those that still fit stay: a list that comes and goes with every key is no help.
  return found.text === q ? found.terms : found.terms.filter((term) => begins(term, q));
}

function begins(term: string, typed: string): boolean {
  return term.toLowerCase().startsWith(typed.toLowerCase());
}
