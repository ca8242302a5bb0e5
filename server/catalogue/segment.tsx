import { Fragment, type ReactElement, type ReactNode } from 'react';
import type { Page } from '../model/page.ts';
import { SURE, type Segment } from '../model/text.ts';
import type { StoredText } from '../store/store.ts';
import { directionOf } from '../../viewer/iiif/direction.ts';
import type { Piece } from './passages.ts';
import { useMessages } from './interface.tsx';

/** The segments of one cell, lines under lines and sentences in running paragraphs, as their blocks have them. */
export function Pieces({
  pieces,
  text,
  leafMark,
}: {
  pieces: readonly Piece[];
  text: StoredText;
  /** What is said where a leaf begins within the cell; nothing where the row has said it already. */
  leafMark: (page: Page) => ReactNode;
}): ReactElement {
  return (
    <>
      {blocksOf(pieces).map((block, index) => (
        <p key={index} className={blockClass(block)} lang={text.language} dir={directionOf(text.language)}>
          {block.map((piece) => (
            <Fragment key={piece.segment.id}>
              {piece.begins === undefined ? null : leafMark(piece.begins)}
              <SegmentWords segment={piece.segment} text={text} />{' '}
            </Fragment>
          ))}
        </p>
      ))}
    </>
  );
}

function SegmentWords({ segment, text }: { segment: Segment; text: StoredText }): ReactElement {
  const messages = useMessages();
  const isLine = segment.granularity === 'line' || segment.form === 'verse';
  const isUnsure = (segment.link?.confidence ?? 1) < SURE;
  const attributes = {
    id: `${text.id}.${segment.id}`,
    className: `segment${isLine ? ' line' : ''}${isUnsure ? ' segment-unsure' : ''}`,
    ...(isUnsure ? { title: messages.unsureLink } : {}),
    lang: text.language,
    dir: directionOf(text.language),
  };
  return segment.html === undefined ? (
    <span {...attributes}>{segment.value}</span>
  ) : (
    // Safe: ingest keeps an allow-list of inline elements in `html`, and nothing else sets it.
    <span {...attributes} dangerouslySetInnerHTML={{ __html: segment.html }} />
  );
}

/** Neighbours of the same block belong together; a paragraph is a block of its own. */
function blocksOf(pieces: readonly Piece[]): Piece[][] {
  const blocks: Piece[][] = [];
  let last: Segment | undefined;
  for (const piece of pieces) {
    const block = blocks.at(-1);
    if (block !== undefined && last !== undefined && sameBlock(last, piece.segment)) block.push(piece);
    else blocks.push([piece]);
    last = piece.segment;
  }
  return blocks;
}

function sameBlock(a: Segment, b: Segment): boolean {
  if (a.block !== undefined || b.block !== undefined) return a.block === b.block && a.form === b.form;
  return a.granularity === b.granularity && a.granularity !== 'block' && a.granularity !== 'paragraph';
}

function blockClass(block: readonly Piece[]): string {
  const form = block[0]?.segment.form;
  return form === undefined ? 'block' : `block block-${form}`;
}
