import type { ReactElement } from 'react';
import { inReadingOrder } from '../text-choice.ts';
import { textName } from '../text-heading.tsx';
import { languageAttributes } from '../words.tsx';
import { CitationWords } from './citation-text.tsx';
import { citationsOf } from './citation-styles.ts';
import type { CitedSource } from './cited.ts';
import { usualCitation } from './usual-citation.ts';
import { useMessages } from '../interface.tsx';

/**
 * The document to be cited, each citation marked whole by one click: in the usual style, and in every one, closed until
 * somebody wants them; all without a script.
 */
export function CiteSection({ source }: { source: CitedSource }): ReactElement {
  const messages = useMessages();
  const { document, text, urls } = source;
  const usual = usualCitation(source, messages.language);
  const others = inReadingOrder(document.texts).filter(
    (other) => other.role === 'translation' && other.id !== text?.id,
  );
  return (
    <section className="cite" aria-labelledby="cite">
      <h2 id="cite">{messages.cite}</h2>
      {usual === undefined ? null : (
        <div className="cite-usual">
          <p className="cite-style">{messages.citeStyle[usual.style.id]}</p>
          <p className="citation" {...languageAttributes(usual.style.language, messages.language)}>
            <CitationWords runs={usual.text} />
          </p>
        </div>
      )}
      <details open={text !== undefined}>
        <summary>{text === undefined ? messages.citeStyles : messages.citeText}</summary>
        <ul className="citations">
          {citationsOf(source).map(({ style, text: words }) => {
            const marks = languageAttributes(style.language, messages.language);
            const name = messages.citeStyle[style.id];
            // The name may be in the style's language, which is then that of all, or in the page's.
            const isAllInIt = name === style.name;
            return (
              <li key={style.id} {...(isAllInIt ? marks : {})}>
                <h3 id={`cite-${style.id}`}>{name}</h3>
                <p className="citation" {...(isAllInIt ? {} : marks)}>
                  <CitationWords runs={words} />
                </p>
              </li>
            );
          })}
        </ul>
        {others.length === 0 ? null : (
          <p className="cite-others">
            {text === undefined ? messages.citeChosen : messages.citeOther}{' '}
            {others.map((other) => (
              <a key={other.id} href={`${urls.documentText(document.id, other.id)}#cite`}>
                {textName(other, messages)}
              </a>
            ))}
          </p>
        )}
      </details>
    </section>
  );
}
