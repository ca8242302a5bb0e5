import { describe, expect, it } from 'vitest';
import { PublicUrls } from '../../../../../server/http/public-urls.ts';
import { annotationCollection } from '../../../../../server/iiif/presentation/annotation-collection.ts';
import { annotationPage, unplacedPage } from '../../../../../server/iiif/presentation/annotation-page.ts';
import { annotationList } from '../../../../../server/iiif/presentation/version-2/annotation-list.ts';
import { layer } from '../../../../../server/iiif/presentation/version-2/layer.ts';
import { TEXT_ROLES } from '../../../../../server/model/text.ts';
import { storedDocument } from '../../../../support/stored-document.ts';
import { telegram } from '../../../../support/telegram.ts';

const urls = new PublicUrls('https://example.org');
const texts = 'https://example.org/iiif/2/documents/telegram/texts';
const shared = 'https://example.org/iiif/documents/telegram';
const document = storedDocument(telegram());

function setting(id: string) {
  const text = document.texts.find((one) => one.id === id);
  const segments = telegram().texts.find((one) => one.id === id)?.segments ?? [];
  if (text === undefined) throw new Error(`There is no text ${id}`);
  return { segments, setting: { document, text, rendered: new Map(), urls } };
}

describe('an annotation list', () => {
  it('embeds what stands on a canvas, and leads to its layer and its neighbours', () => {
    const { segments, setting: ru } = setting('ru');
    expect(annotationList(annotationPage('706', segments, ru), 'transcription', urls)).toEqual({
      '@id': `${texts}/ru/pages/706`,
      '@type': 'sc:AnnotationList',
      label: [
        { '@value': 'Transcription, Russian, reviewed', '@language': 'en' },
        { '@value': 'Транскрипция, русский, проверено', '@language': 'ru' },
      ],
      within: { '@id': `${texts}/ru`, '@type': 'sc:Layer', label: expect.any(Array) },
      prev: `${texts}/ru/pages/705`,
      next: `${texts}/ru/unplaced`,
      resources: [
        {
          '@id': `${shared}/texts/ru/annotations/s2.2`,
          '@type': 'oa:Annotation',
          motivation: 'sc:painting',
          resource: {
            '@type': 'cnt:ContentAsText',
            format: 'text/html',
            language: 'ru',
            chars: '<span><b>вторая</b> &amp; третья</span>',
          },
          on: `${shared}/canvases/706#xywh=1900,2750,100,50`,
        },
      ],
    });
  });

  it('of what stands on no page is about the manifest of its version', () => {
    const { segments, setting: ru } = setting('ru');
    const list = annotationList(
      unplacedPage(
        segments.filter(({ places }) => places.length === 0),
        ru,
      ),
      'transcription',
      urls,
    );
    expect(list['@id']).toBe(`${texts}/ru/unplaced`);
    expect(list.resources.map(({ on }) => on)).toEqual([
      'https://example.org/iiif/2/documents/telegram/manifest',
    ]);
  });

  it('paints what the page itself says, and comments with what others say of it', () => {
    const { segments, setting: ru } = setting('ru');
    const motivations = TEXT_ROLES.map((role) => [
      role,
      annotationList(annotationPage('705', segments, ru), role, urls).resources[0]?.motivation,
    ]);
    expect(Object.fromEntries(motivations)).toEqual({
      transcription: 'sc:painting',
      translation: 'oa:commenting',
      transliteration: 'sc:painting',
      notes: 'oa:commenting',
    });
  });

  it('says nothing in terms that 2.1 does not have', () => {
    const { segments, setting: en } = setting('en-a');
    const [annotation] = annotationList(annotationPage('705', segments, en), 'translation', urls).resources;
    expect(Object.keys(annotation ?? {})).toEqual(['@id', '@type', 'motivation', 'resource', 'on']);
  });
});

describe('a layer', () => {
  it('tells of a text, and leads to the first and the last of its lists', () => {
    const told = layer(annotationCollection(document, setting('en-a').setting.text, urls), urls);
    expect(told).toMatchObject({
      '@id': `${texts}/en-a`,
      '@type': 'sc:Layer',
      label: [
        { '@value': 'Translation, English, A. Specimen (translator), published' },
        { '@language': 'ru' },
      ],
      license: 'http://creativecommons.org/licenses/by/4.0/',
      within: 'https://example.org/iiif/2/documents/telegram/manifest',
      first: `${texts}/en-a/pages/705`,
      last: `${texts}/en-a/unplaced`,
    });
    expect(told).not.toHaveProperty('otherContent');
  });

  it('of a text without words has no lists', () => {
    const empty = { ...setting('ru').setting.text, pages: [], unplacedCount: 0 };
    const told = layer(annotationCollection(document, empty, urls), urls);
    expect(told).toMatchObject({ otherContent: [] });
    expect(told).not.toHaveProperty('first');
    expect(told).not.toHaveProperty('last');
  });
});
