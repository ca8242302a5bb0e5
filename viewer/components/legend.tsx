import { useId, useRef, type FocusEvent, type KeyboardEvent, type ReactElement } from 'react';
import { LEGEND, legendOf, type LegendEntry } from '../iiif/legend.ts';
import type { Segment, Text } from '../iiif/text.ts';
import { say, type MessageKey } from '../messages/messages.ts';
import { useOwnHeading } from '../state/own-room.ts';
import { Icon } from './icon.tsx';

const EXPLAINED: Readonly<Record<LegendEntry, MessageKey>> = {
  struck: 'legendStruck',
  added: 'legendAdded',
  uncertain: 'legendUncertain',
  gap: 'legendGap',
  noteref: 'legendNoteref',
  stamp: 'legendStamp',
  marginalia: 'legendMarginalia',
  footnote: 'legendFootnote',
};

/** Texts do not change: each is looked through once, however often the pane is drawn. */
const known = new WeakMap<readonly Segment[], readonly LegendEntry[]>();

function entriesOf({ segments }: Text): readonly LegendEntry[] {
  const entries = known.get(segments) ?? legendOf(segments);
  known.set(segments, entries);
  return entries;
}

/** What the signs mean that occur in the texts that are shown: a button, and what it opens. Nothing where none does. */
export function Legend({ texts }: { texts: readonly (Text | undefined)[] }): ReactElement | null {
  const details = useRef<HTMLDetailsElement>(null);
  const heading = useId();
  const Heading = useOwnHeading();
  const found = new Set(texts.flatMap((text) => (text === undefined ? [] : entriesOf(text))));
  const entries = LEGEND.filter((entry) => found.has(entry));
  if (entries.length === 0) return null;
  const close = () => {
    if (details.current !== null) details.current.open = false;
  };
  return (
    <details
      ref={details}
      className="desk-legend"
      onKeyDown={(event: KeyboardEvent) => {
        if (event.key !== 'Escape' || details.current?.open !== true) return;
        // It ends this and nothing behind it.
        event.stopPropagation();
        close();
        details.current.querySelector('summary')?.focus();
      }}
      onBlur={({ relatedTarget }: FocusEvent) => {
        if (!(relatedTarget instanceof Node && details.current?.contains(relatedTarget) === true)) close();
      }}
    >
      <summary>
        {say('legend')}
        <Icon name="down" />
      </summary>
      {/* Focusable, so that whoever clicks into it has not left it. */}
      <div className="desk-legend-panel" role="group" aria-labelledby={heading} tabIndex={-1}>
        <Heading id={heading}>{say('legendHere')}</Heading>
        <ul className="legend-signs">
          {entries.map((entry) => (
            <li key={entry}>
              <Sample entry={entry} />
              <span>{say(EXPLAINED[entry])}</span>
            </li>
          ))}
        </ul>
      </div>
    </details>
  );
}

/** The sign itself, on a word that says nothing. */
function Sample({ entry }: { entry: LegendEntry }): ReactElement {
  const word = say('legendWord');
  switch (entry) {
    case 'struck':
    case 'added':
    case 'uncertain':
      return (
        <span className="legend-sample" aria-hidden="true">
          <span className={`sign-${entry}`}>{word}</span>
        </span>
      );
    case 'gap':
      return (
        <span className="legend-sample sign-gap" aria-hidden="true">
          […]
        </span>
      );
    case 'noteref':
      return (
        <span className="legend-sample" aria-hidden="true">
          {word}
          <span className="sign-noteref">[1]</span>
        </span>
      );
    case 'stamp':
    case 'marginalia':
    case 'footnote':
      return (
        <span className={`legend-sample form-${entry}`} aria-hidden="true">
          {word}
        </span>
      );
  }
}
