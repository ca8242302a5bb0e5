import type { JsonRecord } from './json.ts';
import { parseRegion, wholeRegion, type Region } from './region.ts';
import { boxOfSvg, selectorsOf } from './target.ts';

/** `unread`: something of a page is selected, in a way that is not understood. */
export type Selected = { region: Region } | 'nothing' | 'unread';

/**
 * The rectangle that a `selector` stands for, the first that can be read: a fragment, a point, the bounds of an
 * SVG shape, the region of an image (Presentation 3 §5.6, Web Annotation §4.2, Image API selector). A selector of
 * time alone selects nothing of a page.
 */
export function selectedRegion(value: unknown): Selected {
  const selectors = selectorsOf(value);
  if (selectors.length === 0) return value === undefined || value === null ? 'nothing' : 'unread';
  const regions = selectors.map(regionOf);
  const region = regions.find((found) => found !== undefined);
  if (region !== undefined) return { region };
  return selectors.every(isOfTime) ? 'nothing' : 'unread';
}

/**
 * A URI without its media fragment, and what that selects. Any other fragment is part of the name: there are
 * canvases called `manifest#canvas-1`.
 */
export function splitFragment(uri: string): { bare: string; selected: Selected } {
  const hash = uri.lastIndexOf('#');
  const fragment = uri.slice(hash + 1);
  if (hash === -1 || !/(?:^|&)(?:xywh|t)=/.test(fragment)) return { bare: uri, selected: 'nothing' };
  const xywh = xywhOf(fragment);
  const region = xywh === undefined ? undefined : parseRegion(xywh);
  const rest = xywh === undefined ? 'nothing' : 'unread';
  return { bare: uri.slice(0, hash), selected: region === undefined ? rest : { region } };
}

function regionOf({ value, chars, x, y, region }: JsonRecord): Region | undefined {
  // A point has no extent: one unit of the canvas stands for it.
  if (typeof x === 'number' && typeof y === 'number') return parseRegion(`${x},${y},1,1`);
  if (typeof region === 'string') return parseRegion(region.replace(/^pct:/, 'percent:'));
  const written = typeof value === 'string' ? value : chars;
  if (typeof written !== 'string') return undefined;
  const xywh = xywhOf(written.replace(/^#/, ''));
  if (xywh !== undefined) return parseRegion(xywh);
  const box = boxOfSvg(written);
  return box === undefined || box.x + box.width <= 0 || box.y + box.height <= 0
    ? undefined
    : wholeRegion(box);
}

function xywhOf(fragment: string): string | undefined {
  return /(?:^|&)xywh=([^&]*)/.exec(fragment)?.[1]?.replace(/%2C/gi, ',').replace(/%3A/gi, ':');
}

function isOfTime({ value, t }: JsonRecord): boolean {
  return t !== undefined || (typeof value === 'string' && /^#?t=/.test(value));
}
