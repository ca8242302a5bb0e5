import { memo, type ReactElement } from 'react';
import { numberBeside } from '../iiif/line-numbers.ts';
import { counterpartsOf, type Row } from '../iiif/rows.ts';
import type { Segment, Text } from '../iiif/text.ts';
import { say } from '../messages/messages.ts';
import { SegmentView } from './segment-view.tsx';

export type RowViewProps = {
  row: Row;
  index: number;
  left: Text | undefined;
  right: Text | undefined;
  /** What stands in the margin beside a segment of the left text. */
  numbers: ReadonlyMap<Segment, number>;
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

/** One row of the grid: what stands at one place, in one or two texts. */
export const RowView = memo(function RowView(props: RowViewProps): ReactElement {
  const { row, index, left, right, numbers, lit, current, reachable, litSegment } = props;
  const pointed = litSegment === undefined ? NONE : counterpartsOf(row, litSegment);
  const unsure = [...row.left, ...row.right].some(isUnsure);
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
      {left === undefined ? null : (
        <Cell segments={row.left} text={left} pointed={pointed} numbers={numbers} />
      )}
      {right === undefined ? null : <Cell segments={row.right} text={right} pointed={pointed} />}
    </div>
  );
});

function Cell({
  segments,
  text,
  pointed,
  numbers,
}: {
  segments: readonly Segment[];
  text: Text;
  /** Ids of the segment under the pointer and of those that say the same. */
  pointed: ReadonlySet<string>;
  numbers?: ReadonlyMap<Segment, number>;
}): ReactElement {
  return (
    <div role="gridcell" className="desk-cell">
      {segments.map((segment, index) => (
        <div key={index} className="desk-numbered">
          <span className="desk-number" aria-hidden="true">
            {numbers === undefined ? undefined : numberBeside(segment, numbers)}
          </span>
          <SegmentView
            {...{ segment, text }}
            lit={segments.length > 1 && pointed.has(segment.id)}
            unsure={isUnsure(segment)}
          />
        </div>
      ))}
    </div>
  );
}
