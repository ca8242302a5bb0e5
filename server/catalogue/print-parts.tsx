import type { ReactElement } from 'react';
import { CitationWords } from './citation/citation-text.tsx';
import type { CitedSource } from './citation/cited.ts';
import { usualCitation } from './citation/usual-citation.ts';
import { useLanguage, useMessages } from './interface.tsx';
import { languageAttributes } from './words.tsx';

/** How what is printed is cited, under its title: on the screen there is a section of its own, in every style. */
export function PrintedCitation({ source }: { source: CitedSource }): ReactElement | null {
  const shown = useLanguage();
  const usual = usualCitation(source, shown);
  if (usual === undefined) return null;
  return (
    <p className="print-only print-citation" {...languageAttributes(usual.style.language, shown)}>
      <CitationWords runs={usual.text} />
    </p>
  );
}

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
