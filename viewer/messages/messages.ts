import english from './en.json' with { type: 'json' };
import { pseudo } from './pseudo.ts';
import russian from './ru.json' with { type: 'json' };

export type MessageKey = keyof typeof english;

/** A sentence, or its forms by CLDR plural category of the number that fills the gap `{count}`. */
export type Message = string | ({ other: string } & Partial<Record<Intl.LDMLPluralRule, string>>);

export type Messages = Readonly<Record<MessageKey, Message>>;

/** Each language of the interface, by its BCP 47 tag. */
export const LANGUAGES = { en: english, ru: russian } satisfies Record<string, Messages>;

export type Language = keyof typeof LANGUAGES;

/** For tests: English made strange, longer, and read from the right. The tag is the one Windows has for it. */
const PSEUDO = 'qps-plocm';

/** What the interface speaks. The page settles it once, before anything is drawn; another language is another page. */
const spoken: { language: Language; isPseudo: boolean; numbers: Intl.NumberFormat } = {
  language: 'en',
  isPseudo: false,
  numbers: new Intl.NumberFormat('en'),
};

/** Settles the language; English where there is none of that name. @param tag BCP 47, of which the first part counts. */
export function speak(tag: string): void {
  const [first = ''] = tag.toLowerCase().split('-');
  spoken.language = isLanguage(first) ? first : 'en';
  spoken.isPseudo = tag === PSEUDO;
  spoken.numbers = new Intl.NumberFormat(spoken.language);
}

export function spokenLanguage(): Language {
  return spoken.language;
}

/** A sentence of the interface with its `{gaps}` filled; numbers are written as the language writes them. */
export function say(key: MessageKey, gaps: Readonly<Record<string, string | number>> = {}): string {
  const message: Message = LANGUAGES[spoken.language][key];
  const sentence = typeof message === 'string' ? message : (message[formOf(gaps.count)] ?? message.other);
  const shown = spoken.isPseudo ? pseudo(sentence) : sentence;
  return shown.replace(/\{(\w+)\}/g, (gap, name: string) => {
    const value = gaps[name];
    return typeof value === 'number' ? spoken.numbers.format(value) : (value ?? gap);
  });
}

/** The name of a language by its BCP 47 tag, in the interface's language; the tag itself where nobody knows it. */
export function languageName(tag: string): string {
  try {
    return new Intl.DisplayNames([spoken.language], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** A day, as the language writes it. @param time in milliseconds since 1970. */
export function dateWords(time: number): string {
  return new Intl.DateTimeFormat(spoken.language, { dateStyle: 'long' }).format(time);
}

/** What a language of the interface calls itself. */
export function ownName(tag: Language): string {
  const name = new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
  return name.charAt(0).toLocaleUpperCase(tag) + name.slice(1);
}

function isLanguage(tag: string): tag is Language {
  return Object.hasOwn(LANGUAGES, tag);
}

/** Of no number, and of one that is open (`1,000+`), the form for what is not counted. */
function formOf(count: string | number | undefined): Intl.LDMLPluralRule {
  return typeof count === 'number' ? new Intl.PluralRules(spoken.language).select(count) : 'other';
}
