import { Parser } from 'htmlparser2';
import { Failure } from '../model/failure.ts';
import type { ParsedProblem } from '../model/parsed-text.ts';
import { lineAt } from './decode-text.ts';

/** Deeper than any page is nested; parsers slow down with every level. */
const DEEPEST = 500;
/** Kinds of dangers that the message names. */
const MOST_NAMED = 20;

/** Elements that do something, load something or draw something. */
const ELEMENTS = new Set(
  (
    'script style iframe frame frameset object embed applet form input button select textarea svg math link base ' +
    'template noscript img picture audio video canvas map portal dialog'
  ).split(' '),
);

/**
 * One problem that names everything in this HTML that does more than say words, and the line of the first;
 * undefined if there is nothing. It removes nothing itself. Throws Failure `text-file-malformed` for elements
 * nested deeper than any text's are.
 */
export function findDangers(html: string): ParsedProblem | undefined {
  const counts = new Map<string, number>();
  let first: number | undefined;
  let depth = 0;
  const parser = new Parser({
    onopentag: (name, attributes) => {
      depth += 1;
      if (depth > DEEPEST) {
        throw new Failure('text-file-malformed', {
          message: `The elements are nested deeper than ${DEEPEST}; are some not closed?`,
          place: `line ${lineAt(html, parser.startIndex)}`,
        });
      }
      for (const what of dangersOf(name, attributes)) {
        first ??= parser.startIndex;
        counts.set(what, (counts.get(what) ?? 0) + 1);
      }
    },
    onclosetag: () => {
      depth -= 1;
    },
  });
  parser.end(html);
  if (first === undefined) return undefined;
  const named = [...counts].map(([what, count]) => (count === 1 ? what : `${what} (${count})`));
  const more = named.length > MOST_NAMED ? ' and others' : '';
  return {
    severity: 'warning',
    code: 'html-removed',
    line: lineAt(html, first),
    message: `Removed, since a text is words only: ${named.slice(0, MOST_NAMED).join(', ')}${more}.`,
  };
}

function dangersOf(name: string, attributes: Readonly<Record<string, string>>): string[] {
  const found: string[] = [];
  if (ELEMENTS.has(name)) found.push(`<${name}>`);
  if (name === 'meta' && attributes['http-equiv']?.trim().toLowerCase() === 'refresh') {
    found.push('<meta http-equiv="refresh">');
  }
  for (const [attribute, value] of Object.entries(attributes)) {
    if (/^on[a-z]/.test(attribute)) found.push(`event handler ${attribute.slice(0, 30)}`);
    else if (/^(srcdoc|formaction)$/.test(attribute)) found.push(attribute);
    else if (/^(href|src|action|xlink:href|background)$/.test(attribute)) {
      const scheme = schemeOf(value);
      if (scheme !== undefined && !/^(https?|mailto|file|cid)$/.test(scheme)) found.push(`${scheme}: link`);
    }
  }
  return found;
}

/** As browsers find it: they pass over control characters and white space in it. */
function schemeOf(address: string): string | undefined {
  const clean = address.slice(0, 2000).replace(/[\p{Cc}\s]/gu, '');
  return /^([a-z][a-z0-9+.-]{0,30}):/i.exec(clean)?.[1]?.toLowerCase();
}
