import type { LanguageMap } from './language-map.ts';

/**
 * A paragraph of an institution's own words. `html`: the same with its inline markup, of which ingest keeps an
 * allow-list; only where it says more than the value.
 */
export type MarkedParagraph = { value: string; html?: string; form?: 'heading' | 'item' };

/** Paragraphs by BCP 47 language tag; `none` where the language is not known. */
export type MarkedWords = Readonly<Record<string, readonly MarkedParagraph[]>>;

export type LogoType = 'image/svg+xml' | 'image/png' | 'image/webp' | 'image/jpeg';

/** A logo without its bytes. Width and height in CSS pixels: those of the picture, or of an SVG's view box. */
export type Logo = { type: LogoType; width: number; height: number; hash: string };

/** The accent on the light ground and on the dark one, each `#rrggbb` in lower case. */
export type Accent = { light: string; dark: string };

/** A page of the catalogue's own, or an address elsewhere. */
export type Imprint = { kind: 'page'; words: MarkedWords } | { kind: 'address'; url: string };

/** Who publishes the archive, and what of the catalogue is in its name. What `institution.yaml` says. */
export type Institution = {
  name: LanguageMap;
  logo?: Logo;
  /** Its own site. */
  link?: string;
  accent?: Accent;
  footer?: MarkedWords;
  imprint?: Imprint;
  /** Above the collections on the home page. */
  home?: MarkedWords;
};
