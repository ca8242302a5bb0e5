import { SaxesParser } from 'saxes';
import { stringsOf } from '../../viewer/iiif/json.ts';
import type { Rules } from './finding.ts';
import { under } from './json-path.ts';
import type { Node } from './node.ts';
import type { Setting } from './setting.ts';
import { listed, quoted } from './shown.ts';
import { wordingsOf, type Wording } from './wordings.ts';

export const HTML_RULES = {
  'html-misplaced': {
    severity: 'error',
    section: 'Presentation 3.0 §4.5',
    section2: 'Presentation 2.1 §4.4',
    mend: 'Give plain text here; HTML belongs into summary and into values of metadata.',
  },
  'html-malformed': {
    severity: 'error',
    section: 'Presentation 3.0 §4.5',
    section2: 'Presentation 2.1 §4.4',
    mend: 'Write well-formed XML in one element, with &#160; for &nbsp;; plain text that begins with < takes a space at its end.',
  },
  'html-unwrapped': {
    severity: 'error',
    section: 'Presentation 3.0 §4.5',
    section2: 'Presentation 2.1 §4.4',
    mend: 'Put all of it into one element such as <span> or <p>, with no space before or after.',
  },
  'html-unsafe': {
    severity: 'warning',
    section: 'Presentation 3.0 §4.5',
    section2: 'Presentation 2.1 §4.4',
    mend: 'Take it away: every viewer must remove it, and one that does not is open to attack.',
  },
  'html-removed': {
    severity: 'advice',
    section: 'Presentation 3.0 §4.5',
    section2: 'Presentation 2.1 §4.4',
    mend: 'Do without it: viewers keep a, b, br, i, img, p, small, span, sub and sup, with href, src and alt.',
  },
  'html-entity': {
    severity: 'warning',
    section: 'Presentation 3.0 §4.5',
    section2: 'Presentation 2.1 §4.4',
    mend: 'Write the character itself: plain text is shown to the letter.',
  },
  'body-html-undeclared': {
    severity: 'warning',
    section: 'Web Annotation Data Model §3.2.4',
    mend: 'Say "format": "text/html", or give plain text.',
  },
} satisfies Rules;

/** Elements that people put into texts. `<1890>` is none. */
const ELEMENT =
  /<\/?(?:a|abbr|b|blockquote|br|cite|code|dd|div|dl|dt|em|font|h[1-6]|hr|i|iframe|img|li|ol|p|pre|q|s|script|small|span|strike|strong|style|sub|sup|table|tbody|td|th|tr|tt|u|ul)(?:\s[^<>]*)?\/?>/i;
