import { idOf, isRecord, listOf, recordsOf, stringsOf } from './json.ts';
import type { Link, LinkedPart } from './text.ts';

/** A page has as many sentences at most as anyone reads. */
const MOST_LINKS = 5000;

/**
 * What the annotations of a page link that have the motivation `linking`: bodies that render targets, which may be parts of
 * the words of an annotation (Web Annotation Data Model §4.2.4).
 */
export function linksIn(page: unknown): Link[] {
  const all = isRecord(page) ? recordsOf(page.items).slice(0, MOST_LINKS) : [];
  return all.flatMap((annotation) => {
    if (!stringsOf(annotation.motivation).includes('linking')) return [];
    const rendering = recordsOf(annotation.body).flatMap((body) => idOf(body) ?? []);
    const original = listOf(annotation.target).flatMap((target) => partOf(target) ?? []);
    if (rendering.length === 0 || original.length === 0) return [];
    return [{ rendering, original, isGuess: stringsOf(annotation.origin).includes('machine') }];
  });
}

function partOf(target: unknown): LinkedPart | undefined {
  if (typeof target === 'string') return { annotation: target };
  if (!isRecord(target)) return undefined;
  const annotation = idOf(target.source) ?? idOf(target);
  if (annotation === undefined) return undefined;
  const selector = recordsOf(target.selector).find(({ type }) => type === 'TextPositionSelector');
  const [start, end] = [selector?.start, selector?.end];
  const isRange = typeof start === 'number' && typeof end === 'number' && start >= 0 && end > start;
  return isRange ? { annotation, within: { start, end } } : { annotation };
}
