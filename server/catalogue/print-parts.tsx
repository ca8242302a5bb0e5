import type { ReactElement } from 'react';
import { CitationWords } from './citation/citation-text.tsx';
import { chicagoBibliography } from './citation/chicago-bibliography.ts';
import { citedFrom, type CitedSource } from './citation/cited.ts';
import { gost } from './citation/gost.ts';
import { useLanguage, useMessages } from './interface.tsx';
import { languageAttributes } from './words.tsx';

/** How what is printed is cited, under its title: on the screen there is a section of its own, in every style. */
export function PrintedCitation({ source }: { source: CitedSource }): ReactElement {
  const shown = useLanguage();
  const { language, write } = shown === 'ru' ? RUSSIAN : ENGLISH;
  return (
    <p className="print-only print-citation" {...languageAttributes(language, shown)}>
      <CitationWords runs={write(citedFrom(source, language))} />
    </p>
  );
}

// Styles write in one language each.
const ENGLISH = { language: 'en', write: chicagoBibliography };
const RUSSIAN = { language: 'ru', write: gost };

/** Where what is printed stands for good, at the foot of every sheet. */
export function PrintedFoot({ address }: { address: string }): ReactElement {
  const messages = useMessages();
  return (
    <p className="print-only print-foot">
      <span>
        {messages.permalink}: {address}
      </span>
    </p>
  );
}
