import type { Granularity, SegmentForm } from '../model/text.ts';
import type { ParsedSegment, Sheet } from '../model/parsed-text.ts';
import { withoutControls } from './decode-text.ts';
import { formOf, inlineTag, isBacklink, isBlock, pageTurnOf } from './html-elements.ts';
import { InlineWriter, type InlineTag } from './html-inline.ts';
import { splitAtMarks, type PageTurn } from './page-marks.ts';
import type { ProblemList } from './problem-list.ts';
import { SheetList } from './sheet-list.ts';

type Attributes = Readonly<Record<string, string>>;

/** An element that segments come from: a block, or an inline one that says what it renders. */
type Holder = {
  isBlock: boolean;
  form?: SegmentForm;
  /** Present if the element says what it renders. */
  renders?: readonly string[];
  /** Taken by the first segment that comes from it. */
  sourceId?: string;
  /** Changes where what follows is another paragraph. */
  block: string;
  keepsLines: boolean;
  /** Of a list of notes, which numbers them itself: how many there were. */
  notes?: number;
};

type Open =
  | { kind: 'holder'; holder: Holder }
  | { kind: 'inline'; tag: InlineTag; writer: InlineWriter; from: number }
  | { kind: 'quotation' }
  | { kind: 'hidden' }
  | { kind: 'nothing' };

/** A paragraph renders a page at most; ids are short. */
const MOST_RENDERS = 500;
const LONGEST_ID = 200;
/** Each page mark opens these again. */
const MOST_INLINE = 12;

const GAP = '[…]';
/** `1`, `a`: beside a word it would be taken for its end. */
const MARK = /^[\p{L}\p{N}]{1,8}$/u;

const CLOSING = /^[\p{Pe}\p{Pf}.,;:!?…]{1,8}$/u;

/** Makes segments of the elements and words of a document's body as they come. */
export class HtmlWalk {
  readonly #sheets: SheetList;
  readonly #open: Open[] = [];
  readonly #holders: Holder[] = [{ isBlock: true, block: 'b0', keepsLines: false }];
  #inline: readonly InlineTag[] = [];
  #text = '';
  /** Of a note in a numbered list, until its first word has come. */
  #number = '';
  /** Elements open whose words are not the text's. */
  #hidden = 0;
  #writer = new InlineWriter();
  #blocks = 0;
  /** Blocks in which an inline element said what it renders: what stands beside it is no paragraph either. */
  readonly #divided = new Set<string>();
  #markup: number;
  readonly #hasMarks: boolean;

  /**
   * @param length of the source: markup that is written again at every page mark may not outgrow it much.
   * @param hasMarks whether `(p. N)` in running text turns the page.
   */
  constructor(problems: ProblemList, length: number, hasMarks: boolean) {
    this.#hasMarks = hasMarks;
    this.#sheets = new SheetList(problems);
    this.#markup = 4 * length + 10_000;
  }

  onopentag(name: string, attributes: Attributes): void {
    const turn = pageTurnOf(name, attributes);
    if (turn !== undefined) {
      this.#flushText();
      this.#turn(turn);
      this.#open.push({ kind: 'nothing' });
    } else if (name === 'br' || name === 'hr') {
      this.#flushText();
      if (name === 'br') this.#writer.break();
      else this.#beginParagraph();
      this.#open.push({ kind: 'nothing' });
    } else if (isBacklink(attributes)) {
      this.#hidden += 1;
      this.#open.push({ kind: 'hidden' });
    } else if (isBlock(name) || attributes['data-renders'] !== undefined) {
      this.#openHolder(name, attributes);
    } else {
      this.#openInline(name, attributes);
    }
  }

