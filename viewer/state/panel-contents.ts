import { useMemo } from 'react';
import { contentsOf, type Contents } from '../iiif/contents.ts';
import { idOf, isRecord, type JsonRecord } from '../iiif/json.ts';
import { canvasRecords } from '../iiif/manifest.ts';
import { thumbnailOf } from '../iiif/thumbnail.ts';

/** Wide enough for screens with two pixels where we count one. Pixels. */
const THUMBNAIL_WIDTH = 200;

export type PanelContents = {
  contents: Contents | undefined;
  /** The address of a page's small picture, by its canvas. */
  thumbnail: (canvasId: string) => string | undefined;
};

const NOTHING: PanelContents = { contents: undefined, thumbnail: () => undefined };

/**
 * What the panel shows of a manifest, read when it is wanted and not again while the manifest stays the same.
 *
 * @param positions where each canvas stands, from 0.
 */
export function usePanelContents(
  json: unknown,
  positions: ReadonlyMap<string, number>,
  { isWanted, language }: { isWanted: boolean; language: string },
): PanelContents {
  return useMemo(() => {
    if (!isWanted || !isRecord(json)) return NOTHING;
    const canvases = new Map<string, JsonRecord>();
    for (const canvas of canvasRecords(json)) canvases.set(idOf(canvas) ?? '', canvas);
    return {
      contents: contentsOf(json, positions, language),
      thumbnail: (canvasId: string) => {
        const canvas = canvases.get(canvasId);
        return canvas === undefined ? undefined : thumbnailOf(canvas, THUMBNAIL_WIDTH);
      },
    };
  }, [json, positions, isWanted, language]);
}
