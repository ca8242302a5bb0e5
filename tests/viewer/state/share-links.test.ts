import { describe, expect, it } from 'vitest';
import { readContentState } from '../../../viewer/iiif/content-state.ts';
import { contentStateOf } from '../../../viewer/iiif/destination.ts';
import { contentLink, readLink, type Shareable } from '../../../viewer/state/share-links.ts';

const base = 'https://example.org/archive';
const documents = `${base}/iiif/documents/telegram`;
const place = { manifest: `${documents}/manifest`, canvas: `${documents}/canvases/705` };
const region = { unit: 'pixel', box: { x: 1, y: 2, width: 30, height: 40 } } as const;
const annotation = `${documents}/texts/ru/annotations/s1.2`;

const LINKS: [Shareable, string][] = [
  [{ kind: 'manifest', manifest: place.manifest }, ''],
  [{ kind: 'canvas', ...place }, '?page=705'],
  [{ kind: 'region', ...place, region }, '?page=705&xywh=1,2,30,40'],
  [{ kind: 'annotation', ...place, annotation, region }, '?page=705&segment=ru.s1.2'],
  [{ kind: 'annotation', ...place, annotation: 'https://other.example/1' }, '?page=705'],
];

describe('a link to share', () => {
  it('is short and readable on a document of ours', () => {
    for (const [destination, query] of LINKS) {
      const read = `${base}/read/telegram`;
      expect(readLink(destination, { read })).toBe(`${read}${query}`);
    }
  });

  it('is a content state for everybody, an address as it is and the rest encoded', () => {
    for (const [destination] of LINKS) {
      const link = contentLink(contentStateOf(destination), { viewer: `${base}/viewer` });
      const content = new URL(link).searchParams.get('iiif-content') ?? '';
      expect(link.startsWith(`${base}/viewer?iiif-content=`)).toBe(true);
      const state = readContentState(content);
      if (destination.kind === 'manifest') expect(content).toBe(place.manifest);
      else expect(state).toMatchObject({ outcome: 'open', destination });
    }
  });

  it('is a content state only where the document is another archive’s', () => {
    expect(readLink({ kind: 'canvas', ...place }, { read: undefined })).toBeUndefined();
  });
});
