import { basename } from 'node:path';
import { altoSignsIn } from '../formats/alto-signs.ts';
import type { Page } from '../model/page.ts';
import type { ParsedSegment, ParsedText } from '../model/parsed-text.ts';
import type { Segment } from '../model/text.ts';

/**
 * The lines of a page that have a box there, as a sheet for ALTO: in the canvas's units, which are the sheet's frame.
 * Ids are our own, since those of a source may be the same twice; blocks are numbered as they come. A paragraph's box
 * is none of a line, and ALTO has no other place for words. Undefined if there is no line with a box.
 */
export function altoPage(segments: readonly Segment[], page: Page): ParsedText | undefined {
  const lines: ParsedSegment[] = [];
  let blocks = 0;
  let before: Segment | undefined;
  for (const segment of segments) {
    const place = segment.places.find((known) => known.page === page.id);
    if (segment.granularity !== 'line' || place?.box === undefined) continue;
    if (before === undefined || before.block !== segment.block) blocks += 1;
    before = segment;
    lines.push({
      sourceId: segment.id,
      granularity: 'line',
      value: segment.value,
      ...(segment.html === undefined || altoSignsIn(segment.html).length === 0 ? {} : { html: segment.html }),
      ...(segment.form === undefined ? {} : { form: segment.form }),
      block: `block-${blocks}`,
      box: place.box,
      ...(place.polygon === undefined ? {} : { polygon: place.polygon }),
      // Boxes of words are known on a segment's first page only.
      words: place === segment.places[0] ? segment.words : [],
      renders: [],
    });
  }
  if (lines.length === 0) return undefined;
  const { image, canvas } = page;
  return {
    sheets: [
      {
        mark: image === undefined ? { kind: 'none' } : { kind: 'image', name: basename(image.file) },
        frame: canvas,
        segments: lines,
      },
    ],
    problems: [],
  };
}
