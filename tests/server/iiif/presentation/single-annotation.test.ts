import { describe, expect, it } from 'vitest';
import { PublicUrls } from '../../../../server/http/public-urls.ts';
import { singleAnnotation, singleWord } from '../../../../server/iiif/presentation/single-annotation.ts';
import type { Segment } from '../../../../server/model/text.ts';
import { segment, storedDocument } from '../../../support/stored-document.ts';
import { telegram } from '../../../support/telegram.ts';

const urls = new PublicUrls('https://example.org');
const base = 'https://example.org/iiif/documents/telegram';
const document = storedDocument(telegram());
const source = {
  id: `${base}/canvases/705`,
  type: 'Canvas',
  partOf: [{ id: `${base}/manifest`, type: 'Manifest', label: telegram().record.title }],
};

function setting(id: string) {
  const text = document.texts.find((candidate) => candidate.id === id);
  if (text === undefined) throw new Error(`the telegram has no text ${id}`);
  const translated = telegram().texts.find((candidate) => candidate.id === text.translationOf);
  return {
    ...{ document, text, urls },
    rendered: new Map((translated?.segments ?? []).map((one) => [one.id, one])),
  };
}

function segmentOf(text: string, id: string): Segment {
  const found = telegram()
    .texts.find((candidate) => candidate.id === text)
    ?.segments.find((candidate) => candidate.id === id);
  if (found === undefined) throw new Error(`the telegram has no ${text}/${id}`);
  return found;
}

describe('an annotation alone', () => {
  it('leads to its canvas, its manifest and its page', () => {
    const second = singleAnnotation(segmentOf('ru', 's2'), 2, setting('ru'));
    expect(second).toMatchObject({
      id: `${base}/texts/ru/annotations/s2.2`,
      target: {
        type: 'SpecificResource',
        source: { ...source, id: `${base}/canvases/706` },
        selector: {
          type: 'FragmentSelector',
          conformsTo: 'http://www.w3.org/TR/media-frags/',
          value: 'xywh=1900,2750,100,50',
        },
      },
      partOf: [{ id: `${base}/texts/ru/pages/706`, type: 'AnnotationPage' }],
    });
  });

  it('gives the outline beside the rectangle, where it says more', () => {
    const first = singleAnnotation(segmentOf('ru', 's1'), 1, setting('ru'));
    expect(first?.target).toMatchObject({
      selector: [
        { type: 'FragmentSelector', value: 'xywh=100,200,901,51' },
        {
          type: 'SvgSelector',
          value:
            '<svg xmlns="http://www.w3.org/2000/svg"><path d="M100,230 L1000,201 1001,220 101,251 Z"/></svg>',
        },
      ],
    });
  });

  it('is about the whole canvas where the region is not known, and about the manifest where no page is', () => {
    expect(singleAnnotation(segmentOf('en-a', 's1'), 1, setting('en-a'))?.target).toEqual(source);
    const unplaced = singleAnnotation(segmentOf('ru', 's3'), 1, setting('ru'));
    expect(unplaced?.target).toBe(`${base}/manifest`);
    expect(unplaced?.partOf).toMatchObject([{ id: `${base}/texts/ru/unplaced` }]);
  });

  it('is not there for a place that the segment has not', () => {
    expect(singleAnnotation(segmentOf('ru', 's1'), 2, setting('ru'))).toBeUndefined();
    expect(singleAnnotation(segmentOf('ru', 's3'), 2, setting('ru'))).toBeUndefined();
  });

  it('names the contexts of all that it is, our own where it uses our words, the Presentation one last', () => {
    const contextOf = (text: string, id: string) =>
      singleAnnotation(segmentOf(text, id), 1, setting(text))?.['@context'];
    const [web, granularity, presentation] = [
      'http://www.w3.org/ns/anno.jsonld',
      'http://iiif.io/api/extension/text-granularity/context.json',
      'http://iiif.io/api/presentation/3/context.json',
    ];
    expect(contextOf('ru', 's1')).toEqual([web, granularity, presentation]);
    expect(contextOf('en-a', 's1')).toEqual([web, 'https://example.org/iiif/context.json', presentation]);
  });
});

describe('a word alone', () => {
  it('leads to its canvas and to the page of words', () => {
    const word = singleWord(segmentOf('ru', 's1'), 2, setting('ru'));
    expect(word).toMatchObject({
      id: `${base}/texts/ru/annotations/s1.w2`,
      body: { value: 'Филиппову' },
      target: { source, selector: { value: 'xywh=520,200,481,34' } },
      partOf: [{ id: `${base}/texts/ru/pages/705/words`, type: 'AnnotationPage' }],
    });
  });

  it('is counted from 1, and no further than there are words', () => {
    for (const number of [0, 3]) {
      expect(singleWord(segmentOf('ru', 's1'), number, setting('ru'))).toBeUndefined();
    }
    const nowhere = segment('s9', 'a', [], {
      words: [{ start: 0, end: 1, box: { x: 0, y: 0, width: 1, height: 1 } }],
    });
    expect(singleWord(nowhere, 1, setting('ru'))).toBeUndefined();
  });
});
