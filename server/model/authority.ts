import type { AuthorityLink } from './authority-link.ts';
import { inLanguage, type LanguageMap } from './language-map.ts';

export type AuthorityKind = 'person' | 'place';

/** A person or a place as an authority file of the archive describes it. Lists are empty, not absent. */
export type Authority = {
  id: string;
  kind: AuthorityKind;
  /** The preferred name, in each language one or several. */
  name: LanguageMap;
  /** Other forms of the name, in the order in which they were written down. */
  forms: readonly NameForm[];
  dates: AuthorityDates;
  description?: LanguageMap;
  links: readonly AuthorityLink[];
  coordinates?: Coordinates;
};

export type NameForm = {
  form: string;
  /** BCP 47: of the language, and where it matters of the script, `ko-Latn`; `none` where it is not known. */
  language: string;
  /** How it was made from the name in its own script. */
  scheme?: RomanisationScheme;
  note?: string;
};

/** In Extended Date/Time Format; `active` is mostly an interval. */
export type AuthorityDates = { birth?: string; death?: string; active?: string };

/** In degrees, WGS 84. */
export type Coordinates = { latitude: number; longitude: number };

export const ROMANISATION_SCHEMES = [
  'mr',
  'rr',
  'yale',
  'kontsevich',
  'kholodovich',
  'pinyin',
  'wade-giles',
  'palladius',
  'hepburn',
  'polivanov',
  'iso9',
  'ala-lc',
  'bgn-pcgn',
  'scientific',
] as const;

/** From one script to another: to Latin letters, or to Cyrillic ones. */
export type RomanisationScheme = (typeof ROMANISATION_SCHEMES)[number];

/** Every form of the name, the preferred ones first, each once in a language and a scheme. */
export function allForms({ name, forms }: Pick<Authority, 'name' | 'forms'>): NameForm[] {
  const preferred = Object.entries(name).flatMap(([language, values]) =>
    values.map((form): NameForm => ({ form, language })),
  );
  const key = ({ form, language, scheme }: NameForm) => JSON.stringify([language, form, scheme]);
  const found = new Map([...preferred, ...forms].map((one) => [key(one), one]));
  // Who writes a preferred form again under a scheme tells how it was made.
  for (const { scheme, ...one } of forms) if (scheme !== undefined) found.delete(key(one));
  return [...found.values()];
}

/** The name under which it stands in an alphabet, in the language asked for or the next best. */
export function preferredName({ name }: Pick<Authority, 'name'>, language: string): string {
  return inLanguage(name, language).values[0] ?? '';
}
