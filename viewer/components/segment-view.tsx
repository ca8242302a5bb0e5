import { useContext, useMemo, type ReactElement } from 'react';
import { marksIn } from '../iiif/hit-marks.ts';
import { languageTag } from '../iiif/language-map.ts';
import { wordsOf } from '../iiif/sentence-rows.ts';
import type { Segment, Text } from '../iiif/text.ts';
import { InlineHtml } from './inline-html.tsx';
import { HitsContext, markedWords } from './marked-words.tsx';

/** The words of one annotation, in their own language and direction. */
export function SegmentView({
  segment,
  text,
  lit,
  unsure,
}: {
  segment: Segment;
  text: Text;
  lit: boolean;
  /** What it renders is less than sure. */
  unsure: boolean;
}): ReactElement {
  const { bySegment, current } = useContext(HitsContext);
  const hits = bySegment.get(segment.id);
  const marking = useMemo(
    () =>
      hits === undefined ? undefined : { marksOf: (words: string) => marksIn(segment, words, hits), current },
    [segment, hits, current],
  );
  const language = segment.lang === '' ? text.language : segment.lang;
  return (
    <div
      className={`desk-segment desk-segment-${kindOf(segment)}${lit ? ' desk-segment-lit' : ''}${unsure ? ' desk-segment-unsure' : ''}`}
      lang={languageTag(language)}
      dir={segment.lang === '' ? text.dir : segment.dir}
      data-segment={segment.id}
      data-start={startOf(segment)}
    >
      {segment.html !== undefined ? (
        <InlineHtml html={segment.html} marking={marking} />
      ) : marking === undefined ? (
        segment.value
      ) : (
        markedWords(segment.value, marking.marksOf(segment.value), marking)
      )}
    </div>
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
