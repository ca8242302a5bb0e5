import english from './en.json' with { type: 'json' };

export type MessageKey = keyof typeof english;

/** A sentence of the interface with its `{gaps}` filled. */
export function say(key: MessageKey, gaps: Readonly<Record<string, string | number>> = {}): string {
  return english[key].replace(/\{(\w+)\}/g, (gap, name: string) => String(gaps[name] ?? gap));
}

/** The name of a language by its BCP 47 tag, in the interface's language; the tag itself where nobody knows it. */
export function languageName(tag: string): string {
  try {
    return new Intl.DisplayNames(['en'], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
