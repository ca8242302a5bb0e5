import { describe, expect, it } from 'vitest';
import { mendedManifest } from '../../../viewer/iiif/mended-manifest.ts';
import { readManifest } from '../../../viewer/iiif/manifest.ts';
import { offersOf } from '../../../viewer/iiif/offers.ts';

const profile = (name: string) => `https://x.example/iiif/context.json#${name}`;

describe('what a manifest offers', () => {
  it('is told apart by profiles of ours, wherever they are served', () => {
    const offers = offersOf(
      {
        rendering: [
          {
            id: 'https://x.example/en.txt',
            label: { en: ['Plain'] },
            format: 'text/plain',
            language: ['en'],
          },
          { id: 'https://x.example/compare', format: 'text/html', profile: profile('comparison') },
        ],
        seeAlso: [
          { id: 'https://x.example/tei', format: 'application/tei+xml' },
          { id: 'https://x.example/cite', profile: profile('citations') },
        ],
      },
      'en',
    );
    expect(offers.downloads.map(({ address, format, language }) => [address, format, language])).toEqual([
      ['https://x.example/en.txt', 'text/plain', 'en'],
      ['https://x.example/tei', 'application/tei+xml', ''],
    ]);
    expect(offers.citations).toBe('https://x.example/cite');
    expect(offers.comparison?.address).toBe('https://x.example/compare');
  });

  it('is what has an address on the web, each once', () => {
    const { downloads, citations } = offersOf(
      {
        rendering: [{ id: 'javascript:alert(1)' }, 7, { label: 'x' }, { '@id': 'https://x.example/a' }],
        seeAlso: [
          'https://x.example/a',
          'https://x.example/b',
          { id: 'data:x', profile: profile('citations') },
        ],
      },
      'en',
    );
    expect(downloads.map(({ address }) => address)).toEqual(['https://x.example/a', 'https://x.example/b']);
    expect(citations).toBeUndefined();
  });

  it('outlives the mending of manifests of both versions', () => {
    const three = mendedManifest({
      ...{ id: 'urn:m', type: 'Manifest', label: { en: ['M'] } },
      metadata: [{ label: { en: ['Fond'] }, value: { none: ['5'] } }, 'odd'],
      seeAlso: [{ id: 'https://x.example/cite', profile: profile('citations') }],
      items: [{ id: 'urn:c', type: 'Canvas', seeAlso: { id: 'https://x.example/alto' } }],
    });
    const read = readManifest(three, 'en');
    expect(read?.offers.citations).toBe('https://x.example/cite');
    expect(read?.metadata.map(({ value }) => value.values)).toEqual([['5']]);
    expect(read?.canvases[0]?.offers.downloads[0]?.address).toBe('https://x.example/alto');
    const two = mendedManifest({
      ...{ '@id': 'urn:m', '@type': 'sc:Manifest', label: 'M' },
      rendering: { '@id': 'https://x.example/pdf', format: 'application/pdf', label: 'PDF' },
      metadata: [{ label: 'Shelfmark', value: 'Ms 1' }],
      sequences: [
        { canvases: [{ '@id': 'urn:c', '@type': 'sc:Canvas', rendering: 'https://x.example/txt' }] },
      ],
    });
    const second = readManifest(two, 'en');
    expect(second?.offers.downloads[0]).toMatchObject({
      format: 'application/pdf',
      label: { values: ['PDF'] },
    });
    expect(second?.metadata).toMatchObject([
      { label: { values: ['Shelfmark'] }, value: { values: ['Ms 1'] } },
    ]);
    expect(second?.canvases[0]?.offers.downloads[0]?.address).toBe('https://x.example/txt');
  });
});
