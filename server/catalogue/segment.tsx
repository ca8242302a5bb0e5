import { Fragment, type ReactElement, type ReactNode } from 'react';
import type { Page } from '../model/page.ts';
import { SURE, type Segment } from '../model/text.ts';
import type { StoredText } from '../store/store.ts';
import { directionOf } from '../../viewer/iiif/direction.ts';
import { sameBlock } from '../../viewer/iiif/blocks.ts';
import { signedForm } from '../../viewer/iiif/legend.ts';
import { ownWords } from './document-language.ts';
import { useMessages } from './interface.tsx';
import type { Piece } from './passages.ts';
import { signedHtml } from './signed-html.ts';

/** The segments of one cell, lines under lines and sentences in running paragraphs, as their blocks have them. */
export function Pieces({
  pieces,
  text,
  begin,
  leafMark,
}: {
  pieces: readonly Piece[];
  text: StoredText;
  /** Ids of the segments with which a block begins: what it is is said there and not in every row. */
  begin: ReadonlySet<string>;
  /** What is said where a leaf begins within the cell; nothing where the row has said it already. */
  leafMark: (page: Page) => ReactNode;
}): ReactElement {
  return (
    <>
      {blocksOf(pieces).map((block, index) => (
        <p
          key={index}
          className={blockClass(block, begin)}
          lang={text.language}
          dir={directionOf(text.language)}
        >
          <BlockLabel block={block} begin={begin} />
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
    <span {...attributes} dangerouslySetInnerHTML={{ __html: signedHtml(segment.html, messages) }} />
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

function blockClass(block: readonly Piece[], begin: ReadonlySet<string>): string {
  const [first] = block;
  const form = first?.segment.form;
  if (first === undefined || form === undefined) return 'block';
  return `block block-${form} form-${form}${begin.has(first.segment.id) ? ' form-begins' : ''}`;
}

/** What a block is: of a footnote only for those who do not see its rule and its size. */
function BlockLabel({
  block,
  begin,
}: {
  block: readonly Piece[];
  begin: ReadonlySet<string>;
}): ReactElement | null {
  const messages = useMessages();
  const [first] = block;
  const form = signedForm(first?.segment.form);
  if (first === undefined || form === undefined || !begin.has(first.segment.id)) return null;
  const isHeard = form === 'footnote';
  return (
    <span className={isHeard ? 'sign-words' : 'form-label'} {...ownWords(messages.language)}>
      {messages.conventions.form[form]}
      {isHeard ? ': ' : null}
    </span>
  );
}
