import type { Segment } from './text.ts';

/** A segment within a flowing paragraph, and what comes between it and the next. */
export type Flowing = {
  segment: Segment;
  /** Its last character divides a word that goes on in the next, and is left out. */
  isDivided: boolean;
  /** Empty where the next goes on without a space: after a divided word, and between characters that know none. */
  gap: '' | ' ';
};

/** What a line ends with where a word is divided: hyphens of print and typewriter, and those of Fraktur and of OCR. */
const DIVIDED = /[\p{L}\p{M}][-\u2010\u00ad\u00ac\u2e17]$/u;
/** What goes on so: names and the beginnings of sentences do not. */
const GOES_ON = /^(\p{Ll}|\p{Lo})/u;
/** Scripts that are written without spaces. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}、。，！？：；「」『』（）]/u;

/**
 * Segments as they are read rather than as they stand: lines of a paragraph flow into each other, divided words are
 * whole again. Each paragraph, heading, item or note is a run of its own.
 */
export function reflow(segments: readonly Segment[]): readonly (readonly Flowing[])[] {
  const paragraphs: Flowing[][] = [];
  segments.forEach((segment, index) => {
    const [before, next] = [segments[index - 1], segments[index + 1]];
    const goesOn = next !== undefined && flowsInto(segment, next);
    const isDivided = goesOn && DIVIDED.test(segment.value) && GOES_ON.test(next.value);
    const isUnspaced =
      goesOn && UNSPACED.test(segment.value.slice(-1)) && UNSPACED.test(next.value.slice(0, 1));
    const flowing: Flowing = { segment, isDivided, gap: isDivided || isUnspaced || !goesOn ? '' : ' ' };
    const last = paragraphs.at(-1);
    if (before !== undefined && last !== undefined && flowsInto(before, segment)) last.push(flowing);
    else paragraphs.push([flowing]);
  });
  return paragraphs;
}

/** Whether both are parts of one paragraph, or nobody says that they are not. */
function flowsInto(one: Segment, other: Segment): boolean {
  return isPart(one) && isPart(other) && one.block === other.block;
}

function isPart({ granularity }: Segment): boolean {
  return granularity === 'line' || granularity === 'sentence' || granularity === 'word' || granularity === '';
}
