import { createHash } from 'node:crypto';
import { channels, withContrast } from '../model/contrast.ts';
import type { Accent } from '../model/institution.ts';

/** WCAG 2.2, 1.4.6: what readers ask for who ask for more contrast. */
const MORE = 7;

/**
 * The accent of an institution in place of ours, as a style sheet of its own: the pages' policy allows no style
 * within them. On paper and in a reader's own colours there is no accent. `:root:root` wins over
 * `look/tokens.css` wherever that stands.
 *
 * @param accent `#rrggbb`, nothing else: ingest has seen to it.
 */
export function institutionStyles(accent: Accent): string {
  return `@media screen and (forced-colors: none) {
  :root:root { ${colours(accent.light, 0.22)} }
  @media (prefers-color-scheme: dark) {
    :root:root { ${colours(accent.dark, 0.24)} }
  }
  @media (prefers-contrast: more) {
    :root:root { --accent: ${withContrast(accent.light, 'light', MORE)}; }
  }
  @media (prefers-contrast: more) and (prefers-color-scheme: dark) {
    :root:root { --accent: ${withContrast(accent.dark, 'dark', MORE)}; }
  }
}
`;
}

/** Names the style sheet that these colours make: another for others, and another when this file is changed. */
export function styleVersion(accent: Accent): string {
  return createHash('sha256').update(institutionStyles(accent)).digest('hex').slice(0, 12);
}

function colours(colour: string, lit: number): string {
  return `--accent: ${colour}; --lit: rgb(${channels(colour)} / ${lit});`;
}
