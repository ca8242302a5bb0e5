import { idOf, isRecord, recordsOf } from './json.ts';
import { targetOf, type Size } from './target.ts';
import type { Outline } from './text.ts';

/** What a page of outlines draws, by the annotations' URIs. */
export function outlinesIn(page: unknown, size: Size): ReadonlyMap<string, Outline> {
  const outlines = new Map<string, Outline>();
  for (const annotation of isRecord(page) ? recordsOf(page.items) : []) {
    const id = idOf(annotation);
    const outline = targetOf(annotation.target, size)?.outline;
    if (id !== undefined && outline !== undefined) outlines.set(id, outline);
  }
  return outlines;
}
