import { diffArrays } from 'diff';

/** A run of a text: whether the other text has it too, in the same order. */
export type Run = { text: string; differs: boolean };

/** A passage of a book; more would take seconds. */
const MOST_WORDS = 2000;

/** Two texts with more changes have nothing in common that anyone could follow; to find it would take seconds. */
const MOST_CHANGES = 300;

/**
 * Which words two texts of one language do not share, by the words that the language has (UAX 29, with dictionaries for
 * Chinese, Japanese and others without blanks) and the shortest way from one to the other (Myers 1986). White space makes no
 * difference, nor do capitals.
 *
 * @param language BCP 47.
 */
export function wordDiff(left: string, right: string, language: string): { left: Run[]; right: Run[] } {
  const [own, other] = [wordsOf(left, language), wordsOf(right, language)];
  const isLong = own.length > MOST_WORDS || other.length > MOST_WORDS;
  const options = { comparator: isSame, maxEditLength: MOST_CHANGES };
  const changes = isLong ? undefined : diffArrays(own, other, options);
  if (changes === undefined) {
    const differs = left !== right;
    return { left: [{ text: left, differs }], right: [{ text: right, differs }] };
  }
  const [before, after] = [new Runs(), new Runs()];
  for (const { added, removed, value, count } of changes) {
    if (added) for (const word of value) after.add(word, true);
    else if (removed) for (const word of value) before.add(word, true);
    else {
      for (const word of own.slice(before.count, before.count + count)) before.add(word, false);
      for (const word of other.slice(after.count, after.count + count)) after.add(word, false);
    }
  }
  return { left: before.joined(), right: after.joined() };
}

/** 0: the same words; 1: none in common. Whatever their order, so that it is quick: Dice's coefficient over words. */
export function wordDistance(left: string, right: string, language: string): number {
  const [own, other] = [left, right].map((text) =>
    wordsOf(text.toLowerCase(), language).filter((word) => /[\p{L}\p{N}]/u.test(word)),
  );
  const total = (own?.length ?? 0) + (other?.length ?? 0);
  if (total === 0) return left.trim() === right.trim() ? 0 : 1;
  const counts = new Map<string, number>();
  for (const word of own ?? []) counts.set(word, (counts.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of other ?? []) {
    const left = counts.get(word) ?? 0;
    if (left > 0) shared += 1;
    counts.set(word, left - 1);
  }
  return 1 - (2 * shared) / total;
}

class Runs {
  count = 0;
  readonly #runs: Run[] = [];

  add(word: string, differs: boolean): void {
    this.count += 1;
    const last = this.#runs.at(-1);
    if (last?.differs === differs) last.text += word;
    else this.#runs.push({ text: word, differs });
  }

  /** A blank between two words that differ differs with them: else each word would be marked for itself. */
  joined(): Run[] {
    const runs: Run[] = [];
    for (const [index, { text, differs }] of this.#runs.entries()) {
      const between =
        text.trim() === '' && this.#runs[index - 1] !== undefined && this.#runs[index + 1] !== undefined;
      const own = between ? true : differs;
      const last = runs.at(-1);
      if (last?.differs === own) last.text += text;
      else runs.push({ text, differs: own });
    }
    return runs;
  }
}

function isSame(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase() || (a.trim() === '' && b.trim() === '');
}

function wordsOf(text: string, language: string): string[] {
  return Array.from(segmenterOf(language).segment(text.normalize('NFC')), ({ segment }) => segment);
}

const segmenters = new Map<string, Intl.Segmenter>();

function segmenterOf(language: string): Intl.Segmenter {
  const known = segmenters.get(language);
  if (known !== undefined) return known;
  const made = new Intl.Segmenter(supported(language), { granularity: 'word' });
  segmenters.set(language, made);
  return made;
}

/** Texts may be in languages that nobody has heard of. */
function supported(language: string): string {
  try {
    return Intl.Segmenter.supportedLocalesOf(language)[0] ?? 'und';
  } catch {
    // RangeError: no language tag at all.
    return 'und';
  }
}