const ENTITY =
  /&(?:amp|lt|gt|quot|apos|nbsp|#\d{1,7}|#x[\da-f]{1,6}|[a-z]{1,6}(?:acute|grave|circ|tilde|uml|cedil|dash|quo));/i;
const UNSAFE_ELEMENTS = new Set([
  ...[
    'script',
    'style',
    'object',
    'embed',
    'applet',
    'iframe',
    'frame',
    'frameset',
    'form',
    'input',
    'button',
  ],
  ...['select', 'textarea', 'link', 'meta', 'base', 'svg', 'math', 'template'],
]);
const KEPT_ELEMENTS = new Set(['a', 'b', 'br', 'i', 'img', 'p', 'small', 'span', 'sub', 'sup']);
const KEPT_ATTRIBUTES: ReadonlyMap<string, readonly string[]> = new Map([
  ['a', ['href']],
  ['img', ['src', 'alt']],
]);

export function checkHtml(node: Node, setting: Setting): void {
  for (const wording of wordingsOf(node, setting.version)) checkWording(wording, setting);
  if (node.kind === 'TextualBody' || node.value.chars !== undefined) checkBody(node, setting);
}

function checkWording({ text, path, property, mayBeHtml }: Wording, { report }: Setting): void {
  const isHtml = text.startsWith('<') && text.endsWith('>') && text.length > 2;
  const element = ELEMENT.exec(text)?.[0];
  if (!mayBeHtml) {
    if (element !== undefined)
      report('html-misplaced', path, `"${property}" has the markup ${quoted(element)}.`);
  } else if (isHtml) {
    const { fault, unsafe, removed } = parseHtml(text);
    if (fault !== undefined) report('html-malformed', path, `It is no well-formed XML: ${fault}.`);
    if (unsafe.length > 0) report('html-unsafe', path, `The text has ${listed(unsafe)}.`);
    if (removed.length > 0) report('html-removed', path, `Viewers take ${listed(removed)} away.`);
    return;
  } else if (element !== undefined) {
    report(
      'html-unwrapped',
      path,
      `The text has the markup ${quoted(element)} and does not begin with < and end with >.`,
    );
  }
  const entity = ENTITY.exec(text)?.[0];
  if (entity !== undefined) report('html-entity', path, `The plain text has ${quoted(entity)}.`);
}

/** An annotation's own text is HTML if its format says so, of any kind that browsers read. */
function checkBody({ value, path }: Node, { report }: Setting): void {
  const text = value.value ?? value.chars;
  if (typeof text !== 'string') return;
  const at = under(path, value.value === undefined ? 'chars' : 'value');
  const element = ELEMENT.exec(text)?.[0];
  const formats = stringsOf(value.format);
  const isHtml = formats.some((format) => /\b(?:html|xml)\b/i.test(format));
  const isPlain = formats.every((format) => /^text\/plain\b/i.test(format));
  if (isPlain && element !== undefined)
    report(
      'body-html-undeclared',
      at,
      `The text has the markup ${quoted(element)}, and its format is not text/html.`,
    );
  const unsafe = UNSAFE.exec(text)?.[0];
  if (unsafe !== undefined && (isHtml || element !== undefined))
    report('html-unsafe', at, `The text has ${quoted(unsafe)}.`);
}

const UNSAFE =
  /<(?:script|style|object|embed|applet|iframe|form|input)\b|<[a-z][^<>]{0,1000}\son[a-z]{3,20}\s{0,9}=|(?:href|src)\s{0,9}=\s{0,9}["']?\s{0,9}(?:javascript|vbscript):/i;

type Parsed = { fault: string | undefined; unsafe: string[]; removed: string[] };

function parseHtml(text: string): Parsed {
  const parser = new SaxesParser({ xmlns: false, position: false });
  const unsafe = new Set<string>();
  const removed = new Set<string>();
  let fault: string | undefined;
  parser.on('error', (error) => {
    fault ??= error.message.replace(/[\s.]+$/, '');
  });
  parser.on('doctype', () => unsafe.add('a document type'));
  parser.on('comment', () => unsafe.add('a comment'));
  parser.on('cdata', () => unsafe.add('a CDATA section'));
  parser.on('processinginstruction', () => unsafe.add('a processing instruction'));
  parser.on('xmldecl', () => unsafe.add('an XML declaration'));
  parser.on('opentag', ({ name, attributes }) => {
    const element = name.toLowerCase();
    if (UNSAFE_ELEMENTS.has(element)) unsafe.add(`<${element}>`);
    else if (!KEPT_ELEMENTS.has(element)) removed.add(`<${shortName(element)}>`);
    for (const [attribute, value] of Object.entries(attributes)) {
      if (/^on/i.test(attribute)) unsafe.add(`the attribute ${shortName(attribute)}`);
      else if (attribute === 'href' && !/^(?:https?:|mailto:)/i.test(value.trim()))
        unsafe.add(`the address ${quoted(value)}`);
      else if (KEPT_ATTRIBUTES.get(element)?.includes(attribute) !== true)
        removed.add(`the attribute ${shortName(attribute)}`);
    }
  });
  try {
    parser.write(text).close();
  } catch (error) {
    fault ??= error instanceof Error ? error.message : 'it cannot be read';
  }
  return { fault, unsafe: [...unsafe], removed: [...removed] };
}

function shortName(name: string): string {
  return quoted(name).slice(1, -1);
}
