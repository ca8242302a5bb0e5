import { join } from 'node:path';
import { sameProportions } from '../model/box.ts';
import { Failure } from '../model/failure.ts';
import { EMPTY_CANVAS, type Page, type PageImage } from '../model/page.ts';
import type { Problem } from '../model/problem.ts';
import type { EarlierPage } from '../store/store.ts';
import type { IngestContext } from './ingest-document.ts';
import { problemCodeOf, type PlannedPage } from './page-list.ts';

/** `folder`: archive-relative, of the document's scans. */
type Home = { document: string; folder: string };

/**
 * Brings a page's scan into the cache and fits it to the page's canvas. A scan that cannot be read is named as
 * a problem, and the page stands without it.
 */
export async function preparePage(
  planned: PlannedPage,
  { document, folder }: Home,
  context: IngestContext,
): Promise<{ page: Page; problems: Problem[] }> {
  const { id, folio, scan } = planned;
  const earlier = await context.store.earlierPage(document, id);
  const empty: Page = { id, folio, canvas: earlier?.canvas ?? EMPTY_CANVAS };
  if (scan === undefined) return { page: empty, problems: [] };
  const file = `${folder}/${scan.file}`;
  const { part, width, height, resolution, profile } = scan.part;
  try {
    const hash = await context.stamps.hash(file);
    const key = part === 0 ? hash : `${hash}-${part}`;
    const built = await context.scans.prepare(join(context.archive, file), part, key);
    context.onPage(built ? 'built' : 'kept');
    const image: PageImage = {
      id: earlier?.imageId ?? `${document}_${id}`,
      key,
      file,
      part,
      width,
      height,
      ...(resolution === undefined ? {} : { resolution }),
    };
    const canvas = earlier === undefined || neverScanned(earlier) ? { width, height } : earlier.canvas;
    return {
      page: { id, folio, canvas, image },
      problems: [
        ...(sameProportions(canvas, image) ? [] : [differs(file, canvas, image)]),
        ...(profile === 'unusable' ? [profileUnusable(file, part)] : []),
      ],
    };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    context.onPage('failed');
    return {
      page: empty,
      problems: [{ severity: 'error', code: problemCodeOf(error), file, message: error.reason }],
    };
  }
}

/** A canvas keeps the size of its first scan, even while that is missing; one of the stock size never had any. */
function neverScanned({ imageId, canvas }: EarlierPage): boolean {
  return (
    imageId === undefined && canvas.width === EMPTY_CANVAS.width && canvas.height === EMPTY_CANVAS.height
  );
}

function differs(file: string, canvas: Page['canvas'], image: Page['canvas']): Problem {
  return {
    severity: 'warning',
    code: 'image-proportions-differ',
    file,
    message: `This scan is ${image.width} x ${image.height}; the page was first scanned as ${canvas.width} x ${canvas.height}, which other people's annotations rely on. It is fitted in, with a margin.`,
  };
}

function profileUnusable(file: string, part: number): Problem {
  return {
    severity: 'warning',
    code: 'image-profile-unusable',
    file,
    ...(part === 0 ? {} : { at: `page ${part + 1}` }),
    message:
      'The colour profile in this scan is damaged, or belongs to another kind of picture, and was left aside: its colours may be wrong. Save it with the right one, or in sRGB.',
  };
}
