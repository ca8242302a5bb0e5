import { useContext, useMemo, type ReactElement } from 'react';
import { marksIn } from '../iiif/hit-marks.ts';
import { languageTag } from '../iiif/language-map.ts';
import { wordsOf } from '../iiif/sentence-rows.ts';
import { sliceInline } from '../iiif/slice-inline.ts';
import type { Segment, Text } from '../iiif/text.ts';
import { InlineHtml } from './inline-html.tsx';
import { HitsContext, markedWords } from './marked-words.tsx';

/** The words of one annotation, in their own language and direction. */
export function SegmentView({
  segment,
  text,
  lit,
  unsure,
  flow,
}: {
  segment: Segment;
  text: Text;
  lit: boolean;
  /** What it renders is less than sure. */
  unsure: boolean;
  /** Within a paragraph that flows: whether its last character is left out, since it divides a word. */
  flow?: { isDivided: boolean };
}): ReactElement {
  const { bySegment, current } = useContext(HitsContext);
  const hits = bySegment.get(segment.id);
  const marking = useMemo(
    () =>
      hits === undefined ? undefined : { marksOf: (words: string) => marksIn(segment, words, hits), current },
    [segment, hits, current],
  );
  const { value, html } = flow?.isDivided === true ? undivided(segment) : segment;
  const Element = flow === undefined ? 'div' : 'span';
  const language = segment.lang === '' ? text.language : segment.lang;
  return (
    <Element
      className={`desk-segment desk-segment-${flow === undefined ? kindOf(segment) : 'flowing'}${lit ? ' desk-segment-lit' : ''}${unsure ? ' desk-segment-unsure' : ''}`}
      lang={languageTag(language)}
      dir={segment.lang === '' ? text.dir : segment.dir}
      data-segment={segment.id}
      data-start={startOf(segment)}
    >
      {html !== undefined ? (
        <InlineHtml html={html} marking={marking} />
      ) : marking === undefined ? (
        value
      ) : (
        markedWords(value, marking.marksOf(segment.value), marking)
      )}
    </Element>
  );
}

/** Where its words begin in those of the whole annotation; undefined where it is all of it. */
function startOf({ part, value, html }: Segment): number | undefined {
  if (part === undefined || html !== undefined) return part?.start;
  return Math.max(part.start, wordsOf(part.whole).indexOf(value, part.start));
}

function kindOf({ granularity }: Segment): 'line' | 'block' {
  return granularity === 'line' || granularity === 'word' ? 'line' : 'block';
}

/** Without the sign at its end that divides a word. */
function undivided(segment: Segment): Pick<Segment, 'value' | 'html'> {
  const words = wordsOf(segment);
  const end = words.trimEnd().length - 1;
  const html = segment.html === undefined ? undefined : sliceInline(segment.html, [{ start: 0, end }])[0];
  return html === undefined ? { value: words.slice(0, end) } : { value: segment.value, html };
}
