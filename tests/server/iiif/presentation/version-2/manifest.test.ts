import { describe, expect, it } from 'vitest';
import { PublicUrls } from '../../../../../server/http/public-urls.ts';
import { manifest as manifest3 } from '../../../../../server/iiif/presentation/manifest.ts';
import type { ManifestResource } from '../../../../../server/iiif/presentation/resource.ts';
import { manifest } from '../../../../../server/iiif/presentation/version-2/manifest.ts';
import { page, record, storedDocument } from '../../../../support/stored-document.ts';
import { telegram } from '../../../../support/telegram.ts';

const urls = new PublicUrls('https://example.org/archive');
const base = 'https://example.org/archive';
const id = `${base}/iiif/2/documents/telegram/manifest`;
const whole = manifest(manifest3(storedDocument(telegram()), [], id, urls), urls);

/** A manifest with no more than it must have, and what a test adds. */
const made = (changes: Partial<ManifestResource>) =>
  manifest({ id, type: 'Manifest', label: { none: ['Made'] }, items: [], ...changes }, urls);

describe('a manifest in the words of 2.1', () => {
  it('has the id that it is given, and one sequence, which is embedded and stands last', () => {
    expect(whole['@id']).toBe(id);
    expect(whole['@type']).toBe('sc:Manifest');
    expect(Object.keys(whole).at(-1)).toBe('sequences');
    expect(whole.sequences.map((sequence) => Object.keys(sequence))).toEqual([['@type', 'canvases']]);
    expect(whole.sequences[0].canvases.map((canvas) => canvas.label)).toEqual([
      '705 verso',
      '706',
      '707',
      '708',
    ]);
  });

  it('gives every value with its language, plain text in none, and a single one bare', () => {
    expect(whole.label).toEqual([
      { '@value': 'Telegram from the Legation', '@language': 'en' },
      { '@value': 'Телеграмма миссии', '@language': 'ru' },
    ]);
    expect(whole.description).toEqual({ '@value': 'What the Legation asked for.', '@language': 'en' });
    expect(whole.metadata?.at(-1)).toEqual({
      label: [
        { '@value': 'Support', '@language': 'en' },
        { '@value': 'При поддержке', '@language': 'ru' },
      ],
      value: { '@value': 'Made possible by the Specimen Fund', '@language': 'en' },
    });
    expect(whole.metadata?.filter(({ label }) => label === 'ARK')).toEqual([
      { label: 'ARK', value: '/12345/x1' },
    ]);
    expect(
      made({ metadata: [{ label: { none: ['L'] }, value: { en: ['a', 'b'], none: ['c', 'd'] } }] }).metadata,
    ).toEqual([
      {
        label: 'L',
        value: [{ '@value': 'a', '@language': 'en' }, { '@value': 'b', '@language': 'en' }, 'c', 'd'],
      },
    ]);
  });

  it('names what 3.0 names otherwise', () => {
    expect(whole.license).toBe('http://rightsstatements.org/vocab/NKC/1.0/');
    expect(whole.viewingHint).toBe('individuals');
    expect(whole.navDate).toBe('1950-10-07T00:00:00Z');
    expect(whole.within).toBe(`${base}/iiif/2/collections/cold-war`);
    expect(whole.related).toEqual({
      '@id': `${base}/documents/telegram`,
      label: [
        { '@value': 'Document page', '@language': 'en' },
        { '@value': 'Страница документа', '@language': 'ru' },
      ],
      format: 'text/html',
    });
    expect(whole.thumbnail).toEqual({
      '@id': `${base}/iiif/image/2/telegram_705/full/143,200/0/default.jpg`,
      '@type': 'dctypes:Image',
      format: 'image/jpeg',
      width: 143,
      height: 200,
      service: {
        '@context': 'http://iiif.io/api/image/2/context.json',
        '@id': `${base}/iiif/image/2/telegram_705`,
        profile: 'http://iiif.io/api/image/2/level2.json',
      },
    });
    for (const name of [
      'summary',
      'rights',
      'requiredStatement',
      'provider',
      'behavior',
      'homepage',
      'partOf',
    ]) {
      expect(whole).not.toHaveProperty(name);
    }
  });

  it('keeps HTML well-formed, from the first character to the last', () => {
    expect(whole.attribution).toEqual({
      '@value': '<span>&lt;Specimen&gt; &amp; Archive &lt;5&gt;</span>',
      '@language': 'en',
    });
  });

  it('leaves out what 3.0 leaves out', () => {
    const bare = manifest(manifest3(storedDocument({ record: record() }), [], id, urls), urls);
    expect(Object.keys(bare)).toEqual([
      '@id',
      '@type',
      'label',
      'thumbnail',
      'viewingHint',
      'related',
      // The record as Dublin Core and TEI: every document has them.
      'seeAlso',
      'service',
      'within',
      'sequences',
    ]);
  });
});

