import { useContext, useMemo, type ReactElement } from 'react';
import { beginnings } from '../iiif/blocks.ts';
import { marksIn } from '../iiif/hit-marks.ts';
import { languageTag } from '../iiif/language-map.ts';
import { signedForm } from '../iiif/legend.ts';
import { wordsOf } from '../iiif/sentence-rows.ts';
import { sliceInline } from '../iiif/slice-inline.ts';
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
  const begins = segment.form !== undefined && beginsBlock(segment, text);
  // Of words that flow the paragraph around them is shown as what it is.
  const form =
    segment.form === undefined || flow !== undefined
      ? ''
      : ` form-${segment.form}${begins ? ' form-begins' : ''}`;
  const label = begins ? signedForm(segment.form) : undefined;
  return (
    <Element
      className={`desk-segment desk-segment-${flow === undefined ? kindOf(segment) : 'flowing'}${form}${lit ? ' desk-segment-lit' : ''}${unsure ? ' desk-segment-unsure' : ''}`}
      lang={languageTag(language)}
      dir={segment.lang === '' ? text.dir : segment.dir}
      data-segment={segment.id}
      data-start={startOf(segment)}
    >
      {label === undefined ? null : <FormLabel form={label} />}
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

/** Texts do not change: where their blocks begin is found once. */
const known = new WeakMap<readonly Segment[], ReadonlySet<string>>();

function beginsBlock({ id, part }: Segment, { segments }: Text): boolean {
  const begin = known.get(segments) ?? beginnings(segments);
  known.set(segments, begin);
  // Of a line that is cut into sentences, its first.
  return begin.has(id) && (part === undefined || part.start === 0);
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
