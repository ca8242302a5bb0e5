import type { Sign } from '../../viewer/iiif/signs.ts';

/**
 * An inline element that is kept, as it is written out; `sign` if it is one. `isLink`: it led to a note, and its words
 * may be nothing but a number.
 */
export type InlineTag = { name: string; attributes: string; sign?: Sign; isLink?: boolean };

/**
 * The words of one segment, as plain text and with their inline markup, written together: white space is one
 * space, none at the ends; tags without words leave no trace; every tag that is opened is closed. The markup is
 * XML as well as HTML, for Presentation API 3.0 §4.5 wants it so.
 */
export class InlineWriter {
  #value = '';
  #html = '';
  #written: readonly InlineTag[] = [];
  #space = false;
  #breaks = 0;
  #marked = false;

  get isEmpty(): boolean {
    return this.#value === '';
  }

  /** Length of the plain words so far. */
  get length(): number {
    return this.#value.length;
  }

  /** Line breaks since the last word. */
  get breaks(): number {
    return this.#breaks;
  }

  /** @param open the inline elements that these words stand in, outermost first. */
  append(text: string, open: readonly InlineTag[]): void {
    for (const part of text.split(/(\s+)/)) {
      if (part === '') continue;
      if (/^\s/.test(part)) this.#space = true;
      else this.#appendWord(part, open);
    }
  }

  break(): void {
    this.#breaks += 1;
  }

  /** Undefined if there are no words. `html` only where it says more than the value. */
  finish(): { value: string; html?: string } | undefined {
    if (this.isEmpty) return undefined;
    this.#close(0);
    return this.#marked ? { value: this.#value, html: this.#html } : { value: this.#value };
  }

  #appendWord(word: string, open: readonly InlineTag[]): void {
    const shared = this.#sharedWith(open);
    this.#close(shared);
    if (this.#value !== '') this.#appendGap();
    this.#breaks = 0;
    this.#space = false;
    for (const { name, attributes } of open.slice(shared)) this.#html += `<${name}${attributes}>`;
    this.#written = [...open];
    this.#marked ||= open.length > 0;
    this.#value += word;
    this.#html += escapeHtml(word);
  }

  #appendGap(): void {
    if (this.#breaks > 0) {
      this.#value += '\n';
      this.#html += '<br/>';
      this.#marked = true;
    } else if (this.#space) {
      this.#value += ' ';
      this.#html += ' ';
    }
  }

  #sharedWith(open: readonly InlineTag[]): number {
    const different = this.#written.findIndex((tag, index) => open[index] !== tag);
    return different === -1 ? this.#written.length : different;
  }

  #close(depth: number): void {
    for (const { name } of this.#written.slice(depth).reverse()) this.#html += `</${name}>`;
    this.#written = this.#written.slice(0, depth);
  }
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ESCAPES[character] ?? character);
}