describe('a canvas in the words of 2.1', () => {
  const [first, , lost, turned] = whole.sequences[0].canvases;

  it('has the id of every version, its scan, and its texts by reference alone', () => {
    expect(first).toEqual({
      '@id': `${base}/iiif/documents/telegram/canvases/705`,
      '@type': 'sc:Canvas',
      label: '705 verso',
      thumbnail: {
        '@id': `${base}/iiif/image/2/telegram_705/full/143,200/0/default.jpg`,
        '@type': 'dctypes:Image',
        format: 'image/jpeg',
        width: 143,
        height: 200,
      },
      width: 2000,
      height: 2800,
      seeAlso: {
        '@id': `${base}/documents/telegram/texts/ru/pages/705.alto.xml`,
        format: 'application/xml',
        profile: 'http://www.loc.gov/standards/alto/ns-v4#',
        label: [
          { '@value': 'Transcription, Russian, reviewed, ALTO', '@language': 'en' },
          { '@value': 'Транскрипция, русский, проверено, ALTO', '@language': 'ru' },
        ],
      },
      images: [
        {
          '@id': `${base}/iiif/documents/telegram/canvases/705/painting/scan`,
          '@type': 'oa:Annotation',
          motivation: 'sc:painting',
          resource: {
            '@id': `${base}/iiif/image/2/telegram_705/full/full/0/default.jpg`,
            '@type': 'dctypes:Image',
            format: 'image/jpeg',
            width: 2000,
            height: 2800,
            service: {
              '@context': 'http://iiif.io/api/image/2/context.json',
              '@id': `${base}/iiif/image/2/telegram_705`,
              profile: 'http://iiif.io/api/image/2/level2.json',
              width: 2000,
              height: 2800,
              sizes: [
                { width: 250, height: 350 },
                { width: 500, height: 700 },
                { width: 1000, height: 1400 },
                { width: 2000, height: 2800 },
              ],
              tiles: [{ width: 512, height: 512, scaleFactors: [1, 2, 4, 8] }],
            },
          },
          on: `${base}/iiif/documents/telegram/canvases/705`,
        },
      ],
      otherContent: ['ru', 'en-a', 'en-mt'].map((text) => ({
        '@id': `${base}/iiif/2/documents/telegram/texts/${text}/pages/705`,
        '@type': 'sc:AnnotationList',
        label: expect.any(Array),
      })),
    });
  });

  it('of a leaf that is not held has no images, and says so', () => {
    expect(lost).toMatchObject({
      width: 2480,
      height: 3508,
      images: [],
      description: [{ '@value': 'Leaf not held', '@language': 'en' }, { '@language': 'ru' }],
    });
    expect(lost).not.toHaveProperty('thumbnail');
  });

  it('shows a scan of other proportions on a part of itself', () => {
    expect(turned?.images[0]?.on).toBe(`${base}/iiif/documents/telegram/canvases/708#xywh=0,733,2000,1334`);
  });

  it('shows a scan above the limits at the largest size that there is', () => {
    const image = { id: 'telegram_1', key: 'k', file: 'f', part: 0, width: 20_000, height: 15_000 };
    const large = storedDocument({
      pages: [page('1', { canvas: { width: 20_000, height: 15_000 }, image })],
    });
    const [canvas] = manifest(manifest3(large, [], id, urls), urls).sequences[0].canvases;
    expect(canvas?.images[0]?.resource).toMatchObject({
      '@id': `${base}/iiif/image/2/telegram_1/full/max/0/default.jpg`,
      width: 11_547,
      height: 8660,
      service: { width: 20_000, height: 15_000 },
    });
  });
});

describe('ranges in the words of 2.1', () => {
  const ranges = `${base}/iiif/2/documents/telegram/ranges`;
  const canvas = (name: string) => `${base}/iiif/documents/telegram/canvases/${name}`;

  it('are one list under a topmost one, each naming others by their addresses', () => {
    const structures = whole.structures?.map(({ label: _, ...rest }) => rest);
    expect(structures).toEqual([
      {
        '@id': `${ranges}/top`,
        '@type': 'sc:Range',
        viewingHint: 'top',
        ranges: [`${ranges}/1`, `${ranges}/2`],
      },
      {
        '@id': `${ranges}/1`,
        '@type': 'sc:Range',
        ranges: [`${ranges}/1-1`, `${ranges}/1-2`],
        startCanvas: canvas('705'),
      },
      { '@id': `${ranges}/1-1`, '@type': 'sc:Range', canvases: [canvas('705')] },
      { '@id': `${ranges}/1-2`, '@type': 'sc:Range', canvases: [canvas('706')] },
      { '@id': `${ranges}/2`, '@type': 'sc:Range', canvases: [canvas('707'), canvas('708')] },
    ]);
    expect(whole.structures?.[0]?.label).toEqual([
      { '@value': 'Contents', '@language': 'en' },
      { '@value': 'Содержание', '@language': 'ru' },
    ]);
  });

  it('are not there without contents', () => {
    expect(made({})).not.toHaveProperty('structures');
  });
});
