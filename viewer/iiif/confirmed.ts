import type { Text } from './text.ts';

/** Whether a machine found what something of this text renders, and nobody has agreed yet. */
export function hasGuesses(text: Text | undefined): boolean {
  return text?.segments.some(({ isGuess }) => isGuess === true) === true;
}

/** The text without what a machine alone has found: what renders what, and where on the page that is. */
export function confirmedOnly(text: Text): Text {
  const segments = text.segments.map((segment) => {
    if (segment.isGuess !== true) return segment;
    const { box, outline, confidence, isGuess, ...rest } = segment;
    return { ...rest, renders: [] };
  });
  const links = text.links?.filter(({ isGuess }) => !isGuess);
  return { ...text, segments, ...(links === undefined ? {} : { links }) };
}
