/**
 * A whole number written in digits; undefined for anything else: a sign, an exponent, NaN, nothing at all.
 * What is above 2^53 is taken as 2^53: that is more than any picture has, and exact enough to be refused.
 */
export function wholeNumber(text: string): number | undefined {
  return /^\d+$/.test(text) ? Math.min(Number(text), Number.MAX_SAFE_INTEGER) : undefined;
}

/** A number written in digits with or without a fraction, as Image API 3.0 §4.1 and §4.3 allow it: no sign, no exponent. */
export function decimalNumber(text: string): number | undefined {
  return /^(?:\d+(?:\.\d*)?|\.\d+)$/.test(text) ? Math.min(Number(text), Number.MAX_SAFE_INTEGER) : undefined;
}
