import type { SegmentForm } from '../model/text.ts';
import type { InlineTag } from './html-inline.ts';
import { signOf } from '../../viewer/iiif/signs.ts';
import { turnTo, type PageTurn } from './page-marks.ts';

type Attributes = Readonly<Record<string, string>>;

/** Inline elements that a segment keeps, by what they are written as. */
const INLINE: ReadonlyMap<string, string> = new Map([
  ...'em strong i b sup sub u s del ins'.split(' ').map((name): [string, string] => [name, name]),
  ['strike', 's'],
]);

/** Elements that begin a segment of their own. */
const BLOCKS = new Set(
  (
    'html body p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote div section article main header footer aside nav ' +
    'address pre center table caption thead tbody tfoot tr td th figure figcaption details summary'
  ).split(' '),
);

/** What of an element's markup can mean something here; sanitize-html takes off the rest. */
export const KEPT_ELEMENTS: readonly string[] = [...INLINE.keys(), ...BLOCKS, 'span', 'a', 'q', 'br', 'hr'];
export const KEPT_ATTRIBUTES = 'id data-id data-renders data-page class role lang xml:lang dir'.split(' ');

export function isBlock(name: string): boolean {
  return BLOCKS.has(name);
}

/** Classes that a segment keeps, each under one name, and the element that carries it. */
const SIGNED: Readonly<Record<'uncertain' | 'gap' | 'noteref', InlineTag>> = {
  uncertain: { name: 'span', attributes: ' class="uncertain"' },
  gap: { name: 'span', attributes: ' class="gap"' },
  // A sign of a note reads as one wherever the class is taken away.
  noteref: { name: 'sup', attributes: ' class="noteref"' },
};

/** The element as a segment keeps it; undefined if it says nothing that is kept. */
export function inlineTag(name: string, attributes: Attributes): InlineTag | undefined {
  const isLink = isNoteReference(name, attributes);
  const sign = isLink ? 'noteref' : signOf(name, attributes.class ?? '');
  // Anew each time: tags are told apart by which object they are.
  if (sign === 'uncertain' || sign === 'gap' || sign === 'noteref') return { ...SIGNED[sign], sign, isLink };
  if (name === 'a') {
    const href = safeAddress(attributes.href);
    return href === undefined ? undefined : { name, attributes: attribute('href', href) };
  }
  if (name === 'span') {
    const { lang = attributes['xml:lang'], dir } = attributes;
    const language =
      lang !== undefined && /^[a-z]{2,8}(-[a-z0-9]{1,8}){0,4}$/i.test(lang) ? attribute('lang', lang) : '';
    const direction = dir !== undefined && /^(ltr|rtl|auto)$/.test(dir) ? attribute('dir', dir) : '';
    return language + direction === '' ? undefined : { name, attributes: language + direction };
  }
  const kept = INLINE.get(name);
  return kept === undefined ? undefined : { name: kept, attributes: '' };
}

/** Only addresses of the web, and none so long that it hides something. */
function safeAddress(address: string | undefined): string | undefined {
  if (address === undefined || address.length > 2000) return undefined;
  try {
    const url = new URL(address);
    return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : undefined;
  } catch {
    // TypeError: relative, or no address at all.
    return undefined;
  }
}

function attribute(name: string, value: string): string {
  return ` ${name}="${value.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;')}"`;
}

/** `<hr class="page" data-page="706">` and `<a class="pb" data-page="706"></a>`. */
export function pageTurnOf(name: string, attributes: Attributes): PageTurn | undefined {
  const classes = classesOf(attributes);
  const isMark = (name === 'hr' && classes.includes('page')) || (name === 'a' && classes.includes('pb'));
  return isMark ? turnTo(attributes['data-page']?.slice(0, 40)) : undefined;
}

/** DPUB-ARIA 1.1 `doc-noteref`, and how Word and LibreOffice lead to a note. */
function isNoteReference(name: string, { role, href = '' }: Attributes): boolean {
  return (
    name === 'a' && (role === 'doc-noteref' || /^#_?(?:ftn|edn|sdfootnote|sdendnote)\d+(?:sym)?$/.test(href))
  );
}

/** A way back from a note (DPUB-ARIA 1.1 `doc-backlink`): an arrow that is no word of the text. */
export function isBacklink({ role }: Attributes): boolean {
  return role === 'doc-backlink';
}

export function formOf(name: string, attributes: Attributes): SegmentForm | undefined {
  if (/^h[1-6]$/.test(name)) return 'heading';
  const classes = classesOf(attributes);
  if (/^doc-(footnote|endnotes?)$/.test(attributes.role ?? '')) return 'footnote';
  // Word gives its footnotes ids of this kind.
  if (/^(ftn|edn)\d+$/.test(attributes.id ?? '')) return 'footnote';
  if (classes.some((word) => /^(foot|end)notes?$/.test(word))) return 'footnote';
  if (classes.includes('stamp')) return 'stamp';
  if (classes.some((word) => /^marginal(ia)?$/.test(word))) return 'marginalia';
  if (name === 'aside' || classes.some((word) => /^notes?$/.test(word))) return 'note';
  if (classes.some((word) => /^(verse|poem|stanza)$/.test(word))) return 'verse';
  return name === 'li' || name === 'dd' ? 'item' : undefined;
}

function classesOf(attributes: Attributes): string[] {
  return (attributes.class ?? '').toLowerCase().split(/\s+/);
}
