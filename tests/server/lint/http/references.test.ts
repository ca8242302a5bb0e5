import { describe, expect, it } from 'vitest';
import { referencesOf } from '../../../../server/lint/http/references.ts';
import { formatPath } from '../../../../server/lint/json-path.ts';
import { readDocument } from '../../../../server/lint/reading.ts';
import { edited, fixture } from '../fixture.ts';

const IIIF = 'https://example.org/iiif';

describe('what a document points to', () => {
  it('is each thing once, descriptions first and images last', () => {
    expect(references(fixture('whole'))).toEqual([
      'description https://example.org/iiif/collections/top $.partOf[0]',
      'description https://example.org/iiif/whole/manifest $.items[0].annotations[0].items[0].target.source.partOf[0]',
      'description https://example.org/iiif/whole/texts/en/1 $.items[0].annotations[1]',
      'image-service https://images.example.org/iiif/3/logo $.provider[0].logo[0].service[0]',
      'image-service https://images.example.org/iiif/3/whole-1 $.thumbnail[0].service[0]',
      'image-service https://images.example.org/iiif/3/whole-2 $.items[1].items[0].items[0].body.source.service[0]',
      'image-service https://images.example.org/iiif/3/whole-poster $.items[2].placeholderCanvas.items[0].items[0].body.service[0]',
      'search-service https://example.org/iiif/search/2/whole $.service[0]',
      'search-service https://example.org/iiif/search/1/whole $.service[1]',
      'content https://example.org/ $.provider[0].homepage[0]',
      'content https://images.example.org/iiif/3/logo/full/max/0/default.png $.provider[0].logo[0]',
      'content https://example.org/about.jsonld $.provider[0].seeAlso[0]',
      'content https://images.example.org/iiif/3/whole-1/full/200,300/0/default.jpg $.thumbnail[0]',
      'content https://example.org/documents/whole $.homepage[0]',
      'content https://example.org/whole.pdf $.rendering[0]',
      'content https://example.org/whole.xml $.seeAlso[0]',
      'content https://images.example.org/iiif/3/whole-2/full/90,60/0/default.jpg $.structures[1].items[0].thumbnail[0]',
      'content https://images.example.org/iiif/3/whole-1/full/max/0/default.jpg $.items[0].items[0].items[0].body',
      'content https://images.example.org/iiif/3/whole-1/full/100,150/0/default.jpg $.items[0].thumbnail[0]',
      'content https://images.example.org/iiif/3/whole-2/full/max/0/default.jpg $.items[1].items[0].items[0].body.source',
      'content https://media.example.org/whole-3.mp4 $.items[2].items[0].items[0].body',
      'content https://images.example.org/iiif/3/whole-poster/full/max/0/default.jpg $.items[2].placeholderCanvas.items[0].items[0].body',
    ]);
  });

  it('is in version 2.1 also what stands there as a bare URI', () => {
    const document = edited(fixture('0057-version-2'), {
      'sequences.0.canvases.0.otherContent': [`${IIIF}/ledger/list/1`],
    });
    expect(references(document)).toContain(
      `description ${IIIF}/ledger/list/1 $.sequences[0].canvases[0].otherContent`,
    );
  });

  it('is not the collection that a search response describes, which is nowhere else', () => {
    expect(references(fixture('search-2'))).toEqual([
      `description ${IIIF}/search/2/letter?q=bird&page=1 $.partOf.first`,
      `description ${IIIF}/search/2/letter?q=bird&page=13 $.partOf.last`,
      `description ${IIIF}/search/2/letter?q=bird&page=2 $.next`,
      `description ${IIIF}/letter/manifest $.items[0].target.partOf`,
    ]);
  });

  it('is not what cannot be had from the web', () => {
    const document = edited(fixture('0053-see-also'), {
      'seeAlso.0.id': 'urn:isbn:1',
      'seeAlso.1.id': 'data:text/plain,x',
    });
    expect(references(document).filter((line) => line.includes('seeAlso'))).toEqual([]);
  });

  it('knows whose annotations a page holds, wherever else the page is named', () => {
    const document = edited(fixture('0269-referenced-annotations'), {
      partOf: [{ id: `${IIIF}/street/comments`, type: 'AnnotationPage' }],
    });
    const [page] = referencesOf(readDocument(document));
    expect(page).toMatchObject({ url: `${IIIF}/street/comments`, owner: `${IIIF}/street/canvas/1` });
  });
});

function references(document: unknown): string[] {
  return referencesOf(readDocument(document)).map(
    ({ kind, url, path }) => `${kind} ${url} ${formatPath(path)}`,
  );
}
