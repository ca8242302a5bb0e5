import { idOf, isRecord, listOf, stringsOf, typesOf, type JsonRecord } from '../../../viewer/iiif/json.ts';
import type { Report, Rules } from '../finding.ts';
import { imageRequestOf } from '../image-request.ts';
import type { Path } from '../json-path.ts';
import { parseJson } from '../parse-json.ts';
import { listed, quoted, shown } from '../shown.ts';
import type { Answer, Asker } from './asker.ts';
import type { Reference } from './references.ts';
import { isFormat, sameUrl, type Answered } from './responses.ts';

export const REFERENCE_RULES = {
  'reference-unreachable': {
    severity: 'error',
    section: 'Presentation 3.0 §6.3',
    section2: 'Presentation 2.1 §7.3',
    mend: 'Publish it there, or take the link away.',
  },
  'reference-not-json': {
    severity: 'error',
    section: 'Presentation 3.0 §6.3',
    section2: 'Presentation 2.1 §7.3',
    mend: 'Answer with the JSON description of the resource.',
  },
  'reference-cors-missing': {
    severity: 'error',
    section: 'Presentation 3.0 §6.3; Image API 3.0 §5.1',
    section2: 'Presentation 2.1 §7.3',
    mend: 'Send "Access-Control-Allow-Origin: *" with it.',
  },
  'reference-type-differs': {
    severity: 'error',
    section: 'Presentation 3.0 §4.2',
    section2: 'Presentation 2.1 §4.1',
    mend: 'Give the type that the resource has.',
  },
  'reference-id-differs': {
    severity: 'error',
    section: 'Presentation 3.0 §3.2 id',
    section2: 'Presentation 2.1 §3.3 @id',
    mend: 'Link to the id that the resource gives itself.',
  },
  'reference-format-differs': {
    severity: 'warning',
    section: 'Presentation 3.0 §5.7',
    section2: 'Presentation 2.1 §3.3 format',
    mend: 'Declare the Content-Type with which it is served.',
  },
  'image-service-differs': {
    severity: 'error',
    section: 'Presentation 3.0 §3.3.1 service, §5.7; Image API 3.0 §5.2',
    section2: 'Presentation 2.1 §5.4; Image API 2.1 §5.2',
    mend: 'Say of the image what its info.json says.',
  },
} satisfies Rules;

/** A description and the response that it came with, whose body is not kept. */
export type Had = { document: unknown; repeated: readonly Path[]; answer: Answered };

/** Asks for something that a document points to. Returns a description, for whoever wants to judge it too. */
export async function checkReference(
  reference: Reference,
  asker: Asker,
  report: Report,
): Promise<Had | undefined> {
  switch (reference.kind) {
    case 'description':
      return checkDescription(reference, asker, report);
    case 'content':
      await checkContent(reference, asker, report);
      return undefined;
    case 'image-service':
      await checkImageService(reference, asker, report);
      return undefined;
    case 'search-service':
      await checkSearchService(reference, asker, report);
      return undefined;
  }
}

async function checkDescription(
  { url, path, types }: Extract<Reference, { kind: 'description' }>,
  asker: Asker,
  report: Report,
): Promise<Had | undefined> {
  const answer = await asker.ask(url, { body: true });
  const read = readAnswer(url, answer, path, report);
  if (read === undefined || answer.kind !== 'answered') return undefined;
  const { document, repeated } = read;
  const found = typesOf(document).map(currentName);
  if (types.length > 0 && !types.map(currentName).some((type) => found.includes(type)))
    report(
      'reference-type-differs',
      path,
      `${quoted(url)} is ${listed(found.map(quoted))} and not ${listed(types.map(quoted))}.`,
    );
  const id = idOf(document);
  if (id !== undefined && !sameUrl(id, url))
    report('reference-id-differs', path, `${quoted(url)} calls itself ${quoted(id)}.`);
  return { document, repeated, answer: { ...answer, body: new Uint8Array() } };
}

/** Version 2's names of what version 3 calls otherwise: a link may lead to either. */
function currentName(type: string): string {
  if (type === 'AnnotationList') return 'AnnotationPage';
  return type === 'Layer' ? 'AnnotationCollection' : type;
}

/** The description in an answer; whatever keeps it from being one is reported. */
function readAnswer(
  url: string,
  answer: Answer,
  path: Path,
  report: Report,
): { document: JsonRecord; repeated: readonly Path[] } | undefined {
  if (!isThere(url, answer, path, report)) return undefined;
  if (answer.headers.get('access-control-allow-origin') === null)
    report('reference-cors-missing', path, `${quoted(url)} comes without Access-Control-Allow-Origin.`);
  const parsed = parseJson(answer.body);
  if ('fault' in parsed) report('reference-not-json', path, `Of ${quoted(url)}: ${parsed.fault}.`);
  else if (!isRecord(parsed.document))
    report('reference-not-json', path, `${quoted(url)} is ${shown(parsed.document)}.`);
  else return { document: parsed.document, repeated: parsed.repeated };
  return undefined;
}

