import type { RuleCode } from '../../../../server/lint/rules.ts';
import { edited, REMOVED, type Edits } from '../fixture.ts';
import { COLLECTION, INFO, MANIFEST, TEXT_PAGE, type Page, type Web } from './web.ts';

/** One mistake in a web that has no other, with the document and the place in it where it must be found. */
export type HttpFault = { code: RuleCode; source: string; at: string; plant: (web: Web) => void };

const LIST = '$.items[0].annotations[0]';
const SERVICE = '$.thumbnail[0].service[0]';
const PDF = 'https://example.org/letter.pdf';

/** Every mistake that only whoever asks can see. Each lint begins at the manifest. */
export const HTTP_FAULTS: readonly HttpFault[] = [
  at('http-cors-missing', MANIFEST, '$', headers(MANIFEST, { 'access-control-allow-origin': REMOVED })),
  at(
    'http-cors-restricted',
    MANIFEST,
    '$',
    headers(MANIFEST, { 'access-control-allow-origin': 'https://viewer.example' }),
  ),
  at('http-content-type', MANIFEST, '$', headers(MANIFEST, { 'content-type': 'text/plain' })),
  at('http-content-type', TEXT_PAGE, '$', headers(TEXT_PAGE, { 'content-type': REMOVED })),
  at('http-profile-missing', MANIFEST, '$', headers(MANIFEST, { 'content-type': 'application/ld+json' })),
  at(
    'http-id-differs',
    MANIFEST,
    '$.id',
    body(MANIFEST, { id: 'https://example.org/iiif/3/letter/manifest' }),
  ),
  at(
    'http-vary-accept-missing',
    MANIFEST,
    '$',
    change(MANIFEST, { forms: { 'application/json': 'application/json' } }),
  ),
  at('http-validator-missing', MANIFEST, '$', headers(MANIFEST, { etag: REMOVED })),
  at('http-not-modified-missing', MANIFEST, '$', change(MANIFEST, { conditional: false })),
  at(
    'http-uncompressed',
    MANIFEST,
    '$',
    both(
      headers(MANIFEST, { 'content-encoding': REMOVED }),
      body(MANIFEST, { summary: { en: ['long '.repeat(1000)] } }),
    ),
  ),
  at('http-vary-encoding-missing', MANIFEST, '$', headers(MANIFEST, { vary: 'Origin' })),
  at('http-head-refused', MANIFEST, '$', change(MANIFEST, { head: { status: 405, headers: {} } })),
  at('reference-unreachable', MANIFEST, LIST, change(TEXT_PAGE, { status: 404 })),
  at('reference-unreachable', MANIFEST, '$.rendering[0]', change(PDF, { status: 500 })),
  at('reference-unreachable', MANIFEST, SERVICE, change(INFO, { status: 410 })),
  at(
    'reference-unreachable',
    MANIFEST,
    '$.service[0]',
    change('https://example.org/iiif/search/2/letter?q=a', { status: 400 }),
  ),
  at(
    'reference-unreachable',
    TEXT_PAGE,
    '$.partOf[0]',
    change('https://example.org/iiif/letter/texts/en', { status: 404 }),
  ),
  at('reference-unreachable', TEXT_PAGE, '$.next', body(TEXT_PAGE, { next: `${TEXT_PAGE}/next` })),
  at('reference-not-json', MANIFEST, SERVICE, change(INFO, { body: '<html>' })),
  at('reference-not-json', MANIFEST, '$.partOf[0]', change(COLLECTION, { body: '[]' })),
  at('reference-cors-missing', MANIFEST, SERVICE, headers(INFO, { 'access-control-allow-origin': REMOVED })),
  at('reference-type-differs', MANIFEST, '$.partOf[0]', body(COLLECTION, { type: 'Manifest' })),
  at(
    'reference-type-differs',
    MANIFEST,
    '$.service[0]',
    body('https://example.org/iiif/search/2/letter?q=a', { type: 'Collection' }),
  ),
  at(
    'reference-id-differs',
    MANIFEST,
    '$.partOf[0]',
    body(COLLECTION, { id: 'https://example.org/iiif/collections/all' }),
  ),
  at('reference-format-differs', MANIFEST, '$.rendering[0]', headers(PDF, { 'content-type': 'text/html' })),
  at(
    'image-service-differs',
    MANIFEST,
    SERVICE,
    body(INFO, { id: 'https://images.example.org/iiif/3/letter-2' }),
  ),
  at('image-service-differs', MANIFEST, SERVICE, body(INFO, { profile: 'level1' })),
  at(
    'image-service-differs',
    MANIFEST,
    SERVICE,
    body(INFO, { type: REMOVED, '@context': 'http://iiif.io/api/image/2/context.json' }),
  ),
];

/** `width` and `height` differ in the service's block, and in the thumbnail's proportions. */
export const SIZE_FAULT = body(INFO, { width: 1800, height: 1200 });

function at(code: RuleCode, source: string, place: string, plant: (web: Web) => void): HttpFault {
  return { code, source, at: place, plant };
}

function both(...plants: readonly ((web: Web) => void)[]): (web: Web) => void {
  return (web) => {
    for (const plant of plants) plant(web);
  };
}

export function change(url: string, changes: Partial<Page>): (web: Web) => void {
  return (web) => {
    const page = web.get(url);
    if (page === undefined) throw new Error(`Nothing is at ${url}`);
    web.set(url, { ...page, ...changes });
  };
}

function headers(url: string, edits: Record<string, string | typeof REMOVED>): (web: Web) => void {
  return (web) => {
    const page = web.get(url);
    const kept = Object.entries({ ...page?.headers, ...edits });
    const changed = kept.flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value] as const] : [],
    );
    change(url, { headers: Object.fromEntries(changed) })(web);
  };
}

export function body(url: string, edits: Edits): (web: Web) => void {
  return (web) => {
    const document: unknown = JSON.parse(web.get(url)?.body ?? '');
    change(url, { body: JSON.stringify(edited(document, edits)) })(web);
  };
}
