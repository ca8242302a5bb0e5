import { Fragment, type ReactElement } from 'react';
import type { CitedRun } from '../iiif/citations.ts';
import { languageTag } from '../iiif/language-map.ts';

/** A citation, with the italics of its style. */
export function CitationWords({ runs }: { runs: readonly CitedRun[] }): ReactElement {
  return (
    <>
      {runs.map(({ text, isItalic, language, dir }, index) => {
        const marks = language === '' ? {} : { lang: languageTag(language), dir };
        if (isItalic)
          return (
            <i key={index} {...marks}>
              {text}
            </i>
          );
        return language === '' ? (
          <Fragment key={index}>{text}</Fragment>
        ) : (
          <span key={index} {...marks}>
            {text}
          </span>
        );
      })}
    </>
  );
}
