import { idOf, stringsOf, type JsonRecord } from '../../../viewer/iiif/json.ts';
import type { DocumentKind } from '../document-kind.ts';
import type { Report, Rules } from '../finding.ts';
import { ROOT, under } from '../json-path.ts';
import { quoted, shown } from '../shown.ts';
import type { Answer, Asker } from './asker.ts';

export const RESPONSE_RULES = {
  'http-cors-missing': {
    severity: 'error',
    section: 'Presentation 3.0 §6.3; Image API 3.0 §5.1',
    section2: 'Presentation 2.1 §7.3',
    mend: 'Send "Access-Control-Allow-Origin: *": no viewer on another site can read it otherwise.',
  },
  'http-cors-restricted': {
    severity: 'warning',
    section: 'Presentation 3.0 §6.3',
    section2: 'Presentation 2.1 §7.3',
    mend: 'Send "*", which caches can keep for everybody.',
  },
  'http-content-type': {
    severity: 'error',
    section: 'Presentation 3.0 §6.3; Image API 3.0 §5.1',
    section2: 'Presentation 2.1 §7.3',
    mend: 'Send application/ld+json with the profile of the API, or application/json.',
  },
  'http-profile-missing': {
    severity: 'warning',
    section: 'Presentation 3.0 §6.3; Image API 3.0 §5.1',
    mend: 'Send application/ld+json;profile="{the context document}", or application/json.',
  },
  'http-id-differs': {
    severity: 'error',
    section: 'Presentation 3.0 §3.2 id; Image API 3.0 §5.2',
    section2: 'Presentation 2.1 §3.3 @id',
    mend: 'Let "id" be the address at which the resource is published.',
  },
  'http-vary-accept-missing': {
    severity: 'warning',
    section: 'HTTP Semantics (RFC 9110) §12.5.5',
    mend: 'Send "Vary: Accept": a cache gives one form to everybody otherwise.',
  },
  'http-validator-missing': {
    severity: 'warning',
    section: 'HTTP Semantics (RFC 9110) §8.8',
    mend: 'Send an ETag, so that whoever has the resource need not fetch it again.',
  },
  'http-not-modified-missing': {
    severity: 'warning',
    section: 'HTTP Semantics (RFC 9110) §13.1.2',
    mend: 'Answer 304 to an If-None-Match with the ETag that was sent.',
  },
  'http-uncompressed': {
    severity: 'warning',
    section: 'Presentation 3.0 §6.3',
    mend: 'Compress: descriptions become a tenth of their size.',
  },
  'http-vary-encoding-missing': {
    severity: 'warning',
    section: 'HTTP Semantics (RFC 9110) §12.5.5',
    mend: 'Send "Vary: Accept-Encoding" with whatever is compressed on request.',
  },
  'http-head-refused': {
    severity: 'warning',
    section: 'Presentation 3.0 §6; HTTP Semantics (RFC 9110) §9.3.2',
    section2: 'HTTP Semantics (RFC 9110) §9.3.2',
    mend: 'Answer HEAD with the status and the headers of GET.',
  },
} satisfies Rules;

export type Answered = Extract<Answer, { kind: 'answered' }>;

/** Smaller bodies gain nothing by compression. */
const WORTH_COMPRESSING = 2048;

/** What the response to a GET says beside its body. */
export function checkResponse(
  answer: Answered,
  document: JsonRecord,
  kind: DocumentKind,
  report: Report,
): void {
  const { headers, length } = answer;
  checkCors(headers, report);
  checkMediaType(headers, kind, report);
  checkId(answer, document, kind, report);
  if (headers.get('etag') === null && headers.get('last-modified') === null)
    report('http-validator-missing', ROOT, 'The response has no ETag and no Last-Modified.');
  const encoding = headers.get('content-encoding');
  if (encoding === null && length > WORTH_COMPRESSING)
    report(
      'http-uncompressed',
      ROOT,
      `The response is ${length} bytes, not compressed for a client that accepts gzip.`,
    );
  if (encoding !== null && !varies(headers, 'accept-encoding'))
    report(
      'http-vary-encoding-missing',
      ROOT,
      `The response is compressed with ${quoted(encoding)}, and does not say that it varies.`,
    );
}

export function checkCors(headers: Headers, report: Report): void {
  const allowed = headers.get('access-control-allow-origin');
  if (allowed === null) report('http-cors-missing', ROOT, 'The response has no Access-Control-Allow-Origin.');
  else if (allowed.trim() !== '*')
    report('http-cors-restricted', ROOT, `Access-Control-Allow-Origin is ${quoted(allowed)}.`);
}

