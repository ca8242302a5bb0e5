import type { ReactElement } from 'react';
import { inReadingOrder } from '../text-choice.ts';
import { messages } from '../messages.ts';
import { textName } from '../text-heading.tsx';
import { CitationWords } from './citation-text.tsx';
import { citationsOf } from './citation-styles.ts';
import type { CitedSource } from './cited.ts';

/** The document in every style, to be copied: closed until somebody wants it, and open without a script. */
export function CiteSection({ source }: { source: CitedSource }): ReactElement {
  const { document, text, urls } = source;
  const others = inReadingOrder(document.texts).filter(
    (other) => other.role === 'translation' && other.id !== text?.id,
  );
  return (
    <section className="cite" aria-labelledby="cite">
      <h2 id="cite">{messages.cite}</h2>
      <details open={text !== undefined}>
        <summary>{text === undefined ? messages.citeStyles : messages.citeText}</summary>
        <ul className="citations">
          {citationsOf(source).map(({ style, text: words }) => {
            const lang = style.language === messages.language ? {} : { lang: style.language };
            return (
              <li key={style.id} {...lang}>
                <h3 id={`cite-${style.id}`}>{style.name}</h3>
                <p className="citation">
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
                {textName(other)}
              </a>
            ))}
          </p>
        )}
      </details>
    </section>
  );
}
