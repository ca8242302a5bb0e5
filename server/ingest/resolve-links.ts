import type { Problem } from '../model/problem.ts';
import type { Segment } from '../model/text.ts';
import { withLink, type TextInLanguage } from './find-links.ts';

/**
 * Turns the ids that a translation writes (`data-renders`) into ids of the original's segments, and lets each
 * linked segment stand where what it renders stands: one rectangle a page.
 *
 * @param file archive-relative path, for problems.
 */
export function resolveLinks(
  translation: readonly Segment[],
  original: TextInLanguage,
  file: string,
): { segments: Segment[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const byName = indexByName(original.segments);
  const byId = new Map(original.segments.map((segment) => [segment.id, segment]));
  const segments = translation.map((segment) => {
    if (segment.renders.length === 0) return segment;
    const rendered = segment.renders.flatMap((name) => {
      const target = choose(byName.get(name) ?? [], segment);
      if (target === undefined) {
        problems.push({
          severity: 'error',
          code: 'link-unknown',
          file,
          at: segment.sourceId ?? segment.value.slice(0, 40),
          message: `It renders "${name}", which ${byName.has(name) ? 'is the id of several lines' : 'is no line of the original'}; this link is left out.`,
        });
      }
      return target === undefined ? [] : [target];
    });
    const unique = [...new Set(rendered)];
    if (unique.length === 0) return { ...segment, renders: [] };
    const parts = unique.map(({ id, value }) => ({ segment: id, start: 0, end: value.length }));
    return withLink(segment, { parts, origin: 'hand' }, { language: original.language, segments: byId });
  });
  return { segments, problems };
}

/** By the source's own id, and by ours where no source uses the same. */
function indexByName(segments: readonly Segment[]): Map<string, Segment[]> {
  const index = new Map<string, Segment[]>();
  for (const segment of segments) {
    if (segment.sourceId === undefined) continue;
    index.set(segment.sourceId, [...(index.get(segment.sourceId) ?? []), segment]);
  }
  for (const segment of segments) if (!index.has(segment.id)) index.set(segment.id, [segment]);
  return index;
}

/** ALTO's ids are unique in a file only; the page that the translation is on tells several files apart. */
function choose(candidates: readonly Segment[], from: Segment): Segment | undefined {
  if (candidates.length <= 1) return candidates[0];
  const pages = new Set(from.places.map(({ page }) => page));
  const near = candidates.filter(({ places }) => places.some(({ page }) => pages.has(page)));
  return near.length === 1 ? near[0] : undefined;
}
