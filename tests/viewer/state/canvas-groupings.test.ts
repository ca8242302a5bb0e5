import { describe, expect, it } from 'vitest';
import { mendedManifest } from '../../../viewer/iiif/mended-manifest.ts';
import { canvasRecords, readManifest } from '../../../viewer/iiif/manifest.ts';
import { isRecord } from '../../../viewer/iiif/json.ts';
import { spreadAround } from '../../../viewer/iiif/spreads.ts';
import { CanvasGroupings } from '../../../viewer/state/canvas-groupings.ts';

const manifest = (behavior: string, pages: number) =>
  mendedManifest({
    type: 'Manifest',
    behavior,
    items: Array.from({ length: pages }, (_, index) => ({ id: `c${index}`, type: 'Canvas' })),
  });

/** The canvases as Mirador's manifesto.js has them: a zero is nothing to it. */
function groups(json: unknown, view?: string): unknown[][] {
  const canvases = isRecord(json) ? canvasRecords(json) : [];
  const asked = canvases.map((record) => ({
    getProperty: (name: string) => (record[name] === 0 ? undefined : record[name]),
  }));
  return new CanvasGroupings(asked, view)
    .groupings()
    .map((group) => group.map((canvas) => canvas.getProperty('id')));
}

describe('the canvases that Mirador shows together', () => {
  it.each(['paged', 'individuals'])('are those whose texts stand together, where it says %s', (behavior) => {
    for (const pages of [1, 2, 3, 6]) {
      const json = manifest(behavior, pages);
      const canvases = readManifest(json, 'en')?.canvases ?? [];
      const openings = canvases.map(({ opening }) => opening);
      const spreads = canvases.map((_, index) => spreadAround(index, openings).map((page) => `c${page}`));
      const shown = canvases.map(({ id }) => groups(json, 'book').find((group) => group.includes(id)));
      expect(shown).toEqual(spreads);
      expect(shown).toHaveLength(pages);
    }
  });

  it('are one at a time in every other view', () => {
    expect(groups(manifest('individuals', 3), 'single')).toEqual([['c0'], ['c1'], ['c2']]);
    expect(groups(manifest('individuals', 3))).toEqual([['c0'], ['c1'], ['c2']]);
  });
});
