import { signOf, type Sign } from '../../viewer/iiif/signs.ts';
import type { Messages } from './messages/messages.ts';

/** Signs of which it must be heard where they end; the others are one word each. */
const ENDED: ReadonlySet<Sign> = new Set(['struck', 'added', 'uncertain']);

const TAG = /<(\/?)([a-z]+)((?: [a-z]+="[^"]*")*)(\/?)>/g;

/**
 * The markup of a segment with its signs as the style sheet draws them, and with the words that are heard of them.
 *
 * @param html as ingest keeps it: well-formed, of an allow-list of elements, with attributes in double quotes.
 */
export function signedHtml(html: string, { conventions, language }: Messages): string {
  // Our own words, which hold nothing that would have to be escaped.
  const heard = (words: string) => `<span class="sign-words" lang="${language}">${words}</span>`;
  const open: (Sign | undefined)[] = [];
  return html.replace(TAG, (tag, closing: string, name: string, attributes: string, empty: string) => {
    if (empty !== '' || name === 'br') return tag;
    if (closing !== '') {
      const sign = open.pop();
      return sign !== undefined && ENDED.has(sign) ? `${heard(` (${conventions.end})`)}${tag}` : tag;
    }
    const [, classes = ''] = / class="([^"]*)"/.exec(attributes) ?? [];
    const sign = signOf(name, classes);
    open.push(sign);
    if (sign === undefined) return tag;
    const others = attributes.replace(/ class="[^"]*"/, '');
    return `<${name} class="sign-${sign}"${others}>${heard(`${conventions.before[sign]}: `)}`;
  });
}
