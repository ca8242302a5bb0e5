/** UTF-16 offsets in a value. */
type Span = { start: number; end: number };

const TOKEN = /<[^>]*>|&\w+;|[^<&]/g;

/**
 * Cuts the inline markup of a segment, as our server writes it, at offsets of its plain value: each piece closes every tag that
 * it opens, and opens again what stood open where it begins. Spans are in order and do not overlap.
 *
 * @returns undefined for a piece without any markup.
 */
export function sliceInline(html: string, spans: readonly Span[]): (string | undefined)[] {
  const pieces: (string | undefined)[] = [];
  const open: string[] = [];
  let piece = new Piece();
  // One character of the value is one of the markup, or an entity, or a line break's element.
  let at = 0;
  const finishBefore = (offset: number) => {
    for (let span = spans[pieces.length]; span !== undefined && span.end <= offset;) {
      pieces.push(piece.finish());
      piece = new Piece();
      span = spans[pieces.length];
    }
  };
  for (const [token] of html.matchAll(TOKEN)) {
    if (token.startsWith('</')) {
      open.pop();
      piece.close(open.length);
    } else if (token.startsWith('<') && token !== '<br/>') open.push(token);
    else {
      finishBefore(at);
      const span = spans[pieces.length];
      if (span !== undefined && at >= span.start) piece.append(token, open);
      at += 1;
    }
  }
  finishBefore(Infinity);
  return pieces;
}

/** The plain words that offsets are counted in. */
export function plainOf(html: string): string {
  return [...html.matchAll(TOKEN)]
    .map(([token]) => (token.startsWith('<') ? (token === '<br/>' ? '\n' : '') : (ENTITIES[token] ?? token)))
    .join('');
}

const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' };

class Piece {
  #html = '';
  #written: string[] = [];
  #marked = false;

  append(token: string, open: readonly string[]): void {
    for (const tag of open.slice(this.#written.length)) {
      this.#html += tag;
      this.#written.push(tag);
    }
    this.#marked ||= open.length > 0 || token === '<br/>';
    this.#html += token;
  }

  /** Tags without words leave no trace: only what was written is closed. */
  close(depth: number): void {
    for (const tag of this.#written.splice(depth).reverse()) this.#html += `</${/\w+/.exec(tag)?.[0] ?? ''}>`;
  }

  finish(): string | undefined {
    this.close(0);
    return this.#marked ? this.#html : undefined;
  }
}
