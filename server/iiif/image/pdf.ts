import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import type { Box, Size } from '../../model/box.ts';
import { rotatedExtent, type Rotation } from './rotation.ts';

/** Of PDF's units: ISO 32000-1 §8.3.2.3. */
const UNITS_PER_INCH = 72;

/** The sides that a page can have in every reader: ISO 32000-1 Annex C. */
const SHORTEST_SIDE = 3;
const LONGEST_SIDE = 14_400;

/**
 * Pixels per inch of a scan that does not say: what the guidelines of archives ask for at the least, and the
 * most usual.
 */
const USUAL_RESOLUTION = 300;

/** Up to here it is what programs write that do not know: screens have 72 or 96, and no scanner so few. */
const LARGEST_UNKNOWN = 96;

/**
 * The size on paper of a region, turned: PDF's units, 72 to the inch. However large its picture is asked for,
 * the letter that was scanned has the same size.
 *
 * @param region in pixels of the full image.
 * @param resolution pixels per inch of the full image; undefined if nobody knows.
 */
export function paperSize(region: Box, rotation: Rotation, resolution: number | undefined): Size {
  const known = resolution !== undefined && resolution > LARGEST_UNKNOWN;
  const scale = UNITS_PER_INCH / (known ? resolution : USUAL_RESOLUTION);
  const { width, height } = rotatedExtent(region, rotation);
  const fitting = Math.min(scale, LONGEST_SIDE / width, LONGEST_SIDE / height);
  return { width: width * fitting, height: height * fitting };
}

/**
 * One page with one picture that fills it; a strip too thin for a page has blank paper below or beside it.
 * The same picture gives the same bytes.
 *
 * @param picture JPEG, or PNG without transparency: both go in as they are.
 * @param size in PDF's units.
 */
export async function pdfPage(picture: Buffer, { width, height }: Size): Promise<Buffer> {
  // Only who asks for a PDF waits for the library, once: it is a tenth of a second and 25 MB of memory.
  const { default: PDFDocument } = await import('pdfkit');
  const document = new PDFDocument({
    autoFirstPage: false,
    // None: the one it begins with is read from the disk.
    font: '',
    info: {
      Producer: 'Diptych',
      Creator: 'Diptych',
      CreationDate: new Date(0),
      Keywords: createHash('sha256').update(picture).digest('hex'),
    },
  });
  // The file's identifier was made of these two, and so of the picture alone. Neither is to be read in the file:
  // the library writes what it can enumerate, but cannot do without a date.
  Object.defineProperty(document.info, 'CreationDate', { enumerable: false });
  delete document.info.Keywords;
  document.addPage({ size: [Math.max(SHORTEST_SIDE, width), Math.max(SHORTEST_SIDE, height)], margin: 0 });
  document.image(picture, 0, 0, { width, height });
  document.end();
  return buffer(document);
}
