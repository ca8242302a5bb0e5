import { SURE, type LinkOrigin, type Segment, type SegmentPart } from './text.ts';

/** How much of two texts is linked, and how surely: where a translation left something out, or put something in. */
export type Coverage = {
  /** Segments of the translation that are linked, by how that came about. */
  linked: Record<LinkOrigin, number>;
  /** Segments of the original, less than half of which anything renders. */
  untranslated: readonly Segment[];
  originalCount: number;
  /** Segments of the translation that render nothing. */
  withoutSource: readonly Segment[];
  translationCount: number;
  /** Those whose links are less sure than `SURE`, the least sure first. */
  unsure: readonly (Segment & { confidence: number })[];
  /** Confidences of what a machine linked. */
  least: number | undefined;
  middle: number | undefined;
};

export function coverageOf(original: readonly Segment[], translation: readonly Segment[]): Coverage {
  const parts = translation.flatMap(({ link }) => link?.parts ?? []);
  const rendered = renderedLengths(parts);
  const guesses = translation
    .flatMap((segment) => {
      const confidence = segment.link?.confidence;
      return confidence === undefined ? [] : [{ ...segment, confidence }];
    })
    .sort((a, b) => a.confidence - b.confidence);
  const count = (origin: LinkOrigin) => translation.filter(({ link }) => link?.origin === origin).length;
  return {
    linked: { hand: count('hand'), confirmed: count('confirmed'), machine: count('machine') },
    untranslated: original.filter(({ id, value }) => (rendered.get(id) ?? 0) < value.trim().length / 2),
    originalCount: original.length,
    withoutSource: translation.filter(({ link }) => link === undefined),
    translationCount: translation.length,
    unsure: guesses.filter(({ confidence }) => confidence < SURE),
    least: guesses[0]?.confidence,
    middle: guesses[Math.floor(guesses.length / 2)]?.confidence,
  };
}

/** Characters of each segment that something renders, each counted once. */
function renderedLengths(parts: readonly SegmentPart[]): Map<string, number> {
  const bySegment = new Map<string, SegmentPart[]>();
  for (const part of parts) bySegment.set(part.segment, [...(bySegment.get(part.segment) ?? []), part]);
  return new Map(
    [...bySegment].map(([id, own]) => {
      let [length, done] = [0, 0];
      for (const { start, end } of own.toSorted((a, b) => a.start - b.start)) {
        length += Math.max(0, end - Math.max(start, done));
        done = Math.max(done, end);
      }
      return [id, length];
    }),
  );
}
