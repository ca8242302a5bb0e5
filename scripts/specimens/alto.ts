import type { Box, Point, Size } from '../../server/model/box.ts';
import type { TypedBlock, TypedLine, TypedWord } from './typing.ts';

export type AltoPage = {
  /** The page's id in document.yaml. */
  page: string;
  /** From 1, in the order of the leaves: lost ones count. */
  number: number;
  size: Size;
  blocks: readonly TypedBlock[];
};

/**
 * ALTO 4.2 in pixels, with whole numbers that cover the ink.
 *
 * @param image file name of the one scan that all pages of the file are on; left out when each has its own.
 */
export function toAlto(pages: readonly AltoPage[], language: string, image?: string): string {
  const source =
    image === undefined
      ? ''
      : `\n    <sourceImageInformation>\n      <fileName>${escape(image)}</fileName>\n    </sourceImageInformation>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<!-- Written by "npm run specimens" with the page itself: every box is the box of the ink. -->
<alto xmlns="http://www.loc.gov/standards/alto/ns-v4#" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.loc.gov/standards/alto/ns-v4# http://www.loc.gov/standards/alto/v4/alto-4-2.xsd">
  <Description>
    <MeasurementUnit>pixel</MeasurementUnit>${source}
  </Description>
  <Layout>
${pages.map((page) => pageToAlto(page, language)).join('\n')}
  </Layout>
</alto>
`;
}

function pageToAlto({ page, number, size, blocks }: AltoPage, language: string): string {
  const inside = blocks.map((block) => blockToAlto(block, language)).join('\n');
  return `    <Page ID="p${page}" PHYSICAL_IMG_NR="${number}" PRINTED_IMG_NR="${page}" WIDTH="${size.width}" HEIGHT="${size.height}">
      <PrintSpace HPOS="0" VPOS="0" WIDTH="${size.width}" HEIGHT="${size.height}">
${inside}
      </PrintSpace>
    </Page>`;
}

function blockToAlto({ id, box, lines }: TypedBlock, language: string): string {
  return `        <TextBlock ID="${id}" LANG="${language}" ${position(box)}>
${lines.map(lineToAlto).join('\n')}
        </TextBlock>`;
}

function lineToAlto({ id, box, polygon, baseline, words }: TypedLine): string {
  const inside = words.map((word, index) => {
    const before = words[index - 1];
    const apart = before !== undefined && word.joined !== true;
    return `${apart ? space(before.box, word.box) : ''}            ${wordToAlto(word)}`;
  });
  return `          <TextLine ID="${id}" ${position(box)} BASELINE="${points(baseline)}">
            <Shape><Polygon POINTS="${points(polygon)}"/></Shape>
${inside.join('\n')}
          </TextLine>`;
}

function wordToAlto({ id, content, box, broken, hyphen }: TypedWord): string {
  const half =
    broken === undefined ? '' : ` SUBS_TYPE="HypPart${broken.part}" SUBS_CONTENT="${escape(broken.whole)}"`;
  const string = `<String ID="${id}" CONTENT="${escape(content)}"${half} ${position(box)}/>`;
  return hyphen === undefined ? string : `${string}\n            <HYP CONTENT="-" ${position(hyphen)}/>`;
}

function space(before: Box, after: Box): string {
  const { x, y, width } = whole(before);
  const gap = Math.max(1, whole(after).x - x - width);
  return `            <SP HPOS="${x + width}" VPOS="${y}" WIDTH="${gap}"/>\n`;
}

function position(box: Box): string {
  const { x, y, width, height } = whole(box);
  return `HPOS="${x}" VPOS="${y}" WIDTH="${width}" HEIGHT="${height}"`;
}

function whole({ x, y, width, height }: Box): Box {
  const left = Math.floor(x);
  const top = Math.floor(y);
  return { x: left, y: top, width: Math.ceil(x + width) - left, height: Math.ceil(y + height) - top };
}

function points(list: readonly Point[]): string {
  return list.map(({ x, y }) => `${Math.round(x)},${Math.round(y)}`).join(' ');
}

function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
