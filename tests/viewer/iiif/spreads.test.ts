import { describe, expect, it } from 'vitest';
import { mendedManifest } from '../../../viewer/iiif/mended-manifest.ts';
import { readManifest } from '../../../viewer/iiif/manifest.ts';
import { openingsOf, spreadAround } from '../../../viewer/iiif/spreads.ts';

const plain = (count: number) => Array.from({ length: count }, () => ({}));
const hinted = (...behaviors: string[]) =>
  behaviors.map((behavior) => (behavior === '' ? {} : { behavior: [behavior] }));
const paged = { behavior: ['paged'] };

describe('the pages that lie side by side', () => {
  it('are two and two where the manifest does not say that they are bound', () => {
    expect(openingsOf({}, plain(2))).toEqual([1, 1]);
    expect(openingsOf({ behavior: ['individuals'] }, plain(5))).toEqual([1, 1, 2, 2, 3]);
    expect(openingsOf({ behavior: 'unordered' }, plain(1))).toEqual([1]);
    expect(openingsOf(paged, [])).toEqual([]);
  });

  it('are the first alone and then two and two where it says `paged`, in either version', () => {
    const volume = [1, 2, 2, 3, 3, 4];
    expect(openingsOf(paged, plain(6))).toEqual(volume);
    expect(openingsOf({ behavior: 'paged' }, plain(6))).toEqual(volume);
    expect(openingsOf({ viewingHint: 'paged' }, plain(6))).toEqual(volume);
    expect(openingsOf({ sequences: [{ viewingHint: 'paged' }, {}] }, plain(6))).toEqual(volume);
    expect(openingsOf({ sequences: [{}, { viewingHint: 'paged' }] }, plain(6))).not.toEqual(volume);
  });

  it('leave a whole opening alone, and begin anew after it', () => {
    expect(openingsOf(paged, hinted('', '', '', 'facing-pages', '', ''))).toEqual([1, 2, 2, 3, 4, 4]);
    expect(openingsOf(paged, hinted('', '', 'facing-pages', '', ''))).toEqual([1, 2, 3, 4, 4]);
    expect(openingsOf(paged, hinted('facing-pages', '', ''))).toEqual([1, 2, 2]);
  });

  it('leave alone what is no page, and keep all others on their sides', () => {
    expect(openingsOf(paged, hinted('', 'non-paged', '', '', '', ''))).toEqual([1, 2, 3, 3, 4, 4]);
    expect(openingsOf(paged, hinted('', '', 'non-paged', '', '', ''))).toEqual([1, 2, 3, 4, 5, 5]);
    expect(openingsOf(paged, hinted('non-paged', '', '', ''))).toEqual([1, 2, 3, 3]);
    expect(openingsOf(paged, [{}, {}, { viewingHint: 'non-paged' }, {}])).toEqual([1, 2, 3, 4]);
  });

  it('heed neither word where the manifest does not say `paged`', () => {
    expect(openingsOf({}, hinted('', 'non-paged', 'facing-pages', ''))).toEqual([1, 1, 2, 2]);
  });
});

describe('the pages around one', () => {
  it('are those of its opening, which it may have to itself', () => {
    const openings = [1, 2, 2, 3, 3, 4];
    expect(openings.map((_, index) => spreadAround(index, openings))).toEqual([
      ...[[0], [1, 2], [1, 2], [3, 4], [3, 4], [5]],
    ]);
    expect(spreadAround(-1, openings)).toEqual([-1]);
    expect(spreadAround(0, [undefined, undefined])).toEqual([0]);
  });
});

describe('a mended manifest', () => {
  const openings = (json: unknown) =>
    readManifest(mendedManifest(json), 'en')?.canvases.map(({ opening }) => opening);

  it('tells of each canvas which opening it is in', () => {
    const items = ['c1', 'c2', 'c2', 'c3'].map((id) => ({ id, type: 'Canvas' }));
    expect(openings({ type: 'Manifest', items })).toEqual([1, 1, 2]);
    expect(openings({ type: 'Manifest', ...paged, items })).toEqual([1, 2, 2]);
    const canvases = items.map(({ id }) => ({ '@id': id, viewingHint: id === 'c2' ? 'non-paged' : '' }));
    const sequences = [{ viewingHint: 'paged', canvases }];
    expect(openings({ '@type': 'sc:Manifest', sequences })).toEqual([1, 2, 3]);
  });
});
