import { useEffect, useMemo } from 'react';
import { canvasTexts } from '../iiif/canvas-texts.ts';
import { idOf } from '../iiif/json.ts';
import { isEmbedded, type Manifest } from '../iiif/manifest.ts';
import type { Leaf } from './grids.ts';
import type { Mount } from './mount.ts';
import type { RoomActions, RoomState } from './room-state.ts';

type Source = Pick<RoomState, 'manifestPages' | 'pages'> & Pick<RoomActions, 'fetchPage'> & { mount: Mount };

const NONE: readonly Leaf[] = [];

/**
 * The pages that are shown with their texts, as far as these have come; what they name beyond that is fetched.
 *
 * @param spread numbers of one page, or of two that lie side by side. @param index of the one that is turned to.
 */
export function useLeaves(
  source: Source,
  manifest: Manifest | undefined,
  [first = -1, second = -1]: readonly number[],
  index: number,
): readonly Leaf[] {
  const { mount, fetchPage } = source;
  useEffect(() => {
    for (const page of manifest?.annotations ?? []) {
      if (!isEmbedded(page)) fetchPage(mount.manifest, idOf(page) ?? '');
    }
  }, [manifest, mount, fetchPage]);
  const one = useLeaf(source, manifest, { number: first, isTurnedTo: first === index });
  const other = useLeaf(source, manifest, { number: second, isTurnedTo: second === index });
  return useMemo(() => {
    const leaves = [one, other].filter((leaf) => leaf !== undefined);
    return leaves.length === 0 ? NONE : leaves;
  }, [one, other]);
}

/** Nothing is changed by what comes of other pages. */
function useLeaf(
  { pages, manifestPages, mount, fetchPage }: Source,
  manifest: Manifest | undefined,
  { number, isTurnedTo }: { number: number; isTurnedTo: boolean },
): Leaf | undefined {
  const canvas = manifest?.canvases[number];
  const canvasPages = canvas === undefined ? undefined : pages[canvas.id];
  const leaf = useMemo((): Leaf | undefined => {
    if (manifest === undefined || canvas === undefined) return undefined;
    const fetched = (owner: string, page: string) => {
      const entry = (owner === canvas.id ? canvasPages : manifestPages)?.[page];
      if (entry === undefined || entry.isFetching === true) return undefined;
      return entry.json === undefined ? { failed: true } : { json: entry.json };
    };
    return { canvas, found: canvasTexts(manifest, canvas, fetched, mount.language) };
  }, [manifest, canvas, canvasPages, manifestPages, mount]);
  useEffect(() => {
    if (canvas === undefined) return;
    // Mirador fetches what the page names that is turned to; of the one beside it, and of finer pages, nobody else asks.
    const named = isTurnedTo
      ? []
      : canvas.annotations.filter((page) => !isEmbedded(page)).flatMap((page) => idOf(page) ?? []);
    for (const page of [...named, ...(leaf?.found.finer ?? [])]) {
      if (canvasPages?.[page] === undefined) fetchPage(canvas.id, page);
    }
  }, [canvas, leaf, isTurnedTo, canvasPages, fetchPage]);
  return leaf;
}

/** Whether all texts of a page have come, or will not come. */
export function hasTexts({ found }: Leaf): boolean {
  return found.awaited === 0;
}

/** The same, and what more is said of them. */
export function isComplete({ canvas, found }: Leaf, pages: RoomState['pages']): boolean {
  const known = pages[canvas.id];
  return (
    found.awaited === 0 &&
    found.finer.every((page) => known?.[page]?.isFetching === false || known?.[page]?.json !== undefined)
  );
}
