import type { ReactElement } from 'react';
import { legendOf, type LegendEntry } from '../../viewer/iiif/legend.ts';
import type { Segment } from '../model/text.ts';
import { useMessages } from './interface.tsx';

/** What the signs mean that occur in these segments; nothing where none does. */
export function Legend({ segments }: { segments: Iterable<Segment> }): ReactElement | null {
  const { conventions } = useMessages();
  const entries = legendOf(segments);
  if (entries.length === 0) return null;
  return (
    <details className="legend">
      <summary>{conventions.legend}</summary>
      <ul className="legend-signs">
        {entries.map((entry) => (
          <li key={entry}>
            <span className="legend-sample" aria-hidden="true">
              {sample(entry, conventions.legendWord)}
            </span>
            <span>{conventions.explained[entry]}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** The sign itself, on a word that says nothing. */
function sample(entry: LegendEntry, word: string): ReactElement {
  switch (entry) {
    case 'struck':
    case 'added':
    case 'uncertain':
      return <span className={`sign-${entry}`}>{word}</span>;
    case 'gap':
      return <span className="sign-gap">[…]</span>;
    case 'noteref':
      return (
        <>
          {word}
          <span className="sign-noteref">[1]</span>
        </>
      );
    case 'stamp':
    case 'marginalia':
    case 'footnote':
      return <span className={`form-${entry}`}>{word}</span>;
  }
}
