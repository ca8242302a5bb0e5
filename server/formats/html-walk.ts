import type { Granularity, SegmentForm } from '../model/text.ts';
import type { ParsedSegment, Sheet } from '../model/parsed-text.ts';
import { withoutControls } from './decode-text.ts';
import { formOf, inlineTag, isBlock, pageTurnOf } from './html-elements.ts';
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
};

type Open =
  | { kind: 'holder'; holder: Holder }
  | { kind: 'inline'; tag: InlineTag }
  | { kind: 'quotation' }
  | { kind: 'nothing' };

/** A paragraph renders a page at most; ids are short. */
const MOST_RENDERS = 500;
const LONGEST_ID = 200;
/** Each page mark opens these again. */
const MOST_INLINE = 12;

const CLOSING = /^[\p{Pe}\p{Pf}.,;:!?…]{1,8}$/u;

/** Makes segments of the elements and words of a document's body as they come. */
export class HtmlWalk {
  readonly #sheets: SheetList;
  readonly #open: Open[] = [];
  readonly #holders: Holder[] = [{ isBlock: true, block: 'b0', keepsLines: false }];
  #inline: readonly InlineTag[] = [];
  #text = '';
  #writer = new InlineWriter();
  #blocks = 0;
  /** Blocks in which an inline element said what it renders: what stands beside it is no paragraph either. */
  readonly #divided = new Set<string>();
  #markup: number;

  /** @param length of the source: markup that is written again at every page mark may not outgrow it much. */
  constructor(problems: ProblemList, length: number) {
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
    } else if (isBlock(name) || attributes['data-renders'] !== undefined) {
      this.#openHolder(name, attributes);
    } else {
      this.#openInline(name, attributes);
    }
  }

  ontext(text: string): void {
    if (!this.#sheets.isFull) this.#text += text;
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
        this.#flushText();
        this.#inline = this.#inline.slice(0, -1);
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
    const form = formOf(name, attributes) ?? this.#holder().form;
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
    this.#holders.push(holder);
    this.#open.push({ kind: 'holder', holder });
  }

  #openInline(name: string, attributes: Attributes): void {
    const tag = this.#inline.length < MOST_INLINE ? inlineTag(name, attributes) : undefined;
    if (tag !== undefined) {
      this.#flushText();
      this.#inline = [...this.#inline, tag];
      this.#open.push({ kind: 'inline', tag });
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
    for (const part of splitAtMarks(text)) {
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
