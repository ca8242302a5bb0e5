import type { DocumentRecord } from '../../model/document.ts';
import { citedWords } from './cited-words.ts';

/** What reference managers keep beside a citation. */
export type CitedDetails = { summary?: string; keywords: readonly string[] };

export function citedDetails({ summary, subjects }: DocumentRecord): CitedDetails {
  const words = citedWords(summary, 'en');
  return {
    ...(words === undefined ? {} : { summary: words.value }),
    keywords: subjects.flatMap((subject) => citedWords(subject, 'en')?.value ?? []),
  };
}
