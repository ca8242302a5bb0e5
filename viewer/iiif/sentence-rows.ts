import { joinRows, type Joint } from './join-rows.ts';
import type { Row } from './rows.ts';
import { plainOf, sliceInline } from './slice-inline.ts';
import type { Link, Segment, Text } from './text.ts';

/**
 * Sets two texts beside each other sentence by sentence: the lines of the original are cut where one sentence ends and the next
 * begins. Undefined where no link names a part of a line, so that rows of whole lines say the same; of two
 * translations what renders the same words stands in one row.
 */
export function sentenceRows(left: Text, right: Text): readonly Row[] | undefined {
  if (rendersPartsOf(right, left)) {
    const { pieces, joints } = cut(left.segments, right);
    return joinRows(pieces, right.segments, joints);
  }
  if (rendersPartsOf(left, right)) {
    const { pieces, joints } = cut(right.segments, left);
    return joinRows(
      left.segments,
      pieces,
      joints.map(([a, b]) => [b, a]),
    );
  }
  const joints = sharedParts(left, right);
  return joints.length === 0 ? undefined : joinRows(left.segments, right.segments, joints);
}

function rendersPartsOf({ links = [] }: Text, original: Text): boolean {
  const ids = new Set(original.segments.map(({ id }) => id));
  return links.some((link) =>
    link.original.some(({ annotation, within }) => within !== undefined && ids.has(annotation)),
  );
}

/** A stretch of a segment's words (UTF-16 units) that a link names. */
type Stretch = { start: number; end: number; link: Link };

function cut(original: readonly Segment[], translation: Text): { pieces: Segment[]; joints: Joint[] } {
  const stretches = stretchesBySegment(original, translation.links ?? []);
  const positions = new Map(translation.segments.map(({ id }, index) => [id, index]));
  const pieces: Segment[] = [];
  const joints: Joint[] = [];
  for (const segment of original) {
    const own = stretches.get(segment.id) ?? [];
    for (const span of spansOf(wordsOf(segment), own)) {
      const links = own.filter(({ start, end }) => start < span.end && end > span.start);
      for (const { link } of links) {
        for (const id of link.rendering) {
          const index = positions.get(id);
          if (index !== undefined) joints.push([pieces.length, index]);
        }
      }
      pieces.push(pieceOf(segment, span, links.length > 0));
    }
  }
  return { pieces, joints };
}

function stretchesBySegment(original: readonly Segment[], links: readonly Link[]): Map<string, Stretch[]> {
  const words = new Map(original.map((segment) => [segment.id, wordsOf(segment)]));
  const stretches = new Map<string, Stretch[]>();
  for (const link of links) {
    for (const { annotation, within } of link.original) {
      const text = words.get(annotation);
      if (text === undefined) continue;
      const [start, end] =
        within === undefined ? [0, text.length] : [unitsOf(text, within.start), unitsOf(text, within.end)];
      const known = stretches.get(annotation);
      if (known === undefined) stretches.set(annotation, [{ start, end, link }]);
      else known.push({ start, end, link });
    }
  }
  return stretches;
}

/** Words as offsets count them: those of markup are not the ones that are read aloud, with blanks for tags. */
export function wordsOf({ value, html }: Segment): string {
  return html === undefined ? value : plainOf(html);
}

/** How many UTF-16 units so many characters take. */
export function unitsOf(text: string, characters: number): number {
  let units = 0;
  for (let count = 0; count < characters && units < text.length; count += 1) {
    units += (text.codePointAt(units) ?? 0) > 0xffff ? 2 : 1;
  }
  return units;
}

/** All of the words, cut wherever a stretch begins or ends; what is white space alone is left out. */
function spansOf(words: string, stretches: readonly Stretch[]): { start: number; end: number }[] {
  const edges = new Set([0, words.length, ...stretches.flatMap(({ start, end }) => [start, end])]);
  const sorted = [...edges].filter((edge) => edge <= words.length).sort((a, b) => a - b);
  return sorted.slice(1).flatMap((end, index) => {
    const start = sorted[index] ?? 0;
    return words.slice(start, end).trim() === '' ? [] : [{ start, end }];
  });
}

function pieceOf(
  segment: Segment,
  { start, end }: { start: number; end: number },
  isLinked: boolean,
): Segment {
  const words = wordsOf(segment);
  if (words.slice(0, start).trim() === '' && words.slice(end).trim() === '') return segment;
  const { html, box, outline, ...rest } = segment;
  const markup = html === undefined ? undefined : sliceInline(html, [{ start, end }])[0];
  return {
    ...rest,
    value: words.slice(start, end).trim(),
    ...(markup === undefined ? {} : { html: markup }),
    // Where just this part stands is what its translation knows.
    ...(isLinked || box === undefined ? {} : { box }),
    part: { whole: segment, start: words.slice(0, start).trim() === '' ? 0 : start },
  };
}

function sharedParts(left: Text, right: Text): Joint[] {
  const positions = new Map(right.segments.map(({ id }, index) => [id, index]));
  const stretches = new Map<string, { link: Link; start: number; end: number }[]>();
  for (const link of right.links ?? []) {
    for (const { annotation, within = WHOLE } of link.original) {
      stretches.set(annotation, [...(stretches.get(annotation) ?? []), { link, ...within }]);
    }
  }
  const indices = new Map(left.segments.map(({ id }, index) => [id, index]));
  return (left.links ?? []).flatMap(({ rendering, original }) =>
    original.flatMap(({ annotation, within = WHOLE }) =>
      (stretches.get(annotation) ?? [])
        .filter(({ start, end }) => start < within.end && end > within.start)
        .flatMap(({ link }) =>
          rendering.flatMap((one) =>
            link.rendering.flatMap((other) => {
              const [a, b] = [indices.get(one), positions.get(other)];
              return a === undefined || b === undefined ? [] : [[a, b] satisfies Joint];
            }),
          ),
        ),
    ),
  );
}

const WHOLE = { start: 0, end: Infinity };
