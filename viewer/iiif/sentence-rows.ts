import type { Joint } from './join-rows.ts';
import { blocksOf, joiningOf, type Block, type Joining, type Run } from './rows.ts';
import { plainOf, sliceInline } from './slice-inline.ts';
import type { Link, Segment } from './text.ts';
import { withUnlinkedSentences } from './unlinked-rows.ts';

/**
 * Sets texts beside each other sentence by sentence: the lines of an original are cut where a sentence of one of its
 * translations ends and the next begins. Undefined where no link names a part of a line, so that rows of whole lines
 * say the same; of translations alone what renders the same words stands in one row.
 */
export function sentenceBlocks(runs: readonly Run[]): readonly Block[] | undefined {
  const renderings = runs.map((run, column) =>
    runs.flatMap((other, number) => (number !== column && rendersPartsOf(other, run) ? [number] : [])),
  );
  // What renders parts of another stays whole: its own sentences are what that is cut by.
  const rendering = new Set(renderings.flat());
  const cuts = runs.map(({ segments }, column) => {
    const by = rendering.has(column) ? [] : (renderings[column] ?? []);
    return by.length === 0
      ? undefined
      : cut(
          segments,
          by.flatMap((number) => runs[number]?.links ?? []),
        );
  });
  const shared = (one: Run, other: Run): Joining | undefined => {
    const joints = sharedParts(one, other);
    return joints.length === 0 ? undefined : { kind: 'linked', joints };
  };
  const joinings = new Map<string, Joining | undefined>();
  let isCut = cuts.some((one) => one !== undefined);
  runs.forEach((run, other) => {
    runs.slice(0, other).forEach((before, one) => {
      const parts =
        jointsOfCut(cuts[one], run.segments) ??
        jointsOfCut(cuts[other], before.segments)?.map(([a, b]): Joint => [b, a]);
      const together = parts === undefined ? shared(before, run) : undefined;
      isCut ||= together !== undefined;
      joinings.set(
        `${one} ${other}`,
        parts !== undefined
          ? { kind: 'linked', joints: parts }
          : (together ??
              joiningOf(cuts[one]?.pieces ?? before.segments, cuts[other]?.pieces ?? run.segments)),
      );
    });
  });
  if (!isCut) return undefined;
  const blocks = blocksOf(
    runs.map(({ segments }, column) => cuts[column]?.pieces ?? segments),
    (one, other) => joinings.get(`${one} ${other}`),
  );
  return blocks.map((block) =>
    block.kind === 'linked' ? { ...block, rows: withUnlinkedSentences(block.rows) } : block,
  );
}

function rendersPartsOf({ links = [] }: Run, original: Run): boolean {
  const ids = new Set(original.segments.map(({ id }) => id));
  return links.some((link) =>
    link.original.some(({ annotation, within }) => within !== undefined && ids.has(annotation)),
  );
}

/** An original in pieces, and which links name each of them. */
type Cut = { pieces: readonly Segment[]; linksOfPiece: readonly (readonly Link[])[] };

function cut(original: readonly Segment[], links: readonly Link[]): Cut {
  const stretches = stretchesBySegment(original, links);
  const pieces: Segment[] = [];
  const linksOfPiece: (readonly Link[])[] = [];
  for (const segment of original) {
    const own = stretches.get(segment.id) ?? [];
    for (const span of spansOf(wordsOf(segment), own)) {
      const naming = own.filter(({ start, end }) => start < span.end && end > span.start);
      pieces.push(pieceOf(segment, span, naming.length > 0));
      linksOfPiece.push(naming.map(({ link }) => link));
    }
  }
  return { pieces, linksOfPiece };
}

/** Pieces and what renders them; undefined of what was not cut, or not by this text. */
function jointsOfCut(cut: Cut | undefined, rendering: readonly Segment[]): Joint[] | undefined {
  if (cut === undefined) return undefined;
  const positions = new Map(rendering.map(({ id }, index) => [id, index]));
  const joints = cut.linksOfPiece.flatMap((links, piece) =>
    links.flatMap((link) =>
      link.rendering.flatMap((id) => {
        const index = positions.get(id);
        return index === undefined ? [] : [[piece, index] satisfies Joint];
      }),
    ),
  );
  return joints.length === 0 ? undefined : joints;
}

/** A stretch of a segment's words (UTF-16 units) that a link names. */
type Stretch = { start: number; end: number; link: Link };

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

function sharedParts(left: Run, right: Run): Joint[] {
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
