import { hasType, recordsOf, stringsOf, isRecord, listOf, type JsonRecord } from './json.ts';

/** The words of an annotation. */
export type Body = { value: string; html?: string; language: string };

/** Longer bodies are cut: a page of a book has some 3,000 characters. */
const LONGEST = 200_000;
/** What tells of a resource, or points elsewhere, and is not the words on it. */
const NO_WORDS = new Set([
  'tagging',
  'linking',
  'bookmarking',
  'classifying',
  'moderating',
  'assessing',
  'identifying',
]);

/**
 * The words that an annotation carries: TextualBody and `cnt:ContentAsText` (`chars`), bare strings, and the
 * first of a Choice. Empty if it carries none, or only tags and links.
 */
export function bodiesOf(annotation: JsonRecord): Body[] {
  const motivations = stringsOf(annotation.motivation).map((word) => word.replace(/^\w+:/, ''));
  if (motivations.length > 0 && motivations.every((word) => NO_WORDS.has(word))) return [];
  const bodies = annotation.body ?? annotation.bodyValue ?? annotation.resource;
  return listOf(bodies).flatMap((body) => {
    const read = bodyOf(body);
    return read === undefined ? [] : [read];
  });
}

function bodyOf(body: unknown): Body | undefined {
  if (typeof body === 'string') {
    // A bare URI names a resource elsewhere (Web Annotation §3.2.1); any other string is the text itself.
    return /^\w+:\/\/\S+$/.test(body) ? undefined : worded(body, 'text/plain', '');
  }
  if (!isRecord(body)) return undefined;
  if (hasType(body, 'Choice')) return bodyOf(recordsOf(body.items ?? body.default)[0]);
  if (stringsOf(body.purpose).some((purpose) => NO_WORDS.has(purpose)) || hasType(body, 'Tag'))
    return undefined;
  const value = body.value ?? body.chars ?? body['cnt:chars'];
  if (typeof value !== 'string') return undefined;
  const [format = ''] = stringsOf(body.format);
  const [language = ''] = stringsOf(body.language ?? body['dc:language']);
  return worded(value, format, /^[a-z]{2,8}(-[a-z0-9]{1,8})*$/i.test(language) ? language : '');
}

function worded(source: string, format: string, language: string): Body | undefined {
  const text = source.slice(0, LONGEST);
  // Presentation 3 §4.5 calls a value HTML that stands between < and >, and many say no format.
  const bare = text.trim();
  const isHtml = /\bhtml\b/i.test(format) || (format === '' && /^<[a-z]/i.test(bare) && bare.endsWith('>'));
  const value = (isHtml ? withoutTags(text) : text).trim();
  if (value === '') return undefined;
  return { value, ...(isHtml ? { html: text } : {}), language };
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
};

/**
 * For comparing and reading aloud only: what is shown is the cleaned HTML itself. Goes through the text once,
 * since patterns that look for a closing bracket from every opening one take minutes over a hostile value.
 */
function withoutTags(html: string): string {
  let text = '';
  let position = 0;
  while (position < html.length) {
    const open = html.indexOf('<', position);
    const close = open === -1 ? -1 : html.indexOf('>', open);
    text += html.slice(position, close === -1 ? undefined : open);
    if (close === -1) break;
    text += ' ';
    position = close + 1;
  }
  return text
    .replace(/&(amp|lt|gt|quot|apos|nbsp);/g, (entity, name: string) => ENTITIES[name] ?? entity)
    .replace(/\s+/g, ' ');
}
