import { Parser } from 'htmlparser2';
import sanitizeHtml from 'sanitize-html';
import type { ParsedText } from '../model/parsed-text.ts';
import { decodeText } from './decode-text.ts';
import { findDangers } from './html-dangers.ts';
import { KEPT_ATTRIBUTES, KEPT_ELEMENTS } from './html-elements.ts';
import { HtmlWalk } from './html-walk.ts';
import { ProblemList } from './problem-list.ts';

const MOST_BYTES = 8 * 2 ** 20;

/**
 * HTML, whole or in part, by hand or from a word processor. Each block of text is a segment; elements with
 * `data-renders="ID ID"` are segments that render those of another text; pages by `(p. N)`, form feeds,
 * `<hr class="page" data-page="N">` and `<a class="pb" data-page="N"></a>`. Only words and harmless inline
 * markup are kept. Throws Failure `text-file-malformed`.
 *
 * @param pageMarks false for words that have no original: then `(p. N)` is a reference like any other, and is kept.
 */
export function parseHtml(bytes: Uint8Array, { pageMarks = true }: { pageMarks?: boolean } = {}): ParsedText {
  const { text, problems: decoding } = decodeText(bytes, 'html', MOST_BYTES);
  const problems = new ProblemList();
  for (const problem of decoding) problems.add(problem);
  const dangers = findDangers(text);
  if (dangers !== undefined) problems.add(dangers);
  const walk = new HtmlWalk(problems, text.length, pageMarks);
  const parser = new Parser({
    onopentag: (name, attributes) => walk.onopentag(name, attributes),
    ontext: (words) => walk.ontext(words),
    onclosetag: () => walk.onclosetag(),
  });
  parser.end(clean(text));
  return { sheets: walk.finish(), problems: problems.all() };
}

/** Well-formed HTML of known elements and attributes only. What the walk keeps of them it writes anew. */
function clean(html: string): string {
  return sanitizeHtml(html, {
    allowedTags: [...KEPT_ELEMENTS],
    allowedAttributes: { '*': [...KEPT_ATTRIBUTES], a: ['href'] },
    allowedSchemes: ['http', 'https'],
    allowProtocolRelative: false,
    // Of these the content is no text of the document either; <xml> holds what Word notes for itself.
    nonTextTags:
      'script style textarea option select title template noscript iframe object svg math xmp noembed noframes xml'.split(
        ' ',
      ),
    nestingLimit: 400,
  });
}
