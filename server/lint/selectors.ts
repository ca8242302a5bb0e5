import { SaxesParser } from 'saxes';
import { isRecord, listOf, stringsOf, type JsonRecord } from '../../viewer/iiif/json.ts';
import type { Extent } from './catalog.ts';
import type { Report, Rules } from './finding.ts';
import { under, type Path } from './json-path.ts';
import { quoted, shown } from './shown.ts';

export const SELECTOR_RULES = {
  'selector-outside': {
    severity: 'error',
    section: 'Presentation 3.0 §5.3',
    section2: 'Presentation 2.1 §6.1',
    mend: "Keep the region inside the canvas, in the canvas's own units and not in the image's pixels.",
  },
  'selector-malformed': {
    severity: 'error',
    section: 'Media Fragments 1.0 §4.2; Web Annotation Data Model §4.2',
    mend: 'Write xywh=x,y,width,height with a width and height above 0, or t=start,end.',
  },
  'selector-decimal': {
    severity: 'warning',
    section: 'Media Fragments 1.0 §4.2.2',
    mend: 'Use whole numbers: common viewers cut decimals off, or do not read the region at all.',
  },
  'selector-dimension': {
    severity: 'error',
    section: 'Presentation 3.0 §5.3',
    mend: 'Select in a dimension that the canvas has.',
  },
  'selector-type-unknown': {
    severity: 'warning',
    section: "Web Annotation Data Model §4.2; IIIF's registry of selectors",
    mend: 'Use one of the selectors that are defined there.',
  },
  'selector-conformance-missing': {
    severity: 'advice',
    section: 'Web Annotation Data Model §4.2.1',
    mend: 'Add "conformsTo": "http://www.w3.org/TR/media-frags/".',
  },
} satisfies Rules;

type Box = { x: number; y: number; width: number; height: number };

/** A fragment of a URI, or the value of a FragmentSelector, on a canvas. */
export function checkFragment(
  fragment: string,
  extent: Extent | undefined,
  path: Path,
  report: Report,
): void {
  for (const part of fragment.split('&')) {
    const [name, value = ''] = part.split('=', 2);
    if (name === 'xywh') checkRegion(value, extent, path, report);
    if (name === 't') checkTime(value, extent, path, report);
  }
}

/** Media Fragments 1.0 §4.2.2: whole numbers, of pixels or of per cents. */
function checkRegion(text: string, extent: Extent | undefined, path: Path, report: Report): void {
  const value = decoded(text);
  const match = /^(?:pixel:|percent:)?(-?[\d.]+),(-?[\d.]+),(-?[\d.]+),(-?[\d.]+)$/.exec(value);
  const [x = NaN, y = NaN, width = NaN, height = NaN] = (match ?? []).slice(1).map(Number);
  if (![x, y, width, height].every(Number.isFinite) || width <= 0 || height <= 0) {
    report('selector-malformed', path, `${quoted(`xywh=${value}`)} is no region.`);
    return;
  }
  if (value.includes('.')) report('selector-decimal', path, `${quoted(`xywh=${value}`)} has decimals.`);
  const isPercent = value.startsWith('percent:');
  if (extent === undefined) return;
  if (extent.width === undefined && extent.height === undefined) {
    report(
      'selector-dimension',
      path,
      `${quoted(`xywh=${value}`)} selects on a canvas that has no width and height.`,
    );
    return;
  }
  checkBox(
    { x, y, width, height },
    isPercent ? { width: 100, height: 100 } : extent,
    `xywh=${value}`,
    path,
    report,
  );
}

function checkBox(
  { x, y, width, height }: Box,
  frame: { width: number | undefined; height: number | undefined },
  words: string,
  path: Path,
  report: Report,
): void {
  const right = frame.width ?? Infinity;
  const bottom = frame.height ?? Infinity;
  // Half a unit is rounding, of sizes that were computed.
  if (x < -0.5 || y < -0.5 || x + width > right + 0.5 || y + height > bottom + 0.5)
    report(
      'selector-outside',
      path,
      `${quoted(words)} reaches beyond ${frame.width ?? '?'} x ${frame.height ?? '?'}.`,
    );
}

