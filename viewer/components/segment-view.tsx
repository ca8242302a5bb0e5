import type { ReactElement } from 'react';
import { languageTag } from '../iiif/language-map.ts';
import type { Segment, Text } from '../iiif/text.ts';
import { InlineHtml } from './inline-html.tsx';

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
  const language = segment.lang === '' ? text.language : segment.lang;
  return (
    <div
      className={`desk-segment desk-segment-${kindOf(segment)}${lit ? ' desk-segment-lit' : ''}${unsure ? ' desk-segment-unsure' : ''}`}
      lang={languageTag(language)}
      dir={segment.lang === '' ? text.dir : segment.dir}
      data-segment={segment.id}
    >
      {segment.html === undefined ? segment.value : <InlineHtml html={segment.html} />}
    </div>
  );
}

function kindOf({ granularity }: Segment): 'line' | 'block' {
  return granularity === 'line' || granularity === 'word' ? 'line' : 'block';
}
