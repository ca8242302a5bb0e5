import { describe, expect, it } from 'vitest';
import { problemOf, readManifest } from '../../../viewer/iiif/manifest.ts';
import { mendedManifest } from '../../../viewer/iiif/mended-manifest.ts';

const version3 = {
  id: 'https://example.org/manifest',
  type: 'Manifest',
  label: { en: ['Telegram'] },
  items: [
    {
      id: 'https://example.org/canvas/705',
      type: 'Canvas',
      label: { none: ['705'] },
      width: 1000,
      height: 1400,
      items: [{ items: [{ body: { id: 'https://example.org/705.jpg', type: 'Image' }, target: 'x' }] }],
      annotations: [{ id: 'https://example.org/page/ru', type: 'AnnotationPage' }],
    },
    { id: 'https://example.org/canvas/706', type: 'Canvas', summary: { en: ['Leaf not held'] }, items: [] },
  ],
  annotations: [{ id: 'https://example.org/unplaced', type: 'AnnotationPage' }],
};

const version2 = {
  '@id': 'https://example.org/manifest',
  '@type': 'sc:Manifest',
  label: 'Brief',
  sequences: [
    {
      canvases: [
        {
          '@id': 'https://example.org/canvas/1',
          '@type': 'sc:Canvas',
          width: 800,
          height: 900,
          images: [{ resource: { '@id': 'https://example.org/1.jpg' }, on: 'https://example.org/canvas/1' }],
          otherContent: ['https://example.org/list/1', { '@id': 'https://example.org/list/2' }],
        },
      ],
    },
  ],
};

describe('reading a manifest', () => {
  it('finds canvases with folio, scan and annotation pages in Presentation 3', () => {
    const manifest = readManifest(version3, 'en');
    expect(manifest?.title?.values).toEqual(['Telegram']);
    expect(manifest?.canvases.map(({ label, hasScan }) => [label, hasScan])).toEqual([
      ['705', true],
      ['2', false],
    ]);
    expect(manifest?.canvases[0]?.annotations).toHaveLength(1);
    expect(manifest?.canvases[1]?.summary?.values).toEqual(['Leaf not held']);
    expect(manifest?.annotations).toHaveLength(1);
  });

  it('finds the same in Presentation 2', () => {
    const manifest = readManifest(version2, 'en');
    expect(manifest?.title?.values).toEqual(['Brief']);
    expect(manifest?.canvases[0]).toMatchObject({ label: '1', width: 800, hasScan: true });
    expect(manifest?.canvases[0]?.annotations.map(({ id, '@id': old }) => id ?? old)).toEqual([
      'https://example.org/list/1',
      'https://example.org/list/2',
    ]);
  });

  it('gives a name to annotation pages that have none and need not be fetched, and leaves out those that must', () => {
    const canvas = { id: 'https://example.org/canvas/1', type: 'Canvas' };
    const annotations = [
      { type: 'AnnotationPage', items: [] },
      { type: 'AnnotationPage' },
      { type: 'AnnotationPage', items: [{ type: 'Annotation' }] },
    ];
    const manifest = readManifest({ ...version3, items: [{ ...canvas, annotations }] }, 'en');
    expect(manifest?.canvases[0]?.annotations.map(({ id }) => id)).toEqual([
      'https://example.org/canvas/1#annotations-0',
      'https://example.org/canvas/1#annotations-2',
    ]);
  });

  it('says why something is none', () => {
    expect(problemOf(null)).toBe('not-iiif');
    expect(problemOf([])).toBe('not-iiif');
    expect(problemOf({ hello: 'world' })).toBe('not-iiif');
    expect(problemOf({ type: 'Collection', items: [] })).toBe('collection');
    expect(problemOf({ type: 'Manifest', items: [{ type: 'Canvas' }] })).toBe('no-canvas');
    expect(problemOf(version2)).toBeUndefined();
    expect(readManifest({ type: 'Manifest' }, 'en')).toBeUndefined();
  });
});

describe('mending a manifest', () => {
  it('changes nothing that a reader sees of a good one', () => {
    for (const manifest of [version3, version2]) {
      expect(
        readManifest(mendedManifest(manifest), 'en')?.canvases.map(({ id, hasScan }) => [id, hasScan]),
      ).toEqual(readManifest(manifest, 'en')?.canvases.map(({ id, hasScan }) => [id, hasScan]));
    }
  });

  it('drops what is not painted with anything, and gives every canvas a size', () => {
    const mended = mendedManifest({
      type: 'Manifest',
      label: 5,
      structures: 'nonsense',
      items: [
        7,
        {
          id: 'c1',
          width: -1,
          height: 'x',
          items: [{ items: [null, {}, { body: 'x' }, { body: { id: 'i', width: 30, height: 40 } }] }],
        },
        { id: 'c1', width: 5, height: 5 },
        { id: 'c2', items: 'x' },
      ],
    });
    const manifest = readManifest(mended, 'en');
    expect(manifest?.canvases.map(({ id, width, height, hasScan }) => [id, width, height, hasScan])).toEqual([
      ['c1', 30, 40, true],
      ['c2', 1000, 1414, false],
    ]);
    expect(mended).not.toHaveProperty('structures');
  });

  it('writes what a scan is painted on as one string', () => {
    const target = { type: 'SpecificResource', source: 'c1', selector: { value: 'xywh=1,2,30,40' } };
    const manifest = {
      type: 'Manifest',
      items: [{ id: 'c1', items: [{ items: [{ body: { id: 'i' }, target }] }] }],
    };
    expect(JSON.stringify(mendedManifest(manifest))).toContain('"target":"c1#xywh=1,2,30,40"');
  });
});
