import { createElement, Fragment, useMemo, type ReactNode } from 'react';
import type { Mark } from '../iiif/hit-marks.ts';
import { signOf } from '../iiif/signs.ts';
import { markedWords } from './marked-words.tsx';
import { spoken } from './sign-words.tsx';

/**
 * The markup that words may keep. Everything else goes: unknown elements leave their words, scripts and
 * styles leave nothing, and of attributes only `lang`, `dir`, the address of a link to the web and the classes that
 * are signs of an edition are taken.
 */
const SHOWN_AS: Readonly<Record<string, string>> = {
  ...same(
    'b',
    'i',
    'em',
    'strong',
    'u',
    's',
    'del',
    'ins',
    'sub',
    'sup',
    'small',
    'mark',
    'q',
    'cite',
    'abbr',
  ),
  ...same('span', 'p', 'div', 'ul', 'ol', 'li', 'blockquote', 'br', 'code', 'a'),
  // Headings of a text would break into those of the page around it.
  ...{ h1: 'strong', h2: 'strong', h3: 'strong', h4: 'strong', h5: 'strong', h6: 'strong' },
};
const WITHOUT_WORDS = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'iframe',
  'object',
  'svg',
  'math',
  'title',
]);
const DEEPEST = 24;
const MOST_NODES = 4000;

/** What to mark, once the words are known that the markup has, and which of the marks is chosen. */
export type Marking = { marksOf: (words: string) => readonly Mark[]; current: number | undefined };

/** Words with their markup, cleaned: built anew from what the parser read, so that nothing hostile is ever inserted. */
export function InlineHtml({ html, marking }: { html: string; marking?: Marking | undefined }): ReactNode {
  return useMemo(() => cleaned(html, marking), [html, marking]);
}

function cleaned(html: string, marking: Marking | undefined): ReactNode {
  // A document of its own that is shown nowhere: nothing in it is loaded or run.
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  const marks = marking?.marksOf(wordsOf(body, 0)) ?? [];
  return childrenOf(body, { nodes: 0, words: 0, marks, current: marking?.current }, 0);
}

/** Offsets count what is seen as words, and a line break as one of them. */
function wordsOf(parent: Node, depth: number): string {
  return [...parent.childNodes]
    .map((node) => {
      if (node instanceof Text) return node.data;
      if (!(node instanceof Element) || WITHOUT_WORDS.has(node.localName)) return '';
      if (node.localName === 'br') return '\n';
      return depth < DEEPEST ? wordsOf(node, depth + 1) : node.textContent;
    })
    .join('');
}

/** How far the markup has been gone through. */
type Progress = { nodes: number; words: number; marks: readonly Mark[]; current: number | undefined };

function childrenOf(parent: Node, budget: Progress, depth: number): ReactNode[] {
  return [...parent.childNodes].map((node, index) => {
    budget.nodes += 1;
    if (budget.nodes > MOST_NODES) return null;
    if (node instanceof Text) {
      const from = budget.words;
      budget.words += node.data.length;
      const words = markedWords(node.data, budget.marks, { current: budget.current, from });
      return typeof words === 'string' ? words : <Fragment key={index}>{words}</Fragment>;
    }
    if (!(node instanceof Element) || WITHOUT_WORDS.has(node.localName)) return null;
    if (node.localName === 'br') budget.words += 1;
    const children = depth < DEEPEST ? childrenOf(node, budget, depth + 1) : [unmarked(node, budget)];
    const element = SHOWN_AS[node.localName];
    if (element === undefined) return <Fragment key={index}>{children}</Fragment>;
    const attributes = attributesOf(node);
    // A link that leads nowhere safe is no link.
    if (element === 'a' && attributes.href === undefined) return <Fragment key={index}>{children}</Fragment>;
    const sign = signOf(node.localName, node.getAttribute('class') ?? '');
    const props = { key: index, ...attributes, ...(sign === undefined ? {} : { className: `sign-${sign}` }) };
    if (element === 'br') return createElement(element, props);
    return createElement(element, props, ...(sign === undefined ? children : spoken(sign, children)));
  });
}

function unmarked({ textContent }: Element, budget: Progress): string {
  budget.words += textContent.length;
  return textContent;
}

function attributesOf(element: Element): Record<string, string> {
  const lang = element.getAttribute('lang');
  const dir = element.getAttribute('dir');
  const link = element.localName === 'a' ? webAddress(element.getAttribute('href')) : undefined;
  return {
    ...(lang !== null && /^[a-z]{2,8}(-[a-z0-9]{1,8})*$/i.test(lang) ? { lang } : {}),
    ...(dir !== null && /^(ltr|rtl|auto)$/i.test(dir) ? { dir: dir.toLowerCase() } : {}),
    ...(link === undefined ? {} : { href: link, rel: 'noopener noreferrer nofollow', target: '_blank' }),
  };
}

function webAddress(address: string | null): string | undefined {
  return address !== null && /^https?:\/\//i.test(address) ? address : undefined;
}

function same(...names: string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, name]));
}
