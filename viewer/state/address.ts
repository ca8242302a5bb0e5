import { formatPanes, parsePanes, type Panes } from '../iiif/panes.ts';
import { withBesideCanvas } from './beside-address.ts';
import { lastPart } from './last-part.ts';
import type { Mount } from './mount.ts';
import { segmentName } from './segment-name.ts';

/** What an address may say of where to begin, which no longer holds once the page is turned. */
const BEGINNINGS = ['iiif-content', 'manifest', 'canvas', 'page', 'segment', 'xywh'];

/**
 * Keeps the page's own address in step with the canvas that is shown, so that it can be copied and reloaded:
 * `/read/{document}?page=` with the last part of the canvas's id on a document of ours, `?manifest=&canvas=` with
 * both ids elsewhere; `beside-canvas=` for a document beside another.
 */
export function rememberCanvas(
  canvasId: string,
  { read, manifest, room }: Pick<Mount, 'read' | 'manifest' | 'room'>,
): void {
  if (room === 'beside') {
    replaceAddress(withBesideCanvas(window.location.href, canvasId));
    return;
  }
  const url = new URL(window.location.href);
  for (const name of BEGINNINGS) url.searchParams.delete(name);
  if (read === undefined) {
    url.searchParams.set('manifest', manifest);
    url.searchParams.set('canvas', canvasId);
  } else {
    // By its path alone: the site may be reached by another name than its public one.
    url.pathname = new URL(read).pathname;
    url.searchParams.set('page', lastPart(canvasId));
  }
  replaceAddress(url.href);
}

/**
 * Keeps the line that the reader has chosen in the page's own address, so that what is copied or reloaded leads to it;
 * undefined where none is chosen. Only lines of a document of this site have a short name.
 */
export function rememberLine(
  line: { canvas: string; annotation: string } | undefined,
  { read, room }: Pick<Mount, 'read' | 'room'>,
): void {
  if (read === undefined || room !== 'first') return;
  const url = new URL(window.location.href);
  const segment = line === undefined ? undefined : segmentName(line.annotation);
  if (line === undefined || segment === undefined) {
    url.searchParams.delete('segment');
  } else {
    for (const name of BEGINNINGS) url.searchParams.delete(name);
    url.pathname = new URL(read).pathname;
    url.searchParams.set('page', lastPart(line.canvas));
    url.searchParams.set('segment', segment);
    // The reader has gone on from the hit.
    url.searchParams.delete('hit');
  }
  replaceAddress(url.href);
}

/** Keeps what is searched for in the first document, and which hit is chosen (from 0), in the page's own address. */
export function rememberSearch({ room }: Pick<Mount, 'room'>, q: string | undefined, hit?: number): void {
  if (room !== 'first') return;
  const url = new URL(window.location.href);
  url.searchParams.delete('q');
  url.searchParams.delete('hit');
  if (q !== undefined) url.searchParams.set('q', q);
  if (q !== undefined && hit !== undefined) url.searchParams.set('hit', String(hit + 1));
  replaceAddress(url.href);
}

/** A longer search nobody types. Characters. */
export const LONGEST_SEARCH = 300;

/** What the page's own address says is searched for; undefined if nothing is. */
export function rememberedSearch({
  room,
}: Pick<Mount, 'room'>): { q: string; hit: number | undefined } | undefined {
  if (room !== 'first') return undefined;
  const { searchParams } = new URL(window.location.href);
  const q = searchParams.get('q')?.trim().slice(0, LONGEST_SEARCH) ?? '';
  if (q === '') return undefined;
  const hit = searchParams.get('hit') ?? '';
  return { q, hit: /^[1-9]\d{0,4}$/.test(hit) ? Number(hit) - 1 : undefined };
}

/** Keeps which panes of the first document are shown in the page's own address; undefined where they are as they come. */
export function rememberPanes({ room }: Pick<Mount, 'room'>, panes: Panes | undefined): void {
  if (room !== 'first') return;
  const url = new URL(window.location.href);
  if (panes === undefined) url.searchParams.delete('panes');
  else url.searchParams.set('panes', formatPanes(panes));
  replaceAddress(url.href);
}

/** Which panes the page's own address asks for; undefined if it does not say. */
export function rememberedPanes({ room }: Pick<Mount, 'room'>): Panes | undefined {
  if (room !== 'first') return undefined;
  return parsePanes(new URL(window.location.href).searchParams.get('panes')?.slice(0, LONGEST_PANES));
}

const LONGEST_PANES = 4000;

/**
 * In place of the present step of the browser's history: however many pages and lines are read, one step back leads to
 * where the reader came from.
 */
function replaceAddress(href: string): void {
  // A comma needs no escape in a query, and people read these.
  const address = href.replaceAll('%2C', ',');
  if (address !== window.location.href) window.history.replaceState(window.history.state, '', address);
}
