import type { Fetch } from '../../../../server/lint/http/asker.ts';

/** What stands at an address. */
export type Page = {
  status: number;
  headers: Record<string, string>;
  body: string;
  /** What HEAD is answered with instead, where a server gets it wrong. */
  head?: { status: number; headers: Record<string, string> };
  /** Media types that are sent for these values of Accept. */
  forms?: Record<string, string>;
  /** Whether If-None-Match is looked at. */
  conditional: boolean;
};

export type Web = Map<string, Page>;

const BASE = 'https://example.org/iiif';
const IMAGES = 'https://images.example.org/iiif/3';
const CONTEXT = 'http://iiif.io/api/presentation/3/context.json';
const PRESENTATION = `application/ld+json;profile="${CONTEXT}"`;

export const MANIFEST = `${BASE}/letter/manifest`;
export const TEXT_PAGE = `${BASE}/letter/texts/en/1`;
export const COLLECTION = `${BASE}/collections/top`;
export const INFO = `${IMAGES}/letter-1/info.json`;

/** A small archive in which everything is as it should be: a collection, its one letter, and all around it. */
export function specimenWeb(): Web {
  return new Map([
    [COLLECTION, description(collection())],
    [MANIFEST, description(manifest())],
    [TEXT_PAGE, description(textPage())],
    [`${BASE}/letter/texts/en`, description(textCollection())],
    [`${BASE}/search/2/letter?q=a`, description(searchResponse())],
    [
      INFO,
      {
        ...description(info()),
        headers: headers('application/ld+json;profile="http://iiif.io/api/image/3/context.json"'),
      },
    ],
    [`${IMAGES}/letter-1/full/max/0/default.jpg`, content('image/jpeg')],
    [`${IMAGES}/letter-1/full/200,300/0/default.jpg`, content('image/jpeg')],
    ['https://example.org/documents/letter', content('text/html; charset=utf-8')],
    ['https://example.org/letter.pdf', content('application/pdf')],
    ['https://example.org/letter.xml', content('application/tei+xml')],
  ]);
}

/** Answers from a web, as servers do; asks nobody. */
export function fetchFrom(web: Web, asked: string[] = []): Fetch {
  return (url, { method, headers: sent }) => {
    asked.push(`${method} ${url}`);
    const page = web.get(url);
    if (page === undefined) return Promise.resolve(new Response('', { status: 404 }));
    const form = page.forms?.[sent.Accept ?? ''];
    const answered = { ...page.headers, ...(form === undefined ? {} : { 'content-type': form }) };
    if (method === 'HEAD')
      return Promise.resolve(new Response(null, page.head ?? { status: page.status, headers: answered }));
    const known = sent['If-None-Match'];
    if (page.conditional && known !== undefined && known === page.headers.etag)
      return Promise.resolve(new Response(null, { status: 304, headers: answered }));
    // As bytes: of a string, Response would make up a Content-Type.
    const bytes = new TextEncoder().encode(page.body);
    return Promise.resolve(new Response(bytes, { status: page.status, headers: answered }));
  };
}

export function description(document: unknown): Page {
  return { status: 200, headers: headers(PRESENTATION), body: JSON.stringify(document), conditional: true };
}

function content(type: string): Page {
  return { status: 200, headers: headers(type), body: 'content', conditional: true };
}

function headers(type: string): Record<string, string> {
  return {
    'content-type': type,
    'access-control-allow-origin': '*',
    etag: '"1"',
    'content-encoding': 'gzip',
    vary: 'Accept-Encoding',
  };
}

function collection(): unknown {
  return {
    ...{ '@context': CONTEXT, id: COLLECTION, type: 'Collection', label: { en: ['All'] } },
    items: [{ id: MANIFEST, type: 'Manifest', label: { en: ['A letter'] } }],
  };
}

function manifest(): unknown {
  const canvas = `${BASE}/letter/canvas/1`;
  const service = [
    { id: `${IMAGES}/letter-1`, type: 'ImageService3', profile: 'level2', width: 1200, height: 1800 },
  ];
  const image = { type: 'Image', format: 'image/jpeg', service };
  return {
    ...{ '@context': CONTEXT, id: MANIFEST, type: 'Manifest', label: { en: ['A letter'] } },
    thumbnail: [{ ...image, id: `${IMAGES}/letter-1/full/200,300/0/default.jpg`, width: 200, height: 300 }],
    homepage: [
      {
        id: 'https://example.org/documents/letter',
        type: 'Text',
        label: { en: ['Letter'] },
        format: 'text/html',
      },
    ],
    rendering: [
      {
        id: 'https://example.org/letter.pdf',
        type: 'Text',
        label: { en: ['PDF'] },
        format: 'application/pdf',
      },
    ],
    seeAlso: [{ id: 'https://example.org/letter.xml', type: 'Dataset', format: 'application/tei+xml' }],
    service: [{ id: `${BASE}/search/2/letter`, type: 'SearchService2' }],
    partOf: [{ id: COLLECTION, type: 'Collection' }],
    items: [
      {
        ...{ id: canvas, type: 'Canvas', width: 1200, height: 1800 },
        items: [
          {
            ...{ id: `${canvas}/painting`, type: 'AnnotationPage' },
            items: [
              {
                ...{ id: `${canvas}/painting/1`, type: 'Annotation', motivation: 'painting', target: canvas },
                body: {
                  ...image,
                  id: `${IMAGES}/letter-1/full/max/0/default.jpg`,
                  width: 1200,
                  height: 1800,
                },
              },
            ],
          },
        ],
        annotations: [{ id: TEXT_PAGE, type: 'AnnotationPage' }],
      },
    ],
  };
}

function textPage(): unknown {
  return {
    ...{ '@context': CONTEXT, id: TEXT_PAGE, type: 'AnnotationPage' },
    partOf: [{ id: `${BASE}/letter/texts/en`, type: 'AnnotationCollection' }],
    items: [
      {
        ...{ id: `${TEXT_PAGE}/1`, type: 'Annotation', motivation: 'supplementing' },
        body: { type: 'TextualBody', value: 'Dear friend', language: 'en', format: 'text/plain' },
        target: `${BASE}/letter/canvas/1#xywh=100,100,1000,40`,
      },
    ],
  };
}

function textCollection(): unknown {
  return {
    ...{ '@context': CONTEXT, id: `${BASE}/letter/texts/en`, type: 'AnnotationCollection' },
    ...{ label: { en: ['Text'] }, first: TEXT_PAGE, last: TEXT_PAGE },
  };
}

function searchResponse(): unknown {
  return { '@context': CONTEXT, id: `${BASE}/search/2/letter?q=a`, type: 'AnnotationPage', items: [] };
}

function info(): unknown {
  return {
    ...{
      '@context': 'http://iiif.io/api/image/3/context.json',
      id: `${IMAGES}/letter-1`,
      type: 'ImageService3',
    },
    ...{ protocol: 'http://iiif.io/api/image', profile: 'level2', width: 1200, height: 1800 },
  };
}
