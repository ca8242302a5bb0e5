import { describe, expect, it } from 'vitest';
import { CommentingUrls } from '../../../../server/http/commenting-urls.ts';
import { PublicUrls } from '../../../../server/http/public-urls.ts';
import type { AnnotationSetting } from '../../../../server/iiif/presentation/annotation.ts';
import {
  annotationCollection,
  wordCollection,
} from '../../../../server/iiif/presentation/annotation-collection.ts';
import {
  annotationPage,
  outlinePage,
  wordPage,
} from '../../../../server/iiif/presentation/annotation-page.ts';
import { segment, storedDocument, textExtent } from '../../../support/stored-document.ts';
import { telegram } from '../../../support/telegram.ts';

const urls = new PublicUrls('https://example.org');
const base = 'https://example.org/iiif/documents/telegram';
const profile = (name: string) => `https://example.org/iiif/context.json#${name}`;
const document = storedDocument(telegram());
const extent = textExtent(telegram(), 'ru');

function textOf(id: string) {
  const text = document.texts.find((candidate) => candidate.id === id);
  if (text === undefined) throw new Error(`the telegram has no text ${id}`);
  return text;
}

const setting: AnnotationSetting = { document, text: textOf('ru'), rendered: new Map(), urls };
const segments = (telegram().texts.find(({ id }) => id === 'ru')?.segments ?? []).filter(({ places }) =>
  places.some(({ page }) => page === '705'),
);

describe('a page of annotations', () => {
  it('leads to its words and its outlines, where its source has them', () => {
    expect(annotationPage('705', segments, setting).service).toEqual([
      {
        id: `${base}/texts/ru/pages/705/words`,
        type: 'AnnotationPage',
        profile: profile('words'),
        label: {
          en: ['Transcription, Russian, reviewed, word by word'],
          ru: ['Транскрипция, русский, проверено, по словам'],
        },
      },
      {
        id: `${base}/texts/ru/pages/705/outlines`,
        type: 'AnnotationPage',
        profile: profile('outlines'),
        label: {
          en: ['Transcription, Russian, reviewed, with outlines'],
          ru: ['Транскрипция, русский, проверено, с контурами'],
        },
      },
    ]);
    expect(annotationPage('706', segments, setting)).not.toHaveProperty('service');
  });

  it('has one target for each line, a URI, however much is known of its place', () => {
    const targets = annotationPage('705', segments, setting).items.map(({ target }) => target);
    expect(targets).toEqual([
      `${base}/canvases/705#xywh=100,200,901,51`,
      `${base}/canvases/705#xywh=1900,2750,100,50`,
    ]);
  });

  it('of comments leads to nothing finer, and has ids of its own on the same canvases', () => {
    const comments = new CommentingUrls('https://example.org');
    const page = annotationPage('705', segments, { ...setting, urls: comments, motivation: 'commenting' });
    const own = 'https://example.org/iiif/commenting/documents/telegram';
    expect(page).toMatchObject({
      '@context': 'http://iiif.io/api/presentation/3/context.json',
      id: `${own}/texts/ru/pages/705`,
      partOf: [{ id: `${own}/texts/ru` }],
      items: [
        { id: `${own}/texts/ru/annotations/s1`, target: `${base}/canvases/705#xywh=100,200,901,51` },
        { id: `${own}/texts/ru/annotations/s2` },
      ],
    });
    expect(page).not.toHaveProperty('service');
  });
});

