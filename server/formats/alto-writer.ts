import type { Box, Point } from '../model/box.ts';
import type { ParsedSegment, ParsedText, Sheet } from '../model/parsed-text.ts';
import { escapeXml } from './xml-text.ts';

/**
 * ALTO 4 in pixels. Reads back the same: each sheet's frame, the image's name where there is one sheet, and of each
 * line its value, id, block, box, outline, and words with their boxes and confidence.
 */
export function serializeAlto({ sheets }: ParsedText): string {
  const [only, ...rest] = sheets;
  const name = rest.length === 0 && only?.mark.kind === 'image' ? only.mark.name : undefined;
  const source =
    name === undefined
      ? ''
      : `<sourceImageInformation><fileName>${escapeXml(name)}</fileName></sourceImageInformation>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<alto xmlns="http://www.loc.gov/standards/alto/ns-v4#">
<Description><MeasurementUnit>pixel</MeasurementUnit>${source}</Description>
<Layout>
${sheets.map(writePage).join('\n')}
</Layout>
</alto>
`;
}

function writePage({ frame, segments }: Sheet, index: number): string {
  const size = frame === undefined ? '' : ` WIDTH="${frame.width}" HEIGHT="${frame.height}"`;
  const inside = inBlocks(segments).map(({ block, lines }) => {
    const written = lines.map(writeLine).join('\n');
    // Lines of no block stand in one without an ID.
    return `<TextBlock${block === undefined ? '' : ` ID="${escapeXml(block)}"`}>\n${written}\n</TextBlock>`;
  });
  return `<Page ID="page-${index + 1}" PHYSICAL_IMG_NR="${index + 1}"${size}><PrintSpace>\n${inside.join('\n')}\n</PrintSpace></Page>`;
}

function inBlocks(
  segments: readonly ParsedSegment[],
): { block: string | undefined; lines: ParsedSegment[] }[] {
  const blocks: { block: string | undefined; lines: ParsedSegment[] }[] = [];
  for (const segment of segments) {
    const last = blocks.at(-1);
    if (last !== undefined && last.block === segment.block) last.lines.push(segment);
    else blocks.push({ block: segment.block, lines: [segment] });
  }
  return blocks;
}

function writeLine(segment: ParsedSegment): string {
  const { sourceId, box, polygon } = segment;
  const id = sourceId === undefined ? '' : ` ID="${escapeXml(sourceId)}"`;
  const shape = polygon === undefined ? '' : `<Shape><Polygon POINTS="${points(polygon)}"/></Shape>`;
  return `<TextLine${id}${position(box)}>${shape}${writeWords(segment)}</TextLine>`;
}

/** What stands between words is a space, or a String without a box: such a one is no word when it is read. */
function writeWords({ value, words, box }: ParsedSegment): string {
  if (words.length === 0) {
    return `<String CONTENT="${escapeXml(value)}"${value.includes(' ') ? position(box) : ''}/>`;
  }
  let written = '';
  let end = 0;
  for (const word of words) {
    const confidence = word.confidence === undefined ? '' : ` WC="${word.confidence}"`;
    written += between(value.slice(end, word.start));
    written += `<String CONTENT="${escapeXml(value.slice(word.start, word.end))}"${confidence}${position(word.box)}/>`;
    end = word.end;
  }
  // A line that writes any SP writes all of them: so words that touch are read as touching.
  return `${written}${between(value.slice(end))}${written.includes('<SP/>') ? '' : '<SP/>'}`;
}

function between(text: string): string {
  return text
    .split(/( )/)
    .map((part) => (part === '' ? '' : part === ' ' ? '<SP/>' : `<String CONTENT="${escapeXml(part)}"/>`))
    .join('');
}

function position(box: Box | undefined): string {
  if (box === undefined) return '';
  return ` HPOS="${box.x}" VPOS="${box.y}" WIDTH="${box.width}" HEIGHT="${box.height}"`;
}

function points(polygon: readonly Point[]): string {
  return polygon.map(({ x, y }) => `${x},${y}`).join(' ');
}
