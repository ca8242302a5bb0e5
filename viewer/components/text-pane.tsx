import type { ReactElement, ReactNode } from 'react';
import { hasGuesses } from '../iiif/confirmed.ts';
import type { CanvasTexts } from '../iiif/canvas-texts.ts';
import { languageTag } from '../iiif/language-map.ts';
import type { Canvas } from '../iiif/manifest.ts';
import type { Alignment, Row } from '../iiif/rows.ts';
import type { Text } from '../iiif/text.ts';
import { say } from '../messages/messages.ts';
import { Legend } from './legend.tsx';
import { RowGrid, type RowGridProps } from './row-grid.tsx';
import { RowTools, type RowToolsProps } from './row-tools.tsx';
import { TextChooser } from './text-chooser.tsx';

/** The grids of a page: one of rows that belong together, or one for each text where nothing is joined. */
export type Grid = { rows: readonly Row[]; side: 'both' | 'left' | 'right' };

export function gridsOf(alignment: Alignment | undefined): readonly Grid[] {
  if (alignment === undefined) return [];
  if (alignment.kind !== 'unpaired') return [{ rows: alignment.rows, side: 'both' }];
  return [
    { rows: alignment.left, side: 'left' },
    { rows: alignment.right, side: 'right' },
  ];
}

export type TextPaneProps = {
  canvas: Canvas;
  found: CanvasTexts;
  left: Text | undefined;
  right: Text | undefined;
  /** This page has none of the text that stood on the left of others. */
  missing: boolean;
  alignment: Alignment | undefined;
  tools: RowToolsProps;
  onChoose: (side: 'left' | 'right', key: string | null) => void;
  /** What a grid is told of pointer, keys and light, by its number. */
  handling: (grid: number) => Pick<RowGridProps, 'hovered' | 'current' | 'wanted' | 'onHover' | 'onPick'>;
};

/** Transcription and translation of the page that is shown, side by side. */
export function TextPane(props: TextPaneProps): ReactElement {
  const { canvas, found, left, right, missing, tools, onChoose } = props;
  const { texts } = found;
  const columns = [left, right].filter((text) => text !== undefined).length;
  return (
    <section className="desk-texts" aria-label={say('texts')}>
      {texts.length === 0 ? null : (
        <div
          className={`desk-heads desk-heads-${missing ? 'both' : left === undefined ? 'right' : right === undefined ? 'left' : 'both'}`}
        >
          <TextChooser
            label={say('leftText')}
            {...{ texts }}
            chosen={left}
            onChoose={(key) => onChoose('left', key)}
          />
          <TextChooser
            label={say('rightText')}
            {...{ texts }}
            chosen={right}
            onChoose={(key) => onChoose('right', key)}
          />
        </div>
      )}
      <RowTools {...tools} />
      <Legend texts={[left, right]} />
      {/* Scrolls by itself, and is reachable by keys for that (its rows are, once there are some). */}
      <div className="desk-scroll" key={canvas.id}>
        <Notes {...props} />
        {texts.length > 0 && columns === 0 ? <p className="desk-empty">{say('noneChosen')}</p> : null}
        {texts.length === 0 && found.awaited === 0 ? <NoTexts canvas={canvas} /> : null}
        {texts.length === 0 && found.awaited > 0 ? (
          <Skeleton words={say('loadingTexts')} />
        ) : (
          <Grids {...props} />
        )}
      </div>
    </section>
  );
}

function Grids({ alignment, left, right, missing, found, handling }: TextPaneProps): ReactElement {
  const grids = gridsOf(alignment);
  // A text that stands alone is the left one of its rows, whichever column it was chosen in.
  const first = missing ? undefined : (left ?? right);
  const second = left === undefined && !missing ? undefined : right;
  const labels = {
    both: left !== undefined && right !== undefined ? say('rowsBeside') : say('rows'),
    left: say('rowsLeft'),
    right: say('rowsRight'),
  };
  return (
    <div className={grids.length > 1 ? 'desk-unpaired' : undefined}>
      {missing ? <p className="desk-empty">{found.awaited === 0 ? say('leftMissing') : ''}</p> : null}
      {grids.map(({ rows, side }, number) =>
        rows.length === 0 ? null : (
          <RowGrid
            key={side}
            label={labels[side]}
            grid={number}
            rows={rows}
            left={side === 'right' ? undefined : first}
            right={side === 'left' ? undefined : second}
            {...handling(number)}
          />
        ),
      )}
    </div>
  );
}

/** What a reader has to know of these texts before trusting that they stand beside each other. */
function Notes({ found, left, right, missing, alignment }: TextPaneProps): ReactElement {
  const shown = [left, right].filter((text) => text !== undefined);
  const omitted = shown.reduce((sum, text) => sum + text.omitted, 0);
  return (
    <>
      {found.failed.map((address) => (
        <Note key={address}>{say('textFailed', { address })}</Note>
      ))}
      {shown.some(({ unplaced }) => unplaced) ? <Note>{say('unplaced')}</Note> : null}
      {alignment?.kind === 'unpaired' && !missing ? <Note>{say('notLinked')}</Note> : null}
      {alignment?.kind === 'linked' && (hasGuesses(left) || hasGuesses(right)) ? (
        <Note>{say('linkedByMachine')}</Note>
      ) : null}
      {omitted > 0 ? <Note>{say('omitted', { count: omitted })}</Note> : null}
    </>
  );
}

function Note({ children }: { children: ReactNode }): ReactElement {
  return <p className="desk-note">{children}</p>;
}

function NoTexts({ canvas }: { canvas: Canvas }): ReactElement {
  return (
    <div className="desk-empty">
      <p>{say('noTexts')}</p>
      {canvas.summary === undefined ? null : (
        <p lang={languageTag(canvas.summary.language)}>{canvas.summary.values.join(' ')}</p>
      )}
    </div>
  );
}

/** Lines in the shape of what comes; seen only if it takes longer than an instant. */
export function Skeleton({ words }: { words: string }): ReactElement {
  return (
    <div className="desk-skeleton">
      <p className="desk-unseen">{words}</p>
      {Array.from({ length: 9 }, (_, index) => (
        <span key={index} aria-hidden="true" />
      ))}
    </div>
  );
}
