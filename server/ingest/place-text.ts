import {
  clipTo,
  fitInto,
  sameProportions,
  wholeUnits,
  type Box,
  type Point,
  type Size,
} from '../model/box.ts';
import type { Page } from '../model/page.ts';
import type { ParsedSegment } from '../model/parsed-text.ts';
import type { Problem, ProblemCode } from '../model/problem.ts';
import type { Place, Segment, Word } from '../model/text.ts';
import { findPages, type FiledSheet, type FoundPage } from './find-page.ts';

/** A segment that has its place and not yet its id; `renders` is as the source wrote it. */
export type PlacedSegment = Omit<Segment, 'id'>;

export type PlacedText = { segments: PlacedSegment[]; problems: Problem[] };

/**
 * Puts a text's sheets on its document's pages, and their coordinates into the canvases' units. Words whose
 * frame does not fit the page are kept without boxes.
 *
 * @param listed the text's own list of pages, one a sheet, if it has one.
 */
export function placeText(
  sheets: readonly FiledSheet[],
  pages: readonly Page[],
  listed: readonly string[] | undefined,
): PlacedText {
  const problems: Problem[] = [];
  const found = findPages(sheets, pages, listed);
  const segments = sheets.flatMap((sheet, index) => {
    const place = found[index] ?? { page: undefined };
    if (place.page === undefined) {
      reportNoPage(sheet, place);
      return sheet.segments.map((segment) => unplaced(segment));
    }
    const { page } = place;
    const map = mapping(sheet, page, (code, message) =>
      report('error', code, sheet, message, `page ${page.folio}`),
    );
    return sheet.segments.map((segment) => placed(segment, page, map, sheet));
  });
  return { segments, problems };

  function reportNoPage(sheet: FiledSheet, place: FoundPage): void {
    if (place.page !== undefined || sheet.segments.length === 0) return;
    const known = pages
      .map(({ folio }) => folio)
      .slice(0, 12)
      .join(', ');
    if (place.missed !== undefined) {
      report(
        'error',
        'text-page-unknown',
        sheet,
        `There is no page "${place.missed}" (there are ${known}). Its words are kept with the whole document.`,
      );
    } else if (sheet.frame !== undefined) {
      report(
        'error',
        'text-page-unknown',
        sheet,
        'Nothing tells which page this is: no pages list, image name, file name or order fits. Its words are kept with the whole document.',
      );
    }
  }

  function placed(
    segment: ParsedSegment,
    page: Page,
    map: BoxMap | undefined,
    sheet: FiledSheet,
  ): PlacedSegment {
    const box = segment.box === undefined ? undefined : map?.box(segment.box);
    if (box === undefined) {
      if (map !== undefined && segment.box !== undefined) {
        report(
          'error',
          'line-outside-page',
          sheet,
          `The line "${segment.value.slice(0, 40)}" lies outside the page; it is kept without a box.`,
          segment.sourceId,
        );
      }
      return { ...unplaced(segment), places: [{ page: page.id }] };
    }
    const polygon = segment.polygon === undefined ? undefined : map?.points(segment.polygon);
    const place: Place = { page: page.id, box, ...(polygon === undefined ? {} : { polygon }) };
    const words = segment.words.flatMap((word): Word[] => {
      const where = map?.box(word.box);
      return where === undefined ? [] : [{ ...word, box: where }];
    });
    return { ...unplaced(segment), places: [place], words };
  }

  function report(
    severity: Problem['severity'],
    code: ProblemCode,
    sheet: FiledSheet,
    message: string,
    at?: string,
  ): void {
    problems.push({ severity, code, file: sheet.file, message, ...(at === undefined ? {} : { at }) });
  }
}

function unplaced({ box, polygon, ...segment }: ParsedSegment): PlacedSegment {
  return { ...segment, places: [], words: [] };
}

type BoxMap = {
  /** Undefined if nothing of it lies on the page. */
  box: (box: Box) => Box | undefined;
  points: (points: readonly Point[]) => Point[];
};

/** From the sheet's frame to the canvas, by way of the picture that lies on it. Undefined: keep no boxes. */
function mapping(
  sheet: FiledSheet,
  page: Page,
  report: (code: ProblemCode, message: string) => void,
): BoxMap | undefined {
  const picture: Size = page.image ?? page.canvas;
  const frame = sheet.frame ?? picture;
  if (!sameProportions(frame, picture)) {
    // A leaf whose scan is not held has a canvas of no particular proportions: nothing is wrong.
    if (page.image === undefined) return undefined;
    const sizes = `${frame.width} x ${frame.height}, but the scan is ${picture.width} x ${picture.height}`;
    const turned = sameProportions({ width: frame.height, height: frame.width }, picture);
    report(
      turned ? 'text-frame-rotated' : 'text-frame-differs',
      turned
        ? `The coordinates are for a picture of ${sizes}: it seems to have been transcribed before it was turned upright. The words are kept without boxes.`
        : `The coordinates are for a picture of ${sizes}: another picture, or cut differently. The words are kept without boxes.`,
    );
    return undefined;
  }
  const lying = fitInto(picture, page.canvas);
  const scale = { x: lying.width / frame.width, y: lying.height / frame.height };
  const point = ({ x, y }: Point): Point => ({ x: lying.x + x * scale.x, y: lying.y + y * scale.y });
  return {
    box: (box) => {
      const clipped = clipTo(
        { ...point(box), width: box.width * scale.x, height: box.height * scale.y },
        page.canvas,
      );
      return clipped === undefined ? undefined : wholeUnits(clipped, page.canvas);
    },
    points: (points) => points.map(point).map(({ x, y }) => ({ x: Math.round(x), y: Math.round(y) })),
  };
}
