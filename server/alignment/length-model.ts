/**
 * How likely a translation of a length is, given the length of what it renders: Gale and Church, "A Program for
 * Aligning Sentences in Bilingual Corpora", Computational Linguistics 19 (1993), section 3.
 */
export type LengthModel = {
  /** Characters of the target for each of the source. */
  ratio: number;
  /** Variance of that, for each character of the source. */
  variance: number;
};

/** Section 3.2: the variance that they found for German, French and English. */
const VARIANCE = 6.8;

/** Ratios of whole texts beyond these say that one is no translation of all of the other. */
const [LEAST_RATIO, MOST_RATIO] = [0.2, 5];

/** The model for two whole texts, by their lengths in characters. */
export function lengthModelOf(source: number, target: number): LengthModel {
  const ratio = source > 0 && target > 0 ? target / source : 1;
  return { ratio: Math.min(MOST_RATIO, Math.max(LEAST_RATIO, ratio)), variance: VARIANCE };
}

/**
 * Natural logarithm of the probability that a length differs at least so much from what is expected (section 3.3).
 *
 * @param source length in characters, of one or several sentences.
 * @param target the same.
 */
export function lengthScore(source: number, target: number, { ratio, variance }: LengthModel): number {
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