  ontext(text: string): void {
    if (this.#sheets.isFull || this.#hidden > 0) return;
    if (this.#number !== '' && text.trim() !== '') {
      this.#text += this.#number;
      this.#number = '';
    }
    this.#text += text;
  }

  onclosetag(): void {
    const closed = this.#open.pop();
    switch (closed?.kind) {
      case 'holder':
        this.#endSegment();
        this.#holders.pop();
        if (closed.holder.isBlock) this.#renewBlock();
        break;
      case 'inline':
        this.#endInline(closed);
        break;
      case 'hidden':
        this.#hidden -= 1;
        break;
      case 'quotation':
        this.#text += '”';
        break;
      case 'nothing':
      case undefined:
        break;
    }
  }

  finish(): Sheet[] {
    this.#endSegment();
    return this.#sheets.finish().map((sheet) => ({
      ...sheet,
      segments: sheet.segments.map((segment) =>
        segment.block !== undefined && this.#divided.has(segment.block)
          ? { ...segment, granularity: 'sentence' as const }
          : segment,
      ),
    }));
  }

  #openHolder(name: string, attributes: Attributes): void {
    this.#endSegment();
    const parent = this.#holder();
    const own = formOf(name, attributes);
    // The items of a list of footnotes are footnotes.
    const form = own === undefined || (own === 'item' && parent.form === 'footnote') ? parent.form : own;
    const id = (attributes['data-id'] ?? attributes.id ?? '').trim();
    const renders = attributes['data-renders'];
    const block = isBlock(name) ? this.#newBlock() : this.#holder().block;
    if (!isBlock(name)) this.#divided.add(block);
    const holder: Holder = {
      isBlock: isBlock(name),
      block,
      keepsLines: name === 'pre' || this.#holder().keepsLines,
      ...(form === undefined ? {} : { form }),
      ...(renders === undefined ? {} : { renders: idsIn(renders) }),
      ...(id === '' || id.length > LONGEST_ID ? {} : { sourceId: id }),
    };
    if (name === 'ol' && form === 'footnote') holder.notes = 0;
    this.#holders.push(holder);
    this.#open.push({ kind: 'holder', holder });
    if (name !== 'li' || parent.notes === undefined) return;
    parent.notes += 1;
    this.#number = `${parent.notes}. `;
  }

  /** What cannot be read is written so where the source leaves a hole; a note's sign does not run into its word. */
  #endInline({ tag, writer, from }: Extract<Open, { kind: 'inline' }>): void {
    if (tag.isLink === true && MARK.test(this.#text.trim())) this.#text = `[${this.#text.trim()}]`;
    this.#flushText();
    const isEmpty = this.#writer === writer && writer.length === from;
    if (tag.sign === 'gap' && isEmpty && !this.#sheets.isFull) this.#writer.append(GAP, this.#inline);
    this.#inline = this.#inline.slice(0, -1);
  }

  #openInline(name: string, attributes: Attributes): void {
    // A note's sign is looked at whole, whatever else raises or slants it.
    const isWhole = this.#inline.at(-1)?.sign === 'noteref';
    const tag = this.#inline.length < MOST_INLINE && !isWhole ? inlineTag(name, attributes) : undefined;
    if (tag !== undefined) {
      this.#flushText();
      this.#inline = [...this.#inline, tag];
      this.#open.push({ kind: 'inline', tag, writer: this.#writer, from: this.#writer.length });
    } else if (name === 'q') {
      this.#text += '“';
      this.#open.push({ kind: 'quotation' });
    } else {
      this.#open.push({ kind: 'nothing' });
    }
  }

  /** Words are looked at whole, since entities and elements that say nothing would cut page marks in pieces. */
  #flushText(): void {
    // A control character can come in as an entity.
    const text = withoutControls(this.#text);
    this.#text = '';
    const parts = this.#hasMarks ? splitAtMarks(text) : [{ kind: 'words' as const, words: text }];
    for (const part of parts) {
      if (part.kind === 'turn') this.#turn(part.turn);
      else if (this.#holder().keepsLines) this.#appendLines(part.words);
      else this.#append(part.words);
    }
  }

  #appendLines(words: string): void {
    words.split('\n').forEach((line, index) => {
      if (index > 0) this.#writer.break();
      this.#append(line);
    });
  }

  #append(words: string): void {
    if (words.trim() === '') {
      this.#writer.append(words, this.#inline);
      return;
    }
    // Two line breaks in running text are how many editors write a new paragraph.
    if (this.#writer.breaks > 1 && !this.#holder().keepsLines && this.#holder().isBlock)
      this.#beginParagraph();
    this.#writer.append(words, this.#inline);
  }

  #beginParagraph(): void {
    this.#endWriter();
    this.#renewBlock();
  }

  #turn(turn: PageTurn): void {
    this.#endWriter();
    this.#sheets.turn(turn);
  }

  #endSegment(): void {
    this.#flushText();
    this.#endWriter();
  }

  #endWriter(): void {
    const written = this.#writer.finish();
    this.#writer = new InlineWriter();
    if (written === undefined) return;
    const holder = this.#holder();
    // The full stop after a linked sentence is no sentence of its own.
    if (this.#divided.has(holder.block) && CLOSING.test(written.value)) {
      if (this.#sheets.close(holder.block, written.value)) return;
    }
    const linked = this.#holders.findLast(({ renders }) => renders !== undefined);
    const sourceId = holder.sourceId ?? linked?.sourceId;
    delete (holder.sourceId === undefined ? linked : holder)?.sourceId;
    const granularity: Granularity = linked?.isBlock === false ? 'sentence' : 'paragraph';
    const segment: ParsedSegment = {
      ...(sourceId === undefined ? {} : { sourceId }),
      granularity,
      value: written.value,
      ...this.#htmlOf(written.html),
      ...(holder.form === undefined ? {} : { form: holder.form }),
      block: holder.block,
      words: [],
      renders: linked?.renders ?? [],
    };
    this.#sheets.add(segment);
  }

  /** The markup, until there is more of it than an honest text has. */
  #htmlOf(html: string | undefined): { html?: string } {
    if (html === undefined) return {};
    this.#markup -= html.length;
    return this.#markup < 0 ? {} : { html };
  }

  #holder(): Holder {
    return this.#holders.at(-1) ?? { isBlock: true, block: 'b0', keepsLines: false };
  }

  #newBlock(): string {
    this.#blocks += 1;
    return `b${this.#blocks}`;
  }

  /** What follows is no more of the paragraph that came before. */
  #renewBlock(): void {
    const block = this.#newBlock();
    for (const holder of this.#holders.toReversed()) {
      holder.block = block;
      if (holder.isBlock) return;
      this.#divided.add(block);
    }
  }
}

function idsIn(text: string): string[] {
  const ids = text
    .trim()
    .split(/\s+/, MOST_RENDERS)
    .filter((id) => id !== '' && id.length <= LONGEST_ID);
  return [...new Set(ids)];
}
