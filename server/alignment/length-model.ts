/**
 * How likely a translation of a length is, given the length of what it renders: Gale and Church, "A Program for
 * Aligning Sentences in Bilingual Corpora", Computational Linguistics 19 (1993), section 3.
 */
export type LengthModel = {
  /** Characters of the target for each of the source. */
  ratio: number;
  /** Variance of that, for each character of the source. */
  variance: number;
  /** The texts as wholes are of other lengths: one has much that the other lacks. */
  isGuess: boolean;
};

/** Section 3.2: the variance that they found for German, French and English. */
const VARIANCE = 6.8;

/**
 * How far a ratio may be from what the scripts of two texts let expect: German and English, Russian and French are within.
 */
const [LEAST, MOST] = [0.75, 1.35];

/**
 * The model for two texts, by their lengths in characters.
 *
 * @param expected the ratio that their scripts let expect.
 */
export function lengthModelOf(source: number, target: number, expected = 1): LengthModel {
  const ratio = source > 0 && target > 0 ? target / source : expected;
  const [least, most] = [expected * LEAST, expected * MOST];
  return {
    ratio: Math.min(most, Math.max(least, ratio)),
    variance: VARIANCE,
    isGuess: ratio < least || ratio > most,
  };
}

/** What a text's characters say on the average, measured in letters of an alphabet. */
export function lettersPerCharacter(sentences: readonly string[]): number {
  let [characters, letters] = [0, 0];
  for (const sentence of sentences) {
    const syllables =
      sentence.match(/[\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0;
    const words = sentence.match(/\p{Script=Han}/gu)?.length ?? 0;
    const all = sentence.replace(/\s+/g, '').length;
    characters += all;
    letters += all + syllables * (SYLLABLE - 1) + words * (IDEOGRAPH - 1);
  }
  return characters === 0 ? 1 : letters / characters;
}

/** Letters of an English rendering for each syllable of Korean or Japanese, and for each character of Chinese. */
const [SYLLABLE, IDEOGRAPH] = [2, 3];

/**
 * Natural logarithm of the probability that a length differs at least so much from what is expected (section 3.3).
 *
 * @param source length in characters, of one or several sentences.
 * @param target the same.
 */
export function lengthScore(
  source: number,
  target: number,
  { ratio, variance }: Pick<LengthModel, 'ratio' | 'variance'>,
): number {
  const mean = (source + target / ratio) / 2;
  if (mean <= 0) return 0;
  return logOfTails(Math.abs(target - source * ratio) / Math.sqrt(mean * variance * ratio));
}

/** log(2 (1 - Φ(z))) for z from 0: looked up, since it is asked for millions of times; by Mills' ratio where tails are thin. */
function logOfTails(z: number): number {
  if (z >= LAST) return -(z * z) / 2 - Math.log(z) + LOG_SQRT_2_BY_PI;
  return TAILS[Math.round(z * STEPS)] ?? 0;
}

const LOG_SQRT_2_BY_PI = 0.5 * Math.log(2 / Math.PI);
const [LAST, STEPS] = [4, 200];

const TAILS = Float64Array.from({ length: LAST * STEPS + 1 }, (_, step) =>
  Math.log(complementaryError(step / STEPS / Math.SQRT2)),
);

/** erfc by Abramowitz and Stegun 7.1.26; its error is below 1.5e-7. */
function complementaryError(x: number): number {
  const t = 1 / (1 + 0.3275911 * x);
  const polynomial =
    t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
  return polynomial * Math.exp(-x * x);
}
