import type { Segment } from './text.ts';

/** What became of a text's segments from one revision to the next: how many of them. */
export type RevisionChanges = {
  added: number;
  gone: number;
  /** Whose words are others now. */
  reworded: number;
  /** Whose words are the same, and whose place on the scan is another. */
  moved: number;
};

/** Compares two revisions of a text by the ids of segments, which are kept from one to the next. */
export function revisionChanges(before: readonly Segment[], after: readonly Segment[]): RevisionChanges {
  const known = new Map(before.map((segment) => [segment.id, segment]));
  const changes = { added: 0, gone: 0, reworded: 0, moved: 0 };
  let kept = 0;
  for (const segment of after) {
    const old = known.get(segment.id);
    if (old === undefined) {
      changes.added += 1;
      continue;
    }
    kept += 1;
    if (old.value !== segment.value) changes.reworded += 1;
    // The places of what renders something follow from its links, which are no part of a revision.
    else if (isPlacedByItself(segment) && placesOf(old) !== placesOf(segment)) changes.moved += 1;
  }
  return { ...changes, gone: known.size - kept };
}

function isPlacedByItself({ link, renders }: Segment): boolean {
  return link === undefined && renders.length === 0;
}

function placesOf({ places }: Segment): string {
  return JSON.stringify(places);
}