const PROFILES: Partial<Record<DocumentKind['api'], RegExp>> = {
  'presentation-3': /iiif\.io\/api\/(?:presentation\/3|search\/2)\/|www\.w3\.org\/ns\/anno/,
  image: /iiif\.io\/api\/image\/\d\//,
};

function checkMediaType(headers: Headers, kind: DocumentKind, report: Report): void {
  const type = headers.get('content-type') ?? '';
  if (!/^application\/(?:ld\+)?json\s*(?:;|$)/i.test(type)) {
    report('http-content-type', ROOT, `The Content-Type is ${type === '' ? 'missing' : quoted(type)}.`);
    return;
  }
  const profile = PROFILES[kind.api];
  const isOld = kind.api === 'image' && kind.version < 3;
  if (profile !== undefined && !isOld && /^application\/ld\+json/i.test(type) && !profile.test(type))
    report('http-profile-missing', ROOT, `The Content-Type is ${quoted(type)}.`);
}

function checkId({ hops }: Answered, document: JsonRecord, kind: DocumentKind, report: Report): void {
  const id = idOf(document);
  if (id === undefined) return;
  const published = kind.api === 'image' ? `${id}/info.json` : id;
  const same = hops.some((hop) => sameUrl(hop, published));
  if (!same) {
    const key = 'id' in document ? 'id' : '@id';
    report(
      'http-id-differs',
      under(ROOT, key),
      `The id is ${quoted(id)}, and it was had from ${quoted(hops.at(-1) ?? '')}.`,
    );
  }
}

/** The same address, however its host and its path are written; a fragment is not sent. */
export function sameUrl(one: string, other: string): boolean {
  const normal = (url: string) => {
    if (!URL.canParse(url)) return url;
    const parsed = new URL(url);
    parsed.hash = '';
    return parsed.href;
  };
  return normal(one) === normal(other);
}

function varies(headers: Headers, name: string): boolean {
  const names = (headers.get('vary') ?? '').toLowerCase().split(',');
  return names.some((one) => one.trim() === name || one.trim() === '*');
}

const OTHER_FORMS = [
  'application/json',
  'application/ld+json;profile="http://iiif.io/api/presentation/2/context.json"',
  'application/ld+json;profile="http://iiif.io/api/presentation/3/context.json"',
];

/** Asks the same address in other ways: for the headers alone, for what is new, for other forms. */
export async function probe(url: string, first: Answered, asker: Asker, report: Report): Promise<void> {
  const type = mediaType(first.headers);
  const head = await asker.ask(url, { method: 'HEAD' });
  if (head.kind === 'answered' && (head.status !== first.status || mediaType(head.headers) !== type))
    report(
      'http-head-refused',
      ROOT,
      `HEAD is answered with ${head.status} and ${shown(mediaType(head.headers))}, GET with ${first.status} and ${shown(type)}.`,
    );
  const etag = first.headers.get('etag');
  if (etag !== null) {
    // Without a Cache-Control, fetch says `no-cache` of itself, and servers then send everything anew.
    const again = await asker.ask(url, { headers: { 'If-None-Match': etag, 'Cache-Control': 'max-age=0' } });
    if (again.kind === 'answered' && again.status !== 304)
      report(
        'http-not-modified-missing',
        ROOT,
        `It is answered with ${again.status} to whoever has ${quoted(etag)} already.`,
      );
  }
  if (varies(first.headers, 'accept')) return;
  for (const accept of OTHER_FORMS) {
    const other = await asker.ask(url, { headers: { Accept: accept } });
    if (other.kind !== 'answered' || other.status >= 300 || mediaType(other.headers) === type) continue;
    report(
      'http-vary-accept-missing',
      ROOT,
      `For ${quoted(accept)} it comes as ${shown(mediaType(other.headers))}, and it does not say that it varies.`,
    );
    return;
  }
}

function mediaType(headers: Headers): string {
  return (headers.get('content-type') ?? '')
    .toLowerCase()
    .replace(/\s/g, '')
    .replace(/;charset=[^;]*/, '');
}

/** Whether a served type is what a document declared, parameters apart. */
export function isFormat(served: string | null, declared: unknown): boolean {
  const bare = (type: string) => type.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  return served !== null && stringsOf(declared).some((type) => bare(type) === bare(served));
}
