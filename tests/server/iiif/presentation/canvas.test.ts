import { describe, expect, it } from 'vitest';
import { PublicUrls } from '../../../../server/http/public-urls.ts';
import { canvasResource, canvasesOf } from '../../../../server/iiif/presentation/canvas.ts';
import { lostPage, storedDocument } from '../../../support/stored-document.ts';
import { telegram } from '../../../support/telegram.ts';

const urls = new PublicUrls('https://example.org');
const base = 'https://example.org/iiif/documents/telegram';
const document = storedDocument(telegram());
const [first, , lost, turned] = canvasesOf(document, urls);

describe('canvas', () => {
  it('is labelled with the folio as people cite it', () => {
    expect(first?.label).toEqual({ none: ['705 verso'] });
    expect(first?.id).toBe(`${base}/canvases/705`);
  });

  it('paints the scan with its image service, whose URI is not the image itself', () => {
    const painting = first?.items[0]?.items[0];
    // Not an array: see painting.ts.
    expect(painting).toMatchObject({
      id: `${base}/canvases/705/painting/scan`,
      motivation: 'painting',
      target: `${base}/canvases/705`,
      body: {
        id: 'https://example.org/iiif/image/3/telegram_705/full/max/0/default.jpg',
        type: 'Image',
        format: 'image/jpeg',
        width: 2000,
        height: 2800,
        service: [
          {
            id: 'https://example.org/iiif/image/3/telegram_705',
            type: 'ImageService3',
            profile: 'level2',
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
        ],
      },
    });
  });

  it('fits a scan of other proportions into the middle of its canvas', () => {
    // 3000 x 2000 into 2000 x 2800: two thirds of its size, 733 free above.
    expect(turned?.items[0]?.items[0]?.target).toBe(`${base}/canvases/708#xywh=0,733,2000,1334`);
  });

  it('says of a leaf that is not held that it is not, and paints nothing', () => {
    expect(lost).toMatchObject({
      summary: { en: ['Leaf not held'], ru: ['Лист отсутствует'] },
      width: 2480,
      height: 3508,
      items: [],
    });
    expect(lost).not.toHaveProperty('thumbnail');
  });

  it('points to the texts that stand on it, transcription first, then translations, then the rest', () => {
    expect(first?.annotations?.map(({ id }) => id)).toEqual([
      `${base}/texts/ru/pages/705`,
      `${base}/texts/en-a/pages/705`,
      `${base}/texts/en-mt/pages/705`,
    ]);
    expect(turned?.annotations?.map(({ id }) => id)).toEqual([`${base}/texts/notes/pages/708`]);
  });

  it('labels each with role, language, translator, origin and status', () => {
    expect(first?.annotations?.map(({ label }) => label)).toEqual([
      { en: ['Transcription, Russian, reviewed'], ru: ['Транскрипция, русский, проверено'] },
      {
        en: ['Translation, English, A. Specimen (translator), published'],
        ru: ['Перевод, английский, А. Образцов (переводчик), опубликовано'],
      },
      {
        en: ['Draft by machine, English, machine translation, draft'],
        ru: ['Draft by machine, английский, машинный перевод, черновик'],
      },
    ]);
  });

  it('has no annotations where no text stands', () => {
    const [only] = canvasesOf(storedDocument({ pages: [lostPage('1')] }), urls);
    expect(only).not.toHaveProperty('annotations');
  });

  it('leads back to its manifest when it is fetched alone', () => {
    const [page] = document.pages;
    if (page === undefined) throw new Error('the telegram has pages');
    const alone = canvasResource(document, page, urls);
    expect(alone).toEqual({
      '@context': 'http://iiif.io/api/presentation/3/context.json',
      ...first,
      partOf: [{ id: `${base}/manifest`, type: 'Manifest', label: telegram().record.title }],
    });
  });
});
