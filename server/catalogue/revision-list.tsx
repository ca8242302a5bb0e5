import type { ReactElement } from 'react';
import type { CountedUnit } from '../model/linkage.ts';
import type { RevisionChanges } from '../model/revision-changes.ts';
import type { Revision } from '../store/store.ts';
import { useMessages } from './interface.tsx';
import type { Messages } from './messages/messages.ts';
import { Day } from './time-words.tsx';

type DocumentWords = Messages['document'];

/** Longer lists are closed until somebody wants them. */
const SHORT = 4;

/** The revisions of a text, newest first: when each was made, what it changed, and where it can be read. */
export function RevisionList({
  revisions,
  shown,
  unit,
  addressOf,
}: {
  /** Oldest first. */
  revisions: readonly Revision[];
  /** The number of the one that the page shows. */
  shown: number;
  unit: CountedUnit;
  /** Where the text of one is, by its number. */
  addressOf: (revision: number) => string;
}): ReactElement {
  const words = useMessages().document;
  const list = (
    <ol className="revisions">
      {revisions.toReversed().map((one) => (
        <li key={one.revision} {...(one.revision === shown ? { 'aria-current': 'true' as const } : {})}>
          <a href={addressOf(one.revision)} title={words.revisionAsText(one.revision)}>
            {words.revision(one.revision)}
          </a>
          {one.revision === shown ? <span className="revision-shown">{words.shownRevision}</span> : null}
          <span className="revision-facts">
            <Day time={one.created} />, {changesIn(one, unit, words)}
          </span>
        </li>
      ))}
    </ol>
  );
  if (revisions.length <= SHORT) return list;
  return (
    <details className="more">
      <summary>{words.revisionsCount(revisions.length)}</summary>
      {list}
    </details>
  );
}

/** `2 lines reworded, 1 added`; of the first, and of one whose changes nobody counted, how much there is. */
function changesIn(
  { revision, segmentCount, changes }: Revision,
  unit: CountedUnit,
  words: DocumentWords,
): string {
  if (changes !== undefined) return changeWords(changes, unit, words);
  return revision === 1 ? words.firstRevision(segmentCount, unit) : words.stretch(segmentCount, unit);
}

function changeWords(
  { reworded, added, gone, moved }: RevisionChanges,
  unit: CountedUnit,
  words: DocumentWords,
): string {
  const parts = [
    ...(reworded > 0 ? [words.reworded(reworded, unit)] : []),
    ...(added > 0 ? [words.addedTo(added, unit)] : []),
    ...(gone > 0 ? [words.gone(gone, unit)] : []),
    ...(moved > 0 ? [words.moved(moved, unit)] : []),
  ];
  return parts.length === 0 ? words.otherwise : parts.join(', ');
}
