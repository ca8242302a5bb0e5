import english from './en.json' with { type: 'json' };

export type MessageKey = keyof typeof english;

/** A sentence, or its forms by CLDR plural category of the number that fills the gap `{count}`. */
export type Message = string | ({ other: string } & Partial<Record<Intl.LDMLPluralRule, string>>);

export type Messages = Readonly<Record<MessageKey, Message>>;

/** Each language of the interface, by its BCP 47 tag. Only English is at hand: it is what there is without the others. */
const LANGUAGES = {
  en: (): Messages => english,
  ru: async (): Promise<Messages> => (await import('./ru.json', { with: { type: 'json' } })).default,
};

export type Language = keyof typeof LANGUAGES;

export const LANGUAGE_TAGS: readonly Language[] = ['en', 'ru'];

/** For tests: English made strange, longer, and read from the right. The tag is the one Windows has for it. */
const PSEUDO = 'qps-plocm';

type Spoken = {
  language: Language;
  messages: Messages;
  /** What is done to each sentence before its gaps are filled. */
  dressed: (sentence: string) => string;
  numbers: Intl.NumberFormat;
};

/** What the interface speaks. The page settles it once, before anything is drawn; another language is another page. */
let spoken = spokenIn('en', english);

/**
 * Settles the language; English where there is none of that name, or its messages do not come. Never rejects.
 *
 * @param tag BCP 47, of which the first part counts.
 * @returns the tag of what is spoken from then on.
 */
export async function speak(tag: string): Promise<string> {
  const [first = ''] = tag.toLowerCase().split('-');
  const language = isLanguage(first) ? first : 'en';
  try {
    spoken = spokenIn(language, await LANGUAGES[language]());
    if (tag !== PSEUDO) return language;
    const { pseudo } = await import('./pseudo.ts');
    spoken = { ...spoken, dressed: pseudo };
    return tag;
  } catch {
    spoken = spokenIn('en', english);
    return 'en';
  }
}

function spokenIn(language: Language, messages: Messages): Spoken {
  return {
    ...{ language, messages },
    dressed: (sentence) => sentence,
    numbers: new Intl.NumberFormat(language),
  };
}

export function spokenLanguage(): Language {
  return spoken.language;
}

/** A sentence of the interface with its `{gaps}` filled; numbers are written as the language writes them. */
export function say(key: MessageKey, gaps: Readonly<Record<string, string | number>> = {}): string {
  const message = spoken.messages[key];
  const sentence = typeof message === 'string' ? message : (message[formOf(gaps.count)] ?? message.other);
  return spoken.dressed(sentence).replace(/\{(\w+)\}/g, (gap, name: string) => {
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
