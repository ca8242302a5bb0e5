import type { ReactElement } from 'react';
import type { Segment } from '../model/text.ts';
import type { StoredText } from '../store/store.ts';
import { directionOf } from './direction.ts';
import { messages } from './messages.ts';
import type { Piece } from './passages.ts';

/** The segments of one cell, lines under lines and sentences in running paragraphs, as their blocks have them. */
export function Pieces({ pieces, text }: { pieces: readonly Piece[]; text: StoredText }): ReactElement {
  return (
    <>
      {blocksOf(pieces).map((block, index) => (
        <p key={index} className={blockClass(block)} lang={text.language} dir={directionOf(text.language)}>
          {block.map((piece, position) => (
            <PieceWords key={piece.segment.id} piece={piece} text={text} first={index + position === 0} />
          ))}
        </p>
      ))}
    </>
  );
}

function PieceWords({
  piece: { segment, begins },
  text,
  first,
}: {
  piece: Piece;
  text: StoredText;
  first: boolean;
}): ReactElement {
  const attributes = {
    id: `${text.id}.${segment.id}`,
    className: segment.granularity === 'line' || segment.form === 'verse' ? 'segment line' : 'segment',
    lang: text.language,
    dir: directionOf(text.language),
  };
  return (
    <>
      {/* Where a row runs over to the next leaf, the margin alone cannot say at which word. */}
      {begins === undefined || first ? null : (
        <span className="leaf-begins" lang={messages.language} title={messages.leafBegins(begins.folio)}>
          {begins.folio}
        </span>
      )}
      {segment.html === undefined ? (
        <span {...attributes}>{segment.value}</span>
      ) : (
        // Safe: ingest keeps an allow-list of inline elements in `html` and nothing else sets it.
        <span {...attributes} dangerouslySetInnerHTML={{ __html: segment.html }} />
      )}{' '}
    </>
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
