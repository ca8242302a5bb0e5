import { Fragment, memo, type ReactElement } from 'react';
import { languageTag } from '../iiif/language-map.ts';
import { numberBeside } from '../iiif/line-numbers.ts';
import { reflow } from '../iiif/reflow.ts';
import { counterpartsOf, segmentsOf, type Row } from '../iiif/rows.ts';
import type { Segment, Text } from '../iiif/text.ts';
import { say } from '../messages/messages.ts';
import type { ReadingMode } from '../state/preferences.ts';
import { SegmentView } from './segment-view.tsx';

export type RowViewProps = {
  row: Row;
  index: number;
  /** Of each cell; undefined where this page lacks it. */
  texts: readonly (Text | undefined)[];
  /** What stands in the margin beside a segment of the first text. */
  numbers: ReadonlyMap<Segment, number>;
  mode: ReadingMode;
  lit: boolean;
  current: boolean;
  /** The one row that the Tab key reaches. */
  reachable: boolean;
  /** The segment under the pointer, where that lights up less than the row. */
  litSegment: string | undefined;
};

/** Links that are less sure are marked: of those above four in five are right to the letter. */
const SURE = 0.7;

function isUnsure({ confidence }: Segment): boolean {
  return confidence !== undefined && confidence < SURE;
}

const NONE: ReadonlySet<string> = new Set();
const NO_NUMBERS: ReadonlyMap<Segment, number> = new Map();

/** One row of the grid: what stands at one place, in one or two texts. */
export const RowView = memo(function RowView(props: RowViewProps): ReactElement {
  const { row, index, texts, numbers, mode, lit, current, reachable, litSegment } = props;
  const pointed = litSegment === undefined ? NONE : counterpartsOf(row, litSegment);
  const unsure = segmentsOf(row).some(isUnsure);
  return (
    <div
      role="row"
      className={`desk-row${lit ? ' desk-row-lit' : ''}${current ? ' desk-row-current' : ''}`}
      aria-rowindex={index + 1}
      aria-selected={current}
      aria-description={unsure ? say('unsureLink') : undefined}
      tabIndex={reachable ? 0 : -1}
      data-row={index}
    >
      {row.cells.map((segments, column) => {
        const text = texts[column];
        return text === undefined ? null : (
          <Cell
            key={column}
            {...{ segments, text, pointed, mode }}
            numbers={column === 0 ? numbers : NO_NUMBERS}
          />
        );
      })}
    </div>
  );
});

type CellProps = {
  segments: readonly Segment[];
  text: Text;
  /** Ids of the segment under the pointer and of those that say the same. */
  pointed: ReadonlySet<string>;
  numbers: ReadonlyMap<Segment, number>;
  mode: ReadingMode;
};

function Cell({ mode, ...props }: CellProps): ReactElement {
  return (
    <div role="gridcell" className="desk-cell">
      {mode === 'reading' ? <FlowingCell {...props} /> : <FaithfulCell {...props} />}
    </div>
  );
}

/** Each segment begins where it begins on the page. */
function FaithfulCell({ segments, text, pointed, numbers }: Omit<CellProps, 'mode'>): ReactElement[] {
  return segments.map((segment, index) => (
    <div key={index} className="desk-numbered">
      <Numbered number={numberBeside(segment, numbers)} />
      <SegmentView
        {...{ segment, text }}
        lit={segments.length > 1 && pointed.has(segment.id)}
        unsure={isUnsure(segment)}
      />
    </div>
  ));
}

/** Segments of a paragraph flow into each other; beside it stands the number of the first of its lines that has one. */
function FlowingCell({ segments, text, pointed, numbers }: Omit<CellProps, 'mode'>): ReactElement[] {
  return reflow(segments).map((paragraph, index) => (
    <div key={index} className="desk-numbered desk-flow" lang={languageTag(text.language)} dir={text.dir}>
      <Numbered
        number={paragraph
          .map(({ segment }) => numberBeside(segment, numbers))
          .find((one) => one !== undefined)}
      />
      {paragraph.map(({ segment, isDivided, gap }, position) => (
        <Fragment key={position}>
          <SegmentView
            {...{ segment, text }}
            lit={segments.length > 1 && pointed.has(segment.id)}
            unsure={isUnsure(segment)}
            flow={{ isDivided }}
          />
          {gap}
        </Fragment>
      ))}
    </div>
  ));
}

function Numbered({ number }: { number: number | undefined }): ReactElement {
  return (
    <span className="desk-number" aria-hidden="true">
      {number}
    </span>
  );
}
