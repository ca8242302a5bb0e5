import { useContext, useMemo, type ReactElement } from 'react';
import { beginnings } from '../iiif/blocks.ts';
import { marksIn } from '../iiif/hit-marks.ts';
import { languageTag } from '../iiif/language-map.ts';
import { signedForm } from '../iiif/legend.ts';
import type { Segment, Text } from '../iiif/text.ts';
import { InlineHtml } from './inline-html.tsx';
import { HitsContext, markedWords } from './marked-words.tsx';
import { FormLabel } from './sign-words.tsx';

/** The words of one annotation, in their own language and direction, as what they are: a stamp, a footnote. */
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
  const begins = segment.form !== undefined && beginsBlock(segment, text);
  const form = segment.form === undefined ? '' : ` form-${segment.form}${begins ? ' form-begins' : ''}`;
  const label = begins ? signedForm(segment.form) : undefined;
  return (
    <div
      className={`desk-segment desk-segment-${kindOf(segment)}${form}${lit ? ' desk-segment-lit' : ''}${unsure ? ' desk-segment-unsure' : ''}`}
      lang={languageTag(language)}
      dir={segment.lang === '' ? text.dir : segment.dir}
      data-segment={segment.id}
    >
      {label === undefined ? null : <FormLabel form={label} />}
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

/** Texts do not change: where their blocks begin is found once. */
const known = new WeakMap<readonly Segment[], ReadonlySet<string>>();

function beginsBlock({ id, part }: Segment, { segments }: Text): boolean {
  const begin = known.get(segments) ?? beginnings(segments);
  known.set(segments, begin);
  // Of a line that is cut into sentences, its first.
  return begin.has(id) && (part === undefined || part.start === 0);
}

function kindOf({ granularity }: Segment): 'line' | 'block' {
  return granularity === 'line' || granularity === 'word' ? 'line' : 'block';
}
