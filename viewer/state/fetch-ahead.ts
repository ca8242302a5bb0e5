import { useEffect, useEffectEvent } from 'react';
import { finerPageOf } from '../iiif/finer-page.ts';
import { idOf } from '../iiif/json.ts';
import { isEmbedded, type Canvas } from '../iiif/manifest.ts';
import { whenIdle } from './idle.ts';

/** What has come of pages that were asked for, by canvas and by the page's own URI. */
type Pages = Readonly<Record<string, Readonly<Record<string, { json?: unknown }>>>>;

/** A page with more texts than this has the rest fetched when it is turned to. */
const MOST_PAGES = 12;

/** What was asked for ahead, so that its requests can stand behind all others. */
const ahead = new Set<string>();

export function isFetchedAhead(address: string): boolean {
  return ahead.has(address);
}

/**
 * Fetches the texts of the next and the previous page once this one has settled, each once, so that turning to them
 * shows them at once. Not where the reader saves data.
 */
export function useFetchAhead({
  canvases,
  index,
  isSettled,
  pages,
  fetchPage,
}: {
  canvases: readonly Canvas[];
  index: number;
  isSettled: boolean;
  pages: Pages;
  fetchPage: (owner: string, page: string) => void;
}): void {
  const wanted = isSettled ? nextToFetch(canvases, index, pages) : [];
  const names = wanted.map(({ page }) => page).join(' ');
  const fetchAll = useEffectEvent(() => {
    for (const { owner, page } of wanted) {
      ahead.add(page);
      fetchPage(owner, page);
    }
  });
  useEffect(() => {
    return names === '' ? undefined : whenIdle(() => fetchAll());
  }, [names]);
}

/**
 * Annotation pages of the two neighbours of a canvas that nobody has asked for yet, those of the next one first; of what
 * has come, the finer pages that it names.
 */
export function nextToFetch(
  canvases: readonly Canvas[],
  index: number,
  pages: Pages,
): { owner: string; page: string }[] {
  if (index === -1) return [];
  return [canvases[index + 1], canvases[index - 1]].flatMap((canvas) => {
    if (canvas === undefined) return [];
    const known = pages[canvas.id] ?? {};
    const named = canvas.annotations
      .filter((page) => !isEmbedded(page))
      .flatMap((page) => idOf(page) ?? [])
      .slice(0, MOST_PAGES);
    const finer = named.flatMap((page) => {
      const json = known[page]?.json;
      return [finerPageOf(json, 'outlines'), finerPageOf(json, 'links')].flatMap((uri) => uri ?? []);
    });
    return [...new Set([...named, ...finer])]
      .filter((page) => known[page] === undefined)
      .map((page) => ({ owner: canvas.id, page }));
  });
}
