import { describe, expect, it } from 'vitest';
import { readContentState } from '../../../viewer/iiif/content-state.ts';
import { contentStateOf } from '../../../viewer/iiif/destination.ts';
import { parsePanes } from '../../../viewer/iiif/panes.ts';
import { readBeside } from '../../../viewer/state/beside-address.ts';
import { contentLink, linkAsShown, readLink, type Shareable } from '../../../viewer/state/share-links.ts';

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

describe('a link to the room as it is shown', () => {
  const surroundings = { read: `${base}/read/telegram`, viewer: `${base}/viewer` };
  const beside = { manifest: 'https://other.example/m?a=1&b=2', canvas: 'https://other.example/c/2' };
  const panes = { scan: 'right', texts: ['ru', 'en-b'] } as const;

  it('carries the other document with its page, and the panes, beside the same place', () => {
    for (const [destination, query] of LINKS) {
      const plain = new URL(`${surroundings.read}${query}`);
      const link = linkAsShown(destination, { room: 'first', beside, panes }, surroundings) ?? '';
      expect(readBeside(link)).toEqual(beside);
      const { pathname, searchParams } = new URL(link);
      expect(parsePanes(searchParams.get('panes'))).toEqual(panes);
      expect(pathname).toBe(plain.pathname);
      for (const [name, value] of plain.searchParams) expect(searchParams.get(name)).toBe(value);
    }
  });

  it('is readable, and nothing where nothing is around the place', () => {
    const [, [page] = []] = LINKS;
    if (page === undefined) throw new Error('there is no link to a page');
    expect(linkAsShown(page, { room: 'first', beside: undefined, panes }, surroundings)).toBe(
      `${base}/read/telegram?page=705&panes=ru,en-b,scan`,
    );
    const around = { room: 'first', beside: undefined, panes: undefined } as const;
    expect(linkAsShown(page, around, surroundings)).toBeUndefined();
  });

  it('is a content state with what is beside it where the document is another archive’s', () => {
    for (const [destination] of LINKS) {
      const elsewhere = { ...surroundings, read: undefined };
      const link = linkAsShown(destination, { room: 'first', beside, panes: undefined }, elsewhere) ?? '';
      expect(readBeside(link)).toEqual(beside);
      const alone = new URL(contentLink(contentStateOf(destination), elsewhere));
      expect(new URL(link).searchParams.get('iiif-content')).toBe(alone.searchParams.get('iiif-content'));
    }
  });

  it('opens both documents from the second one too, which has an address for its pages and nothing smaller', () => {
    const address = `${surroundings.read}?page=706&panes=ru,scan&beside=${encodeURIComponent(beside.manifest)}`;
    for (const [destination] of LINKS) {
      const link = linkAsShown(
        destination,
        { room: 'beside', address },
        { ...surroundings, read: undefined },
      );
      if (destination.kind === 'region' || destination.kind === 'annotation') {
        expect(link).toBeUndefined();
        continue;
      }
      const canvas = destination.kind === 'canvas' ? destination.canvas : undefined;
      expect(readBeside(link ?? '')).toEqual({ manifest: destination.manifest, canvas });
      expect(link).toContain('?page=706&panes=ru,scan&beside=');
    }
  });
});
