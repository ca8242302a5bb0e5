import type { ParsedSegment, ParsedText, SheetMark } from '../model/parsed-text.ts';
import { escapeHtml } from './html-inline.ts';

/** What stands in one paragraph: its segments, and the turns of the page before and between them. */
type Paragraph = { block: string | undefined; parts: (ParsedSegment | { turns: string })[] };

/**
 * A part of an HTML page. Reads back the same: marks, values, inline markup, forms, ids, links, and what stands in
 * one paragraph. Boxes and words are ALTO's.
 */
export function serializeHtml(text: ParsedText): string {
  return `${paragraphsOf(text).map(writeParagraph).join('\n')}\n`;
}

function paragraphsOf({ sheets }: ParsedText): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let turned = 0;
  for (const { mark, segments } of sheets) {
    let turns = turnsTo(mark);
    for (const segment of segments) {
      const last = paragraphs.at(-1);
      const before = turns === '' ? [] : [{ turns }];
      turns = '';
      if (last?.block !== undefined && last.block === segment.block) last.parts.push(...before, segment);
      else paragraphs.push({ block: segment.block, parts: [...before, segment] });
    }
  }
  return paragraphs;

  function turnsTo(mark: SheetMark): string {
    if (mark.kind === 'label') return `<a class="pb" data-page="${escapeHtml(mark.label)}"></a>`;
    if (mark.kind !== 'order') return '';
    const count = Math.max(0, mark.number - 1 - turned);
    turned += count;
    return '<a class="pb"></a>'.repeat(count);
  }
}

const ELEMENTS = {
  heading: ['h2', ''],
  item: ['li', ''],
  note: ['p', ' class="note"'],
  verse: ['p', ' class="verse"'],
  stamp: ['p', ' class="stamp"'],
  marginalia: ['aside', ' class="marginalia"'],
  footnote: ['aside', ' role="doc-footnote"'],
} as const;

function writeParagraph({ parts }: Paragraph): string {
  const segments = parts.filter((part) => 'value' in part);
  const [first] = segments;
  const [name, attributes] = first?.form === undefined ? ['p', ''] : ELEMENTS[first.form];
  // Sentences carry their links and ids themselves; a paragraph's are its element's.
  const own = first === undefined || first.granularity === 'sentence' ? '' : linkOf(first);
  const inside = parts.map((part) => ('turns' in part ? part.turns : writeSegment(part)));
  return `<${name}${attributes}${own}>${inside.join(' ')}</${name}>`;
}

function writeSegment(segment: ParsedSegment): string {
  const words = segment.html ?? escapeHtml(segment.value).replace(/\n/g, '<br/>');
  if (segment.granularity !== 'sentence') return words;
  return `<span data-renders="${escapeHtml(segment.renders.join(' '))}"${idOf(segment)}>${words}</span>`;
}

function linkOf(segment: ParsedSegment): string {
  const { renders } = segment;
  const link = renders.length === 0 ? '' : ` data-renders="${escapeHtml(renders.join(' '))}"`;
  return `${link}${idOf(segment)}`;
}

function idOf({ sourceId }: ParsedSegment): string {
  return sourceId === undefined ? '' : ` data-id="${escapeHtml(sourceId)}"`;
}
