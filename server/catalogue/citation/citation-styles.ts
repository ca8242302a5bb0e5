import { apa } from './apa.ts';
import { chicagoBibliography } from './chicago-bibliography.ts';
import { chicagoNote } from './chicago-note.ts';
import { chicagoShortNote } from './chicago-short-note.ts';
import type { CitationText } from './citation-text.tsx';
import { citedFrom, type Cited, type CitedSource } from './cited.ts';
import { gost } from './gost.ts';
import { mla } from './mla.ts';
import { wilsonCenter } from './wilson-center.ts';

/** In addresses and answers, for good. */
export type CitationStyleId =
  'chicago-note' | 'chicago-short-note' | 'chicago-bibliography' | 'mla' | 'apa' | 'gost' | 'wilson-center';

export type CitationStyle = {
  id: CitationStyleId;
  /** As its users call it, in the style's own language. */
  name: string;
  /** What it writes in: names and titles are taken in it where the record has them. */
  language: 'en' | 'ru';
  write: (cited: Cited) => CitationText;
};

/** In the order in which they are shown. */
export const CITATION_STYLES: readonly CitationStyle[] = [
  { id: 'chicago-note', name: 'Chicago, note', language: 'en', write: chicagoNote },
  { id: 'chicago-short-note', name: 'Chicago, short note', language: 'en', write: chicagoShortNote },
  { id: 'chicago-bibliography', name: 'Chicago, bibliography', language: 'en', write: chicagoBibliography },
  { id: 'mla', name: 'MLA', language: 'en', write: mla },
  { id: 'apa', name: 'APA', language: 'en', write: apa },
  { id: 'gost', name: 'ГОСТ Р 7.0.5-2008', language: 'ru', write: gost },
  { id: 'wilson-center', name: 'Wilson Center', language: 'en', write: wilsonCenter },
];

export type Citation = { style: CitationStyle; text: CitationText };

export function citationsOf(source: CitedSource): Citation[] {
  return CITATION_STYLES.map((style) => ({ style, text: style.write(citedFrom(source, style.language)) }));
}
