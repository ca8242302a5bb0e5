import type { ReactElement } from 'react';
import type { PublicUrls } from '../http/public-urls.ts';
import type { Linkage, Stretch, Stretches } from '../model/linkage.ts';
import { SURE, type LinkOrigin } from '../model/text.ts';
import type { StoredDocument, StoredText } from '../store/store.ts';
import { useMessages } from './interface.tsx';
import { rangeOf } from './reading.ts';
import { languageAttributes } from './words.tsx';

/** Longer lists are closed until somebody wants them. */
const SHORT = 5;

/** `41 of 46 lines are translated`, with a bar that says the same once more. */
export function CoverageWords({
  linkage: { originalCount, translatedCount, unit },
}: {
  linkage: Linkage;
}): ReactElement {
  const words = useMessages().document;
  return (
    <>
      <span className="coverage-words">{words.translated(translatedCount, originalCount, unit)}</span>
      <Bar parts={[{ kind: 'hand', share: translatedCount / Math.max(1, originalCount) }]} />
      <span className="technical-use">{words.countedByLinks}</span>
    </>
  );
}

type PartKind = LinkOrigin | 'unsure' | 'unlinked';

/** The surer, the fuller. */
const FILLS: Record<PartKind, string> = {
  hand: 'currentColor',
  confirmed: 'url(#bar-columns)',
  machine: 'url(#bar-lines)',
  unsure: 'url(#bar-dots)',
  unlinked: 'none',
};

/** How the links came about and how sure they are: a bar, and beside each of its patterns the number in words. */
export function LinkWords({ linkage }: { linkage: Linkage }): ReactElement {
  const words = useMessages().document;
  const { linked, unsureCount, translationCount } = linkage;
  const count = linked.hand + linked.confirmed + linked.machine;
  const all: { kind: PartKind; count: number; label: (count: number) => string }[] = [
    { kind: 'hand', count: linked.hand, label: words.linkedBy.hand },
    { kind: 'confirmed', count: linked.confirmed, label: words.linkedBy.confirmed },
    { kind: 'machine', count: linked.machine - unsureCount, label: words.linkedBy.machine },
    { kind: 'unsure', count: unsureCount, label: words.unsure },
    { kind: 'unlinked', count: translationCount - count, label: words.unlinked },
  ];
  const parts = all.filter((part) => part.count > 0);
  return (
    <>
      {words.linksOf(count, translationCount)}
      <Bar parts={parts.map((part) => ({ kind: part.kind, share: part.count / translationCount }))} />
      <ul className="link-key">
        {parts.map((part) => (
          <li key={part.kind}>
            <svg className="link-swatch" width="16" height="10" aria-hidden="true">
              <rect className="bar-ground" width="16" height="10" />
              <rect fill={FILLS[part.kind]} width="16" height="10" />
            </svg>
            {part.label(part.count)}
          </li>
        ))}
      </ul>
      {unsureCount === 0 ? null : (
        <span className="technical-use">{words.unsureExplained(Math.round(100 * SURE))}</span>
      )}
    </>
  );
}

/** It only repeats what the words say. It is a picture, for the pages' policy lets no style stand in markup. */
function Bar({ parts }: { parts: readonly { kind: PartKind; share: number }[] }): ReactElement {
  let from = 0;
  return (
    <svg className="share-bar" width="100%" height="10" aria-hidden="true">
      <rect className="bar-ground" width="100%" height="10" />
      {parts.map(({ kind, share }) => {
        const x = from;
        from += share;
        return <rect key={kind} fill={FILLS[kind]} x={percent(x)} width={percent(share)} height="10" />;
      })}
    </svg>
  );
}

function percent(share: number): string {
  return `${(100 * share).toFixed(2)}%`;
}

/** The patterns that the bars are filled with, once for a page: they can be told apart without any colour. */
export function BarPatterns(): ReactElement {
  return (
    <svg className="bar-patterns" width="0" height="0" aria-hidden="true" focusable="false">
      <defs>
        <pattern
          id="bar-lines"
          width="4"
          height="4"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect width="2" height="4" fill="currentColor" />
        </pattern>
        <pattern id="bar-dots" width="5" height="5" patternUnits="userSpaceOnUse">
          <circle cx="2.5" cy="2.5" r="1" fill="currentColor" />
        </pattern>
        <pattern id="bar-columns" width="4" height="10" patternUnits="userSpaceOnUse">
          <rect width="3" height="10" fill="currentColor" />
        </pattern>
      </defs>
    </svg>
  );
}

/** Places in a text, each leading to its row on the document's page with the translation beside it. */
export function StretchList({
  stretches,
  linkage,
  document,
  text,
  of,
  urls,
}: {
  stretches: Stretches;
  linkage: Linkage;
  document: StoredDocument;
  /** The translation. */
  text: StoredText;
  /** The text that the words are in. */
  of: StoredText;
  urls: PublicUrls;
}): ReactElement {
  const messages = useMessages();
  const words = messages.document;
  const folios = new Map(document.pages.map(({ id, folio }) => [id, folio]));
  const unit = of === text ? linkage.translationUnit : linkage.unit;
  const list = (
    <ol className="stretches">
      {stretches.first.map((stretch) => {
        const folio = folios.get(stretch.page ?? '');
        return (
          <li key={stretch.segment}>
            <span className="stretch-folio">
              {folio === undefined ? words.unplacedHere : messages.leafOf(folio)}
            </span>
            <a href={placeOf(stretch, document, text, urls)}>
              <span {...languageAttributes(of.language, messages.language)}>{stretch.words}</span>
            </a>
            {stretch.count === 1 ? null : (
              <span className="stretch-count">{words.stretch(stretch.count, unit)}</span>
            )}
          </li>
        );
      })}
    </ol>
  );
  const rest = stretches.count - stretches.first.length;
  const shown = (
    <>
      {list}
      {rest > 0 ? <p className="technical-use">{words.moreStretches(rest)}</p> : null}
    </>
  );
  if (stretches.count <= SHORT) return shown;
  return (
    <details className="more">
      <summary>{words.untranslatedPlaces(stretches.count)}</summary>
      {shown}
    </details>
  );
}

/** The row's address: the range of leaves that it is in, with this translation chosen. */
function placeOf(stretch: Stretch, document: StoredDocument, text: StoredText, urls: PublicUrls): string {
  const from = stretch.page === undefined ? undefined : rangeOf(document, stretch.page);
  const page = urls.documentText(document.id, text.id);
  const query = from === undefined ? '' : `&from=${encodeURIComponent(from)}`;
  return `${page}${query}#${encodeURIComponent(`${stretch.text}.${stretch.segment}`)}`;
}