describe('a page of words', () => {
  it('has the words in reading order and is part of the words of the text', () => {
    const page = wordPage('705', segments, extent, setting);
    expect(page).toMatchObject({
      id: `${base}/texts/ru/pages/705/words`,
      type: 'AnnotationPage',
      partOf: [{ id: `${base}/texts/ru/words`, type: 'AnnotationCollection' }],
    });
    expect(page?.items.map(({ body }) => body.value)).toEqual(['Товарищу', 'Филиппову']);
    expect(page).not.toHaveProperty('prev');
    expect(page).not.toHaveProperty('next');
  });

  it('leads to the pages of words before and after it, past those that have none', () => {
    const wordPages = ['705', '707', '708'].map((page) => ({ page, count: 1 }));
    const words = [{ start: 0, end: 1, box: { x: 0, y: 0, width: 1, height: 1 } }];
    const page = wordPage(
      '707',
      [segment('s9', 'a', ['707'], { words })],
      { placeCount: 3, wordPages },
      setting,
    );
    expect(page).toMatchObject({
      prev: `${base}/texts/ru/pages/705/words`,
      next: `${base}/texts/ru/pages/708/words`,
    });
  });

  it('is not there where no box of a word is known', () => {
    expect(wordPage('706', segments, extent, setting)).toBeUndefined();
  });
});

describe('a page of outlines', () => {
  it('has the same annotations, with an outline beside the rectangle where there is one', () => {
    const page = outlinePage('705', segments, setting);
    const lines = annotationPage('705', segments, setting);
    expect(page?.items.map(({ id, body }) => [id, body])).toEqual(
      lines.items.map(({ id, body }) => [id, body]),
    );
    expect(page?.items.map(({ target }) => target)).toEqual([
      {
        type: 'SpecificResource',
        source: `${base}/canvases/705`,
        selector: [
          {
            type: 'FragmentSelector',
            conformsTo: 'http://www.w3.org/TR/media-frags/',
            value: 'xywh=100,200,901,51',
          },
          { type: 'SvgSelector', value: expect.stringContaining('M100,230 L1000,201') },
        ],
      },
      `${base}/canvases/705#xywh=1900,2750,100,50`,
    ]);
    expect(page?.partOf).toMatchObject([{ id: `${base}/texts/ru` }]);
  });

  it('is not there where no outline says more than its box', () => {
    expect(outlinePage('706', segments, setting)).toBeUndefined();
  });
});

describe('a text as a collection of annotations', () => {
  it('says how many there are, which page is the first and which the last, and leads to its words', () => {
    expect(annotationCollection(document, textOf('ru'), urls, { extent })).toMatchObject({
      total: 4,
      first: { id: `${base}/texts/ru/pages/705`, type: 'AnnotationPage' },
      last: { id: `${base}/texts/ru/unplaced`, type: 'AnnotationPage' },
      service: [{ id: `${base}/texts/ru/words`, type: 'AnnotationCollection', profile: profile('words') }],
    });
  });

  it('has its words as a collection of their own, which is part of it', () => {
    expect(wordCollection(document, textOf('ru'), extent, urls)).toMatchObject({
      id: `${base}/texts/ru/words`,
      type: 'AnnotationCollection',
      label: { en: ['Transcription, Russian, reviewed, word by word'] },
      partOf: [{ id: `${base}/texts/ru` }, { id: `${base}/manifest` }],
      total: 2,
      first: { id: `${base}/texts/ru/pages/705/words` },
      last: { id: `${base}/texts/ru/pages/705/words` },
    });
  });

  it('says for programs who made it, what of, and how far it is', () => {
    expect(annotationCollection(document, textOf('en-a'), urls)).toMatchObject({
      role: 'translation',
      origin: 'human',
      status: 'published',
      translationOf: `${base}/texts/ru`,
      contributor: [
        { type: 'Agent', label: { en: ['A. Specimen'], ru: ['А. Образцов'] }, role: 'translator' },
      ],
      revision: textOf('en-a').revision,
      revised: textOf('en-a').updated,
    });
    const machine = annotationCollection(document, textOf('en-mt'), urls);
    expect(machine).toMatchObject({ origin: 'machine-translation', status: 'draft' });
    expect(machine).not.toHaveProperty('contributor');
  });

  it('names no words where it has none', () => {
    const none = textExtent(telegram(), 'en-a');
    expect(annotationCollection(document, textOf('en-a'), urls, { extent: none })).not.toHaveProperty(
      'service',
    );
    expect(wordCollection(document, textOf('en-a'), none, urls)).toBeUndefined();
  });
});
