import type { ReactElement } from 'react';
import { inLanguage, type LanguageMap } from '../model/language-map.ts';
import { useMessages } from './interface.tsx';
import { languageAttributes, languageName } from './words.tsx';

/** The summary as the record has it in other languages, each closed until somebody reads it. */
export function OtherSummaries({ summary }: { summary: LanguageMap }): ReactElement {
  const messages = useMessages();
  const shown = inLanguage(summary, messages.language).language;
  return (
    <>
      {Object.entries(summary)
        .filter(([language, values]) => language !== shown && values.length > 0)
        .map(([language, values]) => (
          <details key={language} className="more">
            <summary>
              {language === 'none'
                ? messages.document.otherSummary
                : messages.document.summaryIn(languageName(language, messages.language))}
            </summary>
            {values.map((value, index) => (
              <p key={index} className="lead" {...languageAttributes(language, messages.language)}>
                {value}
              </p>
            ))}
          </details>
        ))}
    </>
  );
}
