import type { ReactElement } from 'react';
import { inLanguage } from '../model/language-map.ts';
import type { MarkedParagraph, MarkedWords } from '../model/institution.ts';
import { useLanguage } from './interface.tsx';
import { languageAttributes } from './words.tsx';

/** An institution's own words in the reader's language or the next best, paragraph by paragraph. */
export function MarkedParagraphs({
  words,
  className,
}: {
  words: MarkedWords;
  className?: string | undefined;
}): ReactElement {
  const { language, values } = paragraphsIn(words, useLanguage());
  return (
    <>
      {values.map((paragraph, index) => (
        <Paragraph key={index} {...{ paragraph, language, className }} />
      ))}
    </>
  );
}

function Paragraph({
  paragraph: { value, html, form },
  language,
  className,
}: {
  paragraph: MarkedParagraph;
  language: string;
  className: string | undefined;
}): ReactElement {
  const shown = useLanguage();
  const Element = form === 'heading' ? 'h2' : 'p';
  const attributes = {
    className:
      form === 'item' ? [className, 'marked-item'].filter((name) => name !== undefined).join(' ') : className,
    ...languageAttributes(language, shown),
  };
  return html === undefined ? (
    <Element {...attributes}>{value}</Element>
  ) : (
    // Safe: ingest keeps an allow-list of inline elements in `html`, and nothing else sets it.
    <Element {...attributes} dangerouslySetInnerHTML={{ __html: html }} />
  );
}

function paragraphsIn(
  words: MarkedWords,
  language: string,
): { language: string; values: readonly MarkedParagraph[] } {
  // Which language it is to be is told by the same rule as of any words of a record.
  const plain = Object.fromEntries(
    Object.entries(words).map(([tag, paragraphs]) => [tag, paragraphs.map(({ value }) => value)]),
  );
  const chosen = inLanguage(plain, language).language;
  return { language: chosen, values: words[chosen] ?? [] };
}
