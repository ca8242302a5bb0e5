import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { directionOf } from '../../../viewer/iiif/direction.ts';

/** Words of a citation that are set alike. */
export type Run = {
  text: string;
  italic?: boolean;
  /** BCP 47, where it is another language than the citation's own. */
  language?: string | undefined;
};

export type CitationText = readonly Run[];

/** What a citation is put together from; undefined is left out. */
export type Part = string | CitationText | undefined;

/** All that there is, with a separator between: `joined(['a', undefined, 'b'], ', ')` is `a, b`. */
export function joined(parts: readonly Part[], separator: string): CitationText {
  const runs: Run[] = [];
  for (const part of parts) {
    const added = typeof part === 'string' ? [{ text: part }] : (part ?? []);
    if (plainCitation(added) === '') continue;
    if (runs.length > 0) runs.push({ text: separator });
    runs.push(...added);
  }
  return runs;
}

/** With a full stop, unless it ends as a sentence does already, be it within quotation marks. */
export function ended(part: Part): CitationText | undefined {
  const text = joined([part], '');
  const words = plainCitation(text);
  if (words === '') return undefined;
  return /[.?!…][”’»]?$/u.test(words) ? text : [...text, { text: '.' }];
}

/** Sentences one after the other, each with its full stop. */
export function sentences(parts: readonly Part[]): CitationText {
  return joined(parts.map(ended), ' ');
}

/** Begins with upper case, as a sentence does. */
export function begun(part: Part): CitationText {
  const [first, ...rest] = joined([part], '');
  if (first === undefined) return [];
  const [letter = ''] = first.text;
  return [{ ...first, text: letter.toUpperCase() + first.text.slice(letter.length) }, ...rest];
}

export function plainCitation(runs: CitationText): string {
  return runs.map(({ text }) => text).join('');
}

/** As HTML that may be put anywhere: all words are escaped, the only elements are `i` and `span`. */
export function htmlCitation(runs: CitationText): string {
  return renderToStaticMarkup(<CitationWords runs={runs} />);
}

export function CitationWords({ runs }: { runs: CitationText }): ReactElement {
  return (
    <>
      {runs.map(({ text, italic = false, language }, index) => {
        const marks = language === undefined ? {} : { lang: language, dir: directionOf(language) };
        if (italic)
          return (
            <i key={index} {...marks}>
              {text}
            </i>
          );
        if (language === undefined) return text;
        return (
          <span key={index} {...marks}>
            {text}
          </span>
        );
      })}
    </>
  );
}
