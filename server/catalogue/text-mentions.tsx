import type { ReactElement } from 'react';
import type { LanguageMap } from '../model/language-map.ts';
import { languageAttributes, Words } from './words.tsx';
import { useMessages } from './interface.tsx';

/** A line of a text in which a person or a place is spoken of. */
export type TextMention = {
  /** Of the line in the reading room. */
  address: string;
  /** Title of the document. */
  title: LanguageMap;
  /** Label of the leaf. */
  folio: string;
  words: string;
  /** Of the words. */
  language: string;
};

/** Where the texts themselves mention somebody or some place, whatever the records say. */
export function TextMentions({ mentions }: { mentions: readonly TextMention[] }): ReactElement | null {
  const messages = useMessages();
  if (mentions.length === 0) return null;
  return (
    <section aria-labelledby="in-texts">
      <h2 id="in-texts">{messages.inTexts}</h2>
      <ul className="related">
        {mentions.map(({ address, title, folio, words, language }) => (
          <li key={address}>
            <a href={address} {...languageAttributes(language, messages.language)}>
              {words}
            </a>
            <span className="related-facts">
              <Words map={title} />, {messages.leafOf(folio)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