/** Media Fragments 1.0 §4.2.1: `t=10,20`, `t=,20`, `t=10`, `t=npt:0:02:00,121.5`. */
function checkTime(text: string, extent: Extent | undefined, path: Path, report: Report): void {
  const value = decoded(text);
  if (/^(?:smpte|clock)/.test(value)) return;
  const [from = '', to, ...rest] = value.replace(/^npt:/, '').split(',');
  const start = from === '' ? 0 : seconds(from);
  const end = to === undefined ? undefined : seconds(to);
  const isTime = rest.length === 0 && value !== '' && !Number.isNaN(start) && !Number.isNaN(end ?? 0);
  if (!isTime || (end !== undefined && end <= start)) {
    report('selector-malformed', path, `${quoted(`t=${value}`)} is no span of time.`);
    return;
  }
  if (extent === undefined) return;
  if (extent.duration === undefined) {
    report('selector-dimension', path, `${quoted(`t=${value}`)} selects on a canvas that has no duration.`);
  } else if (Math.max(start, end ?? 0) > extent.duration + 0.5) {
    report(
      'selector-outside',
      path,
      `${quoted(`t=${value}`)} reaches beyond the ${extent.duration} seconds of the canvas.`,
    );
  }
}

function seconds(text: string): number {
  if (!/^(?:\d{1,6}:){0,2}\d{1,9}(?:\.\d{0,12})?s?$/.test(text)) return NaN;
  return text
    .replace(/s$/, '')
    .split(':')
    .reduce((sum, part) => sum * 60 + Number(part), 0);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Those of Web Annotation and of IIIF; 2.1 writes them with a prefix. */
const TYPES = new Set([
  ...['FragmentSelector', 'CssSelector', 'XPathSelector', 'TextQuoteSelector', 'TextPositionSelector'],
  ...['DataPositionSelector', 'SvgSelector', 'RangeSelector', 'PointSelector', 'ImageApiSelector'],
  ...['AudioContentSelector', 'VideoContentSelector', 'VisualContentSelector', 'WktSelector', 'Choice'],
]);

/** @param value of `selector`: one, or several that select the same in different ways. */
export function checkSelectors(
  value: unknown,
  extent: Extent | undefined,
  path: Path,
  setting: { report: Report; isOpen: boolean },
): void {
  const waiting: { value: unknown; path: Path }[] = listOf(value).map((one, index) => ({
    value: one,
    path: Array.isArray(value) ? under(path, index) : path,
  }));
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    // A bare URI names a selector that is described elsewhere.
    if (typeof next.value === 'string') continue;
    if (!isRecord(next.value)) {
      setting.report('selector-malformed', next.path, `The selector is ${shown(next.value)}.`);
      continue;
    }
    checkSelector(next.value, extent, next.path, setting);
    for (const name of ['default', 'item']) {
      for (const one of listOf(next.value[name])) waiting.push({ value: one, path: under(next.path, name) });
    }
  }
}

function checkSelector(
  selector: JsonRecord,
  extent: Extent | undefined,
  path: Path,
  { report, isOpen }: { report: Report; isOpen: boolean },
): void {
  const types = stringsOf(selector.type ?? selector['@type']).map((type) =>
    type.replace(/^(?:oa|iiif|cnt):/, ''),
  );
  const value = selector.value ?? selector.chars;
  const at = under(path, 'value');
  if (!types.some((type) => TYPES.has(type))) {
    const isExtended = isOpen || types.some((type) => type.includes(':'));
    if (!isExtended)
      report(
        'selector-type-unknown',
        path,
        `The selector's type is ${shown(selector.type ?? selector['@type'])}.`,
      );
  } else if (types.includes('FragmentSelector')) {
    if (typeof value !== 'string')
      report('selector-malformed', path, `The selector's value is ${shown(value)}.`);
    else if (isMediaFragment(selector.conformsTo, value)) checkFragment(value, extent, at, report);
    if (selector.conformsTo === undefined)
      report('selector-conformance-missing', path, 'The selector does not say which fragments it means.');
  } else if (types.includes('SvgSelector')) {
    if (typeof value === 'string') checkSvg(value, extent, at, report);
    // Web Annotation §4.2.7: an SVG may also be elsewhere, at the selector's id.
    else if (selector.id === undefined && selector['@id'] === undefined)
      report('selector-malformed', path, `The selector's value is ${shown(value)}.`);
  } else if (types.includes('PointSelector')) {
    checkPoint(selector, extent, path, report);
  }
}

