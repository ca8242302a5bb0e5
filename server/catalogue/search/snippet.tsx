import { Fragment, type ReactElement } from 'react';
import type { SnippetPart } from '../../search/search.ts';

/** Words around a hit, the hit marked; how sure it is can be told from the line under it. */
export function Snippet({ parts }: { parts: readonly SnippetPart[] }): ReactElement {
  return (
    <>
      {parts.map(({ text, hit }, index) =>
        hit === undefined ? (
          <Fragment key={index}>{text}</Fragment>
        ) : (
          <mark key={index} className={`hit hit-${hit}`}>
            {text}
          </mark>
        ),
      )}
    </>
  );
}

export function plainSnippet(parts: readonly SnippetPart[]): string {
  return parts.map(({ text }) => text).join('');
}

/** The words that were hit, one after the other. */
export function hitWords(parts: readonly SnippetPart[]): string {
  return parts
    .filter(({ hit }) => hit !== undefined)
    .map(({ text }) => text)
    .join(' … ');
}