function isThere(url: string, answer: Answer, path: Path, report: Report): answer is Answered {
  if (answer.kind === 'unasked') return false;
  if (answer.kind === 'failed') report('reference-unreachable', path, `Of ${quoted(url)}: ${answer.reason}.`);
  // Content behind a login is there.
  else if (answer.status >= 400 && answer.status !== 401)
    report('reference-unreachable', path, `${quoted(url)} is answered with ${answer.status}.`);
  else return true;
  return false;
}

async function checkContent(
  { url, path, format }: Extract<Reference, { kind: 'content' }>,
  asker: Asker,
  report: Report,
): Promise<void> {
  const head = await asker.ask(url, { method: 'HEAD' });
  const isFine =
    head.kind === 'answered' &&
    head.status < 400 &&
    (format === undefined || isFormat(head.headers.get('content-type'), format));
  // Some servers do not know HEAD, or answer it wrongly; then the body is asked for and not read.
  const answer = isFine || head.kind === 'unasked' ? head : await asker.ask(url);
  if (!isThere(url, answer, path, report)) return;
  const served = answer.headers.get('content-type');
  if (format !== undefined && answer.status < 300 && !isFormat(served, format))
    report(
      'reference-format-differs',
      path,
      `${quoted(url)} is served as ${served === null ? 'nothing' : quoted(served)} and declared as ${shown(format)}.`,
    );
}

async function checkImageService(
  { url, path, service, version, image }: Extract<Reference, { kind: 'image-service' }>,
  asker: Asker,
  report: Report,
): Promise<void> {
  const address = `${url}/info.json`;
  const info = readAnswer(address, await asker.ask(address, { body: true }), path, report)?.document;
  if (info === undefined) return;
  const differs = (what: string) => report('image-service-differs', path, `${quoted(address)} ${what}.`);
  const id = idOf(info);
  if (id === undefined || !sameUrl(id, url)) differs(`is of ${shown(id)}`);
  if (versionOf(info) !== version)
    differs(`speaks Image API ${versionOf(info)}, the document says ${version}`);
  for (const name of ['width', 'height']) {
    if (service[name] !== undefined && service[name] !== info[name])
      differs(`gives the ${name} ${shown(info[name])}, the document ${shown(service[name])}`);
  }
  const [declared] = stringsOf(service.profile);
  const [offered] = stringsOf(listOf(info.profile));
  if (declared !== undefined && levelOf(declared) !== levelOf(offered ?? ''))
    differs(`has the profile ${shown(offered)}, the document ${shown(declared)}`);
  checkImageSize(info, image, differs);
}

/** A service that answers in the version that the request prefers has one of them for each. */
function versionOf(info: JsonRecord): 1 | 2 | 3 {
  if (typesOf(info).includes('ImageService3')) return 3;
  return stringsOf(info['@context']).some((context) => context.includes('/api/image/2')) ? 2 : 1;
}

function levelOf(profile: string): string {
  return /level[012]/.exec(profile)?.[0] ?? '';
}

/** An image that is the whole of its service has the size of the service, or its proportions. */
function checkImageSize(info: JsonRecord, image: JsonRecord, differs: (what: string) => void): void {
  const request = imageRequestOf(idOf(image) ?? '');
  const [width, height, across, down] = [image.width, image.height, info.width, info.height].map(Number);
  const ratio = ((width ?? NaN) * (down ?? NaN)) / ((height ?? NaN) * (across ?? NaN));
  if (request?.region !== 'full' || !Number.isFinite(ratio)) return;
  // A pixel of rounding is much of a small thumbnail.
  const tolerance = 0.01 + 1.5 / Math.min(width ?? 1, height ?? 1);
  if (Math.abs(ratio - 1) > tolerance)
    differs(
      `is of ${shown(info.width)} x ${shown(info.height)}, the document says ${shown(image.width)} x ${shown(image.height)}`,
    );
}

/** Content Search 2.0 §4.1, 1.0 §3.2: a GET with `q` is answered with annotations. */
async function checkSearchService(
  { url, path }: Extract<Reference, { kind: 'search-service' }>,
  asker: Asker,
  report: Report,
): Promise<void> {
  const address = `${url}${url.includes('?') ? '&' : '?'}q=a`;
  const response = readAnswer(address, await asker.ask(address, { body: true }), path, report)?.document;
  if (response === undefined) return;
  const types = typesOf(response).map(currentName);
  if (!types.includes('AnnotationPage'))
    report(
      'reference-type-differs',
      path,
      `${quoted(address)} is ${listed(types.map(quoted))} and no page of annotations.`,
    );
}
