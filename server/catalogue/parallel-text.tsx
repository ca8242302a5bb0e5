import type { ReactElement } from 'react';
import type { PublicUrls } from '../http/public-urls.ts';
import type { Page } from '../model/page.ts';
import type { Segment } from '../model/text.ts';
import type { StoredDocument, StoredText } from '../store/store.ts';
import { beginnings } from '../../viewer/iiif/blocks.ts';
import { Legend } from './legend.tsx';
import type { Joining, Passage, Piece } from './passages.ts';
import type { Reading } from './reading.ts';
import { Pieces } from './segment.tsx';
import { TextHeading } from './text-heading.tsx';
import { ownWords } from './document-language.ts';
import { useLanguage, useMessages } from './interface.tsx';
import type { Messages } from './messages/messages.ts';

type Marked = { text: string; segment: string };

/**
 * A text, or two in aligned rows, with the folios in the margin. The roles are said outright, for browsers
 * forget that a table is one as soon as its rows are laid out as a grid.
 */
export function ParallelText({
  document,
  reading: { original, beside, joining, passages },
  urls,
  marked,
}: {
  document: StoredDocument;
  reading: Reading;
  urls: PublicUrls;
  /** The line that a link leads to. */
  marked?: Marked | undefined;
}): ReactElement {
  const messages = useMessages();
  if (original === undefined) return <p className="empty">{messages.noText}</p>;
  // Only where the one is said to render the other, and something of it is linked, does an empty cell mean anything.
  const saysGaps =
    joining === 'linked' && beside?.role === 'translation' && beside.translationOf === original.id;
  const note = joiningNote(joining, passages, messages);
  const columns = [columnOf(passages, 'left'), columnOf(passages, 'right')] as const;
  const begin = [beginnings(columns[0]), beginnings(columns[1])] as const;
  return (
    <>
      {note === undefined ? null : (
        <p className="joining-note">
          <strong>{note.what}.</strong> {note.explained}
        </p>
      )}
      <Legend segments={columns.flat()} />
      <table
        role="table"
        className={beside === undefined ? 'parallel-text parallel-text-single' : 'parallel-text'}
      >
        <caption className="unseen">{messages.text}</caption>
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col" className="margin">
              <span className="unseen">{messages.leafColumn}</span>
            </th>
            {[original, ...(beside === undefined ? [] : [beside])].map((text) => (
              <th key={text.id} role="columnheader" scope="col">
                <TextHeading text={text} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {passages.map((passage, index) => (
            <PassageRow
              key={index}
              {...{ passage, original, beside, document, urls, marked, begin }}
              gap={saysGaps ? gapAt(passages, index) : undefined}
            />
          ))}
        </tbody>
      </table>
    </>
  );
}

type Note = { what: string; explained: string };

/** What is said above two texts of how they were joined; nothing where that needs no word. */
function joiningNote(joining: Joining, passages: readonly Passage[], messages: Messages): Note | undefined {
  switch (joining) {
    case 'linked':
      return passages.some(isGuessed)
        ? { what: messages.linkedByMachine, explained: messages.linkedByMachineExplained }
        : undefined;
    case 'by-leaf':
      return { what: messages.notLinked, explained: messages.notLinkedExplained };
    case 'whole':
      return { what: messages.notLinked, explained: messages.notLinkedWhole };
    case 'placed':
    case 'single':
      return undefined;
  }
}

/** Which side of a row is silent; said once where several rows follow each other. */
type Gap = 'untranslated' | 'added';

function gapAt(passages: readonly Passage[], index: number): Gap | undefined {
  const gap = gapOf(passages[index]);
  return gap === gapOf(passages[index - 1]) ? undefined : gap;
}

function gapOf(passage: Passage | undefined): Gap | undefined {
  if (passage?.kind !== 'row') return undefined;
  if (passage.right.length === 0 && passage.left.some(hasWords)) return 'untranslated';
  return passage.left.length === 0 && passage.right.some(hasWords) ? 'added' : undefined;
}

function hasWords({ segment }: Piece): boolean {
  return segment.value.trim() !== '';
}

function columnOf(passages: readonly Passage[], side: 'left' | 'right'): readonly Segment[] {
  return passages.flatMap((passage) =>
    passage.kind === 'row' ? passage[side].map(({ segment }) => segment) : [],
  );
}

function isGuessed(passage: Passage): boolean {
  return (
    passage.kind === 'row' &&
    [...passage.left, ...passage.right].some(({ segment }) => segment.link?.confidence !== undefined)
  );
}

function PassageRow({
  passage,
  original,
  beside,
  document,
  urls,
  marked,
  gap,
  begin,
}: {
  passage: Passage;
  original: StoredText;
  beside: StoredText | undefined;
  document: StoredDocument;
  urls: PublicUrls;
  marked: Marked | undefined;
  gap: Gap | undefined;
  /** Ids of the segments that begin a block, of either column. */
  begin: readonly [ReadonlySet<string>, ReadonlySet<string>];
}): ReactElement {
  const messages = useMessages();
  const columns = beside === undefined ? 1 : 2;
  if (passage.kind === 'unplaced') {
    return (
      <tr role="row" className="row-note">
        <td role="cell" className="margin" />
        <td role="cell" colSpan={columns} className="remark">
          {messages.unplaced}
        </td>
      </tr>
    );
  }
  if (passage.kind === 'silent') {
    return (
      <tr role="row" className="row-note row-begins">
        <td role="cell" className="margin">
          <FolioMark {...{ page: passage.page, document, urls }} alone />
        </td>
        <td role="cell" colSpan={columns} className="remark">
          {passage.page.image === undefined ? messages.leafNotHeld : messages.noTextHere}
        </td>
      </tr>
    );
  }
  const { begins, left, right } = passage;
  const isMarked = holds(left, original, marked) || holds(right, beside, marked);
  return (
    <tr
      role="row"
      className={begins === undefined ? undefined : 'row-begins'}
      aria-current={isMarked ? 'location' : undefined}
    >
      <td role="cell" className="margin">
        {begins === undefined ? null : <FolioMark {...{ page: begins, document, urls }} />}
      </td>
      <td role="cell">
        {gap === 'added' ? <RowRemark words={messages.document.rowAdded} /> : null}
        <Pieces
          pieces={left}
          text={original}
          begin={begin[0]}
          // In the markup it stands before the leaf's first word; the style sheet hangs it in the margin.
          leafMark={(page) => (page === begins ? null : <FolioMark {...{ page, document, urls }} />)}
        />
      </td>
      {beside === undefined ? null : (
        <td role="cell">
          {gap === 'untranslated' ? <RowRemark words={messages.document.rowUntranslated} /> : null}
          <Pieces
            pieces={right}
            text={beside}
            begin={begin[1]}
            leafMark={(page) => (page === begins ? null : <LeafBegins page={page} />)}
          />
        </td>
      )}
    </tr>
  );
}

function holds(pieces: readonly Piece[], text: StoredText | undefined, marked: Marked | undefined): boolean {
  return (
    marked !== undefined &&
    text?.id === marked.text &&
    pieces.some(({ segment }) => segment.id === marked.segment)
  );
}

/** Ours, in the place of words that are not there. */
function RowRemark({ words }: { words: string }): ReactElement {
  return (
    <span className="row-remark" {...ownWords(useLanguage())}>
      {words}
    </span>
  );
}

/** Where the text on the right turns to another leaf within a row. */
function LeafBegins({ page }: { page: Page }): ReactElement {
  const messages = useMessages();
  return (
    <span className="leaf-begins" {...ownWords(messages.language)} title={messages.leafBegins(page.folio)}>
      {messages.folio(page.folio)}
    </span>
  );
}

/** The folio as people cite it, leading to the leaf in the reading room. */
function FolioMark({
  page,
  document,
  urls,
  alone = false,
}: {
  page: Page;
  document: StoredDocument;
  urls: PublicUrls;
  /** Whether something else says that the leaf is not held. */
  alone?: boolean;
}): ReactElement {
  const messages = useMessages();
  return (
    <span className="folio" {...ownWords(messages.language)}>
      <a href={urls.read(document.id, page.id)} title={messages.folioMark(page.folio)}>
        <span className="unseen">{messages.leafColumn} </span>
        {messages.folio(page.folio)}
      </a>
      {page.image === undefined && !alone ? <span className="folio-note">{messages.leafNotHeld}</span> : null}
    </span>
  );
}
