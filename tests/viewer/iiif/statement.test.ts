import { describe, expect, it } from 'vitest';
import { readManifest } from '../../../viewer/iiif/manifest.ts';
import { mendedManifest } from '../../../viewer/iiif/mended-manifest.ts';
import { isHtml } from '../../../viewer/iiif/statement.ts';

const asRead = (json: unknown) => readManifest(mendedManifest(json), 'en')?.statement;

describe('what must be shown with a document', () => {
  it('is the required statement and the rights of Presentation 3', () => {
    const statement = asRead({
      ...{ type: 'Manifest', items: [{ id: 'c', type: 'Canvas' }] },
      requiredStatement: { label: { en: ['Source'] }, value: { de: ['Archiv'], en: ['Archive', 'Box 1'] } },
      rights: 'http://rightsstatements.org/vocab/NKC/1.0/',
    });
    expect(statement).toEqual({
      label: { values: ['Source'], language: 'en' },
      value: { values: ['Archive', 'Box 1'], language: 'en' },
      rights: 'http://rightsstatements.org/vocab/NKC/1.0/',
    });
  });

  it('is the attribution and the licence of Presentation 2', () => {
    const statement = asRead({
      ...{ '@type': 'sc:Manifest', sequences: [{ canvases: [{ '@id': 'c', '@type': 'sc:Canvas' }] }] },
      ...{ attribution: [{ '@value': '<b>Held</b> here', '@language': 'en' }] },
      license: ['https://creativecommons.org/licenses/by/4.0/'],
    });
    expect(statement).toEqual({
      label: undefined,
      value: { values: ['<b>Held</b> here'], language: 'en' },
      rights: 'https://creativecommons.org/licenses/by/4.0/',
    });
  });

  it('is nothing where it is of another kind, and never an address that runs', () => {
    for (const odd of [
      {},
      { requiredStatement: 'x' },
      { rights: 'javascript:alert(1)' },
      { attribution: 7 },
    ]) {
      expect(asRead({ type: 'Manifest', items: [{ id: 'c', type: 'Canvas' }], ...odd })).toBeUndefined();
    }
  });

  it('is HTML where there is markup in it', () => {
    expect(['<p>a</p>', 'by <a href="x">A</a>', 'A &amp; B'].every(isHtml)).toBe(true);
    expect(['a < b', 'A & B', 'x > y'].some(isHtml)).toBe(false);
  });
});
