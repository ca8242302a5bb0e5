import type { Box, Point } from '../model/box.ts';
import type { ParsedSegment, ParsedText, Sheet } from '../model/parsed-text.ts';
import { SEGMENT_FORMS } from '../model/text.ts';
import { sliceInline } from '../../viewer/iiif/slice-inline.ts';
import { ALTO_SIGNS, altoSignsIn, FORM_LABELS } from './alto-signs.ts';
import { escapeXml } from './xml-text.ts';

/**
 * ALTO 4 in pixels. Reads back the same: each sheet's frame, the image's name where there is one sheet, and of each
 * line its value, id, block, form, box, outline, words with their boxes and confidence, and which of them are struck,
 * added, uncertain or cannot be read. Other markup is left out.
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
<Description><MeasurementUnit>pixel</MeasurementUnit>${source}</Description>${tagsOf(sheets)}
<Layout>
${sheets.map(writePage).join('\n')}
</Layout>
</alto>
`;
}

/** Tags that the file uses, each by an ID of its own name. */
function tagsOf(sheets: readonly Sheet[]): string {
  const segments = sheets.flatMap((sheet) => sheet.segments);
  const forms = SEGMENT_FORMS.filter((form) => segments.some((segment) => segment.form === form));
  const used = new Set(segments.flatMap(({ html }) => altoSignsIn(html)));
  const signs = ALTO_SIGNS.filter((sign) => used.has(sign));
  const tags = [
    ...forms.map((form) => `<OtherTag ID="${FORM_TAG}${form}" LABEL="${FORM_LABELS[form]}"/>`),
    ...signs.map((sign) => `<OtherTag ID="${SIGN_TAG}${sign}" LABEL="${sign}"/>`),
  ];
  return tags.length === 0 ? '' : `\n<Tags>${tags.join('')}</Tags>`;
}

const FORM_TAG = 'form-';
const SIGN_TAG = 'sign-';

function writePage({ frame, segments }: Sheet, index: number): string {
  const size = frame === undefined ? '' : ` WIDTH="${frame.width}" HEIGHT="${frame.height}"`;
  const inside = inBlocks(segments).map(({ block, form, lines }) => {
    const tag = form === undefined ? '' : ` TAGREFS="${FORM_TAG}${form}"`;
    const written = lines.map(writeLine).join('\n');
    // Lines of no block stand in one without an ID.
    return `<TextBlock${block === undefined ? '' : ` ID="${escapeXml(block)}"`}${tag}>\n${written}\n</TextBlock>`;
  });
  return `<Page ID="page-${index + 1}" PHYSICAL_IMG_NR="${index + 1}"${size}><PrintSpace>\n${inside.join('\n')}\n</PrintSpace></Page>`;
}

function inBlocks(
  segments: readonly ParsedSegment[],
): (Pick<ParsedSegment, 'block' | 'form'> & { lines: ParsedSegment[] })[] {
  const blocks: (Pick<ParsedSegment, 'block' | 'form'> & { lines: ParsedSegment[] })[] = [];
  for (const segment of segments) {
    const last = blocks.at(-1);
    const { block, form } = segment;
    if (last !== undefined && last.block === block && last.form === form) last.lines.push(segment);
    else
      blocks.push({
        ...(block === undefined ? {} : { block }),
        ...(form === undefined ? {} : { form }),
        lines: [segment],
      });
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
function writeWords({ value, html, words, box }: ParsedSegment): string {
  const isSigned = altoSignsIn(html).length > 0;
  if (words.length === 0 && !isSigned) {
    return `<String CONTENT="${escapeXml(value)}"${value.includes(' ') ? position(box) : ''}/>`;
  }
  const signs = html !== undefined && isSigned ? signsAt(html) : () => '';
  let written = '';
  let end = 0;
  for (const word of words) {
    const confidence = word.confidence === undefined ? '' : ` WC="${word.confidence}"`;
    written += between(end, word.start);
    written += `<String CONTENT="${escapeXml(value.slice(word.start, word.end))}"${signs(word)}${confidence}${position(word.box)}/>`;
    end = word.end;
  }
  // A line that writes any SP writes all of them: so words that touch are read as touching.
  return `${written}${between(end, value.length)}${written.includes('<SP/>') ? '' : '<SP/>'}`;

  function between(from: number, to: number): string {
    return [...value.slice(from, to).matchAll(/ |[^ ]+/g)]
      .map(({ index, 0: part }) => {
        const start = from + index;
        if (part === ' ') return '<SP/>';
        return `<String CONTENT="${escapeXml(part)}"${signs({ start, end: start + part.length })}/>`;
      })
      .join('');
  }
}

/** What the markup says of a part of the value, as references to tags: of a part of a word, of the whole word. */
function signsAt(html: string): (span: { start: number; end: number }) => string {
  return (span) => {
    const named = altoSignsIn(sliceInline(html, [span])[0]);
    return named.length === 0 ? '' : ` TAGREFS="${named.map((sign) => SIGN_TAG + sign).join(' ')}"`;
  };
}

function position(box: Box | undefined): string {
  if (box === undefined) return '';
  return ` HPOS="${box.x}" VPOS="${box.y}" WIDTH="${box.width}" HEIGHT="${box.height}"`;
}

function points(polygon: readonly Point[]): string {
  return polygon.map(({ x, y }) => `${x},${y}`).join(' ');
}
