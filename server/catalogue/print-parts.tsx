import type { ReactElement } from 'react';
import { CitationWords } from './citation/citation-text.tsx';
import { chicagoBibliography } from './citation/chicago-bibliography.ts';
import { citedFrom, type CitedSource } from './citation/cited.ts';
import { messages } from './messages.ts';

/** How what is printed is cited, under its title: on the screen there is a section of its own, in every style. */
export function PrintedCitation({ source }: { source: CitedSource }): ReactElement {
  return (
    <p className="print-only print-citation">
      <CitationWords runs={chicagoBibliography(citedFrom(source, messages.language))} />
    </p>
  );
}

/** Where what is printed stands for good, at the foot of every sheet. */
export function PrintedFoot({ address }: { address: string }): ReactElement {
  return (
    <p className="print-only print-foot">
      <span>
        {messages.permalink}: {address}
      </span>
    </p>
  );
}
