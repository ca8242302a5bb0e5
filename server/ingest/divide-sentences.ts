import { sliceInline } from '../../viewer/iiif/slice-inline.ts';
import { splitSentences } from '../language/sentences.ts';
import type { PlacedSegment } from './place-text.ts';

/**
 * Makes segments of the sentences of a translation's paragraphs, so that each can be linked and cited by itself. Lines and
 * verses stay as they are, and so does a text in which a person has said what renders what.
 *
 * @param language BCP 47.
 */
export function divideSentences(segments: readonly PlacedSegment[], language: string): PlacedSegment[] {
  if (segments.some(({ renders }) => renders.length > 0)) return [...segments];
  return segments.flatMap((segment, index) => {
    if (segment.granularity !== 'paragraph' || segment.form === 'verse') return [segment];
    const spans = splitSentences(segment.value, language);
    if (spans.length < 2) return [segment];
    const { sourceId, html, ...rest } = segment;
    const markup = html === undefined ? [] : sliceInline(html, spans);
    return spans.map(({ start, end }, number): PlacedSegment => {
      const own = markup[number];
      return {
        ...rest,
        granularity: 'sentence',
        value: segment.value.slice(start, end),
        ...(own === undefined ? {} : { html: own }),
        // An id is of one segment: the first is where a link to the paragraph led.
        ...(number > 0 || sourceId === undefined ? {} : { sourceId }),
        block: segment.block ?? `p${index + 1}`,
      };
    });
  });
}
