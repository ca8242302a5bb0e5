import { escapeXml } from '../formats/xml-text.ts';
import type { PublicUrls } from '../http/public-urls.ts';
import type { Page } from '../model/page.ts';
import type { Place, Segment } from '../model/text.ts';
import type { StoredDocument, StoredText } from '../store/store.ts';
import { teiHeader } from './tei-header.ts';

/** A text with its segments in reading order. */
export type WholeText = { text: StoredText; segments: readonly Segment[] };

/**
 * A document in TEI P5: its record, a surface for each page with a zone for each box, and its texts, whose page and
 * line beginnings point there. What stands on no page comes first, before any `pb`. Inline markup is left out.
 */
export function teiDocument(document: StoredDocument, texts: readonly WholeText[], urls: PublicUrls): string {
  const whole = texts.filter(({ segments }) => segments.length > 0);
  return `<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0">
${teiHeader(document, urls)}
${facsimile(document.pages, whole, urls)}<text>
${
  whole.length === 0
    ? '<body><p/></body>'
    : `<group>\n${whole.map((each) => writeText(each, document.pages, whole)).join('\n')}\n</group>`
}
</text>
</TEI>
`;
}

function facsimile(pages: readonly Page[], texts: readonly WholeText[], urls: PublicUrls): string {
  if (pages.length === 0) return '';
  const zones = new Map<string, string[]>(pages.map(({ id }) => [id, []]));
  for (const { text, segments } of texts) {
    for (const segment of segments) {
      segment.places.forEach((place, index) => {
        const zone = writeZone(zoneId(text, segment, index), place);
        if (zone !== undefined) zones.get(place.page)?.push(zone);
      });
    }
  }
  const surfaces = pages.map(({ id, folio, canvas, image }) => {
    const graphic =
      image === undefined
        ? ''
        : `\n<graphic url="${escapeXml(urls.imageAt(image.id, 'full/max/0/default.jpg'))}" width="${image.width}px" height="${image.height}px"/>`;
    const size = `ulx="0" uly="0" lrx="${canvas.width}" lry="${canvas.height}"`;
    const inside = (zones.get(id) ?? []).map((zone) => `\n${zone}`).join('');
    return `<surface xml:id="page-${id}" n="${escapeXml(folio)}" ${size}>${graphic}${inside}\n</surface>`;
  });
  return `<facsimile>\n${surfaces.join('\n')}\n</facsimile>\n`;
}

/** In the canvas's units. An outline says more than its box. */
function writeZone(id: string, { box, polygon = [] }: Place): string | undefined {
  if (box === undefined) return undefined;
  const corners = `ulx="${box.x}" uly="${box.y}" lrx="${box.x + box.width}" lry="${box.y + box.height}"`;
  const points = polygon.map(({ x, y }) => `${x},${y}`).join(' ');
  return `<zone xml:id="${id}" ${polygon.length < 3 ? corners : `points="${points}"`}/>`;
}

function writeText(
  { text, segments }: WholeText,
  pages: readonly Page[],
  texts: readonly WholeText[],
): string {
  const folios = new Map(pages.map(({ id, folio }) => [id, folio]));
  const source = texts.find((other) => other.text.id === text.translationOf);
  const rendered = new Set(source?.segments.map(({ id }) => id));
  const unplaced = segments.filter(({ places }) => places.length === 0);
  const placed = segments.filter(({ places }) => places.length > 0);
  let on: string | undefined;
  let before: Segment | undefined;
  let written = '';
  for (const segment of [...unplaced, ...placed]) {
    const page = segment.places[0]?.page;
    const folio = page === undefined || page === on ? undefined : folios.get(page);
    const turn =
      page === undefined || folio === undefined ? '' : `<pb n="${escapeXml(folio)}" facs="#page-${page}"/>\n`;
    const runsOn = before !== undefined && isOneParagraph(before, segment);
    const begin = runsOn ? '\n' : `${before === undefined ? '' : '</p>\n'}${opening(segment)}`;
    written += begin + turn + writeSegment(segment);
    on = page;
    before = segment;
  }
  const attributes = `n="${text.id}" type="${text.role}" xml:lang="${escapeXml(text.language)}"`;
  return `<text ${attributes}><body>\n${written}</p>\n</body></text>`;

  function writeSegment(segment: Segment): string {
    const facs = segment.places[0]?.box === undefined ? '' : ` facs="#${zoneId(text, segment, 0)}"`;
    const words = escapeXml(segment.value).replace(/\n/g, '<lb/>');
    const known = segment.renders.filter((id) => source !== undefined && rendered.has(id));
    const links = known.map((id) => `#${segmentId(source?.text ?? text, id)}`).join(' ');
    const about = `xml:id="${segmentId(text, segment.id)}"${facs}${links === '' ? '' : ` corresp="${links}"`}`;
    return segment.granularity === 'line' ? `<lb ${about}/>${words}` : `<seg ${about}>${words}</seg>`;
  }
}

/** The same block, over a page's end too where its source says so; lines have blocks of one page each. */
function isOneParagraph(before: Segment, after: Segment): boolean {
  if (before.granularity !== after.granularity || before.form !== after.form) return false;
  if (after.granularity !== 'line') return after.block !== undefined && before.block === after.block;
  return before.block === after.block && before.places[0]?.page === after.places[0]?.page;
}

function opening({ form }: Segment): string {
  return form === undefined ? '<p>' : `<p rend="${form}">`;
}

/** Texts' and segments' ids are letters, digits and hyphens, the last with no hyphen: no two make the same. */
function segmentId({ id }: StoredText, segment: string): string {
  return `seg-${id}-${segment}`;
}

function zoneId({ id }: StoredText, segment: Segment, index: number): string {
  return `zone-${id}-${segment.id}${index === 0 ? '' : `.${index + 1}`}`;
}
