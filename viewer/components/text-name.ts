import type { Column } from '../iiif/canvas-texts.ts';
import type { Text } from '../iiif/text.ts';
import { languageName, say } from '../messages/messages.ts';

/** What a text is called among those of its page. */
export function nameOfText(text: Text, texts: readonly Text[]): string {
  const number = texts.indexOf(text) + 1;
  if (text.label !== '') {
    const alone = texts.filter(({ label }) => label === text.label).length === 1;
    return alone || text.language === '' ? text.label : `${text.label}, ${languageName(text.language)}`;
  }
  if (text.language === '') return say('textNumber', { number });
  return say('textNumberIn', { number, language: languageName(text.language) });
}

/** The same of a column, whose text this page may lack. */
export function nameOfColumn({ key, label, text }: Column, texts: readonly Text[]): string {
  const known = texts.find((one) => one.key === key) ?? text;
  return known === undefined ? label : nameOfText(known, texts);
}

/** The first words of a name, for where there is little room: `Translation` of `Translation, English, by A. Lee`. */
export function leadOf(name: string): { lead: string; rest: string } {
  const [lead = '', ...rest] = name.split(/(?=, )/);
  return { lead, rest: rest.join('') };
}
