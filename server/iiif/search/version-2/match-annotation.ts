import type { Hit } from '../../../search/search.ts';

type TextQuoteSelector = { type: 'TextQuoteSelector'; prefix?: string; exact: string; suffix?: string };

type MatchTarget = { type: 'SpecificResource'; source: string; selector: [TextQuoteSelector] };

export type MatchAnnotation = {
  id: string;
  type: 'Annotation';
  motivation: ('contextualizing' | 'highlighting')[];
  target: MatchTarget | MatchTarget[];
};

/**
 * One for each hit, since clients list each: the words around it (Content Search 2.0 §4.3.1), and where these stand in
 * the same segment, what is to be marked in its words (§4.3.2). A hit over two segments has both as targets (§4.3.4).
 *
 * @param sources annotations of the hit's parts, in their order.
 */
export function matchAnnotation(hit: Hit, sources: readonly { id: string }[], id: string): MatchAnnotation {
  const { parts, before, after } = hit;
  const targets = parts.map(({ value, start, end }, index) =>
    target(sources[index]?.id ?? '', {
      ...(index === 0 && before !== '' ? { prefix: before } : {}),
      exact: value.slice(start, end),
      ...(index === parts.length - 1 && after !== '' ? { suffix: after } : {}),
    }),
  );
  const [only, ...others] = targets;
  if (only === undefined || others.length > 0)
    return { id, type: 'Annotation', motivation: ['highlighting'], target: targets };
  return {
    id,
    type: 'Annotation',
    motivation: isWithinSegment(hit) ? ['contextualizing', 'highlighting'] : ['contextualizing'],
    target: only,
  };
}

function target(source: string, quote: Omit<TextQuoteSelector, 'type'>): MatchTarget {
  return { type: 'SpecificResource', source, selector: [{ type: 'TextQuoteSelector', ...quote }] };
}

/** Whether the words around the hit are of its own segment. */
function isWithinSegment({ parts, before, after }: Hit): boolean {
  return parts.every(
    ({ value, start, end }) => value.slice(0, start).endsWith(before) && value.slice(end).startsWith(after),
  );
}