/** Fragments of PDF, text or XML look otherwise, and say so. */
function isMediaFragment(conformsTo: unknown, value: string): boolean {
  return typeof conformsTo === 'string' ? conformsTo.includes('media-frags') : /^(?:xywh|t)=/.test(value);
}

function checkPoint(selector: JsonRecord, extent: Extent | undefined, path: Path, report: Report): void {
  const limits = { x: extent?.width, y: extent?.height, t: extent?.duration };
  for (const name of ['x', 'y', 't'] as const) {
    const position = selector[name];
    if (position === undefined) continue;
    const limit = limits[name];
    if (typeof position !== 'number' || position < 0)
      report('selector-malformed', under(path, name), `"${name}" is ${shown(position)}.`);
    else if (extent !== undefined && limit === undefined)
      report(
        'selector-dimension',
        under(path, name),
        `"${name}" selects in a dimension that the canvas does not have.`,
      );
    else if (limit !== undefined && position > limit)
      report('selector-outside', under(path, name), `"${name}" is ${position}, beyond ${limit}.`);
  }
}

/** Web Annotation §4.2.7: well-formed, and its coordinates are the canvas's. */
function checkSvg(svg: string, extent: Extent | undefined, path: Path, report: Report): void {
  const { fault, boxes } = readSvg(svg);
  if (fault !== undefined) report('selector-malformed', path, `The SVG is no well-formed XML: ${fault}.`);
  else if (extent?.width !== undefined && extent.height !== undefined)
    for (const box of boxes) checkBox(box, extent, svgWords(box), path, report);
}

/** The bounds of its shapes; none where a view box or a transformation has units of its own. */
function readSvg(svg: string): { fault: string | undefined; boxes: readonly Box[] } {
  const parser = new SaxesParser({ xmlns: false, position: false });
  const boxes: Box[] = [];
  let fault: string | undefined;
  const scaling: string[] = [];
  parser.on('error', (error) => {
    fault ??= error.message.replace(/[\s.]+$/, '');
  });
  parser.on('opentag', ({ name, attributes }) => {
    scaling.push(...['viewBox', 'transform'].filter((word) => attributes[word] !== undefined));
    const box = boxOf(name.replace(/^\w+:/, ''), attributes);
    if (box !== undefined) boxes.push(box);
  });
  parser.write(svg).close();
  return { fault, boxes: scaling.length > 0 ? [] : boxes };
}

function svgWords({ x, y, width, height }: Box): string {
  return `${Math.round(x)},${Math.round(y)} to ${Math.round(x + width)},${Math.round(y + height)}`;
}

function boxOf(name: string, attributes: Readonly<Record<string, string>>): Box | undefined {
  const number = (key: string) => Number(attributes[key] ?? 0);
  if (name === 'rect')
    return finite({ x: number('x'), y: number('y'), width: number('width'), height: number('height') });
  if (name === 'circle' || name === 'ellipse') {
    const [rx, ry] = name === 'circle' ? [number('r'), number('r')] : [number('rx'), number('ry')];
    return finite({ x: number('cx') - rx, y: number('cy') - ry, width: 2 * rx, height: 2 * ry });
  }
  if (name === 'polygon' || name === 'polyline') return around(attributes.points ?? '');
  // Absolute moves and lines alone: of curves the control points may lie outside.
  const d = attributes.d ?? '';
  return name === 'path' && /^[MLZz\s\d.,-]+$/.test(d) ? around(d) : undefined;
}

function around(text: string): Box | undefined {
  const numbers = (text.match(/-?\d+(?:\.\d+)?/g) ?? []).map(Number);
  const xs = numbers.filter((_, index) => index % 2 === 0);
  const ys = numbers.filter((_, index) => index % 2 === 1);
  if (ys.length === 0) return undefined;
  const least = (values: readonly number[]) => values.reduce((a, b) => Math.min(a, b));
  const most = (values: readonly number[]) => values.reduce((a, b) => Math.max(a, b));
  const [x, y] = [least(xs), least(ys)];
  return { x, y, width: most(xs) - x, height: most(ys) - y };
}

function finite(box: Box): Box | undefined {
  return Object.values(box).every(Number.isFinite) ? box : undefined;
}
