import { describe, expect, it } from 'vitest';
import { PublicUrls } from '../../../../server/http/public-urls.ts';
import { manifest } from '../../../../server/iiif/presentation/manifest.ts';
import { record, storedDocument } from '../../../support/stored-document.ts';
import { telegram } from '../../../support/telegram.ts';

const urls = new PublicUrls('https://example.org/archive');
const base = 'https://example.org/archive/iiif/documents/telegram';
const stored = storedDocument(telegram());
const whole = manifest(stored, [], urls.manifest('telegram'), urls);

describe('manifest', () => {
  it('starts with the context and carries the id that it is given', () => {
    expect(Object.keys(whole)[0]).toBe('@context');
    expect(whole['@context']).toBe('http://iiif.io/api/presentation/3/context.json');
    const fixed = manifest(stored, [], urls.manifestOfVersion('telegram', 3), urls);
    expect(fixed.id).toBe('https://example.org/archive/iiif/3/documents/telegram/manifest');
    expect(fixed.items.map(({ id }) => id)).toEqual(whole.items.map(({ id }) => id));
  });

  it('shows one page at a time', () => {
    expect(whole.behavior).toEqual(['individuals']);
  });

  it('is turned from right to left where all its writing runs so, and says nothing where it is not known', () => {
    const directionWith = (languages: string[]) =>
      manifest(storedDocument({ record: record({ languages }) }), [], 'https://example.org/m', urls)
        .viewingDirection;
    expect(directionWith(['he'])).toBe('right-to-left');
    expect(directionWith(['ar', 'fa'])).toBe('right-to-left');
    for (const languages of [[], ['ru'], ['he', 'en']]) expect(directionWith(languages)).toBeUndefined();
  });

  it('gives rights in the http form, the date for timelines, its page and its collection', () => {
    expect(whole.rights).toBe('http://rightsstatements.org/vocab/NKC/1.0/');
    expect(whole.navDate).toBe('1950-10-07T00:00:00Z');
    expect(whole.homepage).toEqual([
      {
        id: 'https://example.org/archive/documents/telegram',
        type: 'Text',
        label: { en: ['Document page'], ru: ['Страница документа'] },
        format: 'text/html',
      },
    ]);
    expect(whole.partOf).toEqual([
      { id: 'https://example.org/archive/iiif/collections/cold-war', type: 'Collection' },
    ]);
  });

  it('names the repository as provider, with a URI of its own', () => {
    expect(whole.provider).toMatchObject([
      {
        id: 'https://example.org/archive/#Specimen%20Archive',
        type: 'Agent',
        label: { en: ['Specimen Archive'], ru: ['Архив образцов'] },
      },
    ]);
  });

  it('takes the provider of the nearest collection where the record names none', () => {
    const level = (id: string, repository?: string) => ({
      id,
      documentCount: 0,
      collectionCount: 0,
      record: {
        title: { en: [id] },
        order: [],
        ...(repository === undefined ? {} : { repository: { none: [repository] } }),
      },
    });
    const path = [level('top', 'Far'), level('fond', 'Near'), level('delo')];
    const { provider } = manifest(storedDocument(), path, 'https://example.org/m', urls);
    expect(provider?.[0]?.label).toEqual({ none: ['Near'] });
    expect(manifest(storedDocument(), [], 'https://example.org/m', urls).provider).toBeUndefined();
  });

  it('shows a value that looks like HTML as the characters it is', () => {
    expect(whole.requiredStatement?.value).toEqual({
      en: ['<span>&lt;Specimen&gt; &amp; Archive &lt;5&gt;</span>'],
    });
  });

  it('takes its thumbnail from the first page that has a scan, with the service', () => {
    expect(whole.thumbnail).toEqual([
      {
        id: 'https://example.org/archive/iiif/image/3/telegram_705/full/143,200/0/default.jpg',
        type: 'Image',
        format: 'image/jpeg',
        width: 143,
        height: 200,
        service: [
          {
            id: 'https://example.org/archive/iiif/image/3/telegram_705',
            type: 'ImageService3',
            profile: 'level2',
          },
        ],
      },
    ]);
  });

  it('hangs what stands on no page on itself', () => {
    expect(whole.annotations).toMatchObject([
      { id: `${base}/texts/ru/unplaced`, type: 'AnnotationPage' },
      { id: `${base}/texts/en-a/unplaced`, type: 'AnnotationPage' },
    ]);
  });

  it('says where it is searched, for viewers of either version', () => {
    const search = (version: number) =>
      `https://example.org/archive/iiif/search/${version}/documents/telegram`;
    expect(whole.service).toEqual([
      {
        id: search(2),
        type: 'SearchService2',
        service: [{ id: `${search(2)}/autocomplete`, type: 'AutoCompleteService2' }],
      },
      {
        '@id': search(1),
        '@type': 'SearchService1',
        profile: 'http://iiif.io/api/search/1/search',
        service: [
          {
            '@id': `${search(1)}/autocomplete`,
            '@type': 'AutoCompleteService1',
            profile: 'http://iiif.io/api/search/1/autocomplete',
          },
        ],
      },
    ]);
  });

  it('names the page that compares translations where there are two of one original', () => {
    const compared = (document: ReturnType<typeof telegram>) =>
      manifest(storedDocument(document), [], 'https://example.org/m', urls).rendering?.filter(
        ({ profile }) => profile === 'https://example.org/archive/iiif/context.json#comparison',
      );
    expect(compared(telegram())).toEqual([]);
    const texts = telegram().texts.map((text) =>
      text.id === 'en-mt' ? { ...text, translationOf: 'ru' } : text,
    );
    expect(compared({ ...telegram(), texts })).toMatchObject([
      { id: 'https://example.org/archive/documents/telegram/compare', type: 'Text', format: 'text/html' },
    ]);
  });

  it('leaves out what the record does not say', () => {
    const bare = manifest(storedDocument({ record: record() }), [], 'https://example.org/m', urls);
    expect(Object.keys(bare)).toEqual([
      '@context',
      'id',
      'type',
      'label',
      'thumbnail',
      'homepage',
      'seeAlso',
      'service',
      'behavior',
      'partOf',
      'items',
    ]);
  });
});
