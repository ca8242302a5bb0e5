import { idOf, isRecord, listOf } from '../../viewer/iiif/json.ts';
import { withoutFragment, type Canvases } from './catalog.ts';
import type { Rules } from './finding.ts';
import { under } from './json-path.ts';
import { around, type Node } from './node.ts';
import type { Reading } from './reading.ts';
import type { Setting } from './setting.ts';
import { quoted, shown } from './shown.ts';

export const RANGE_RULES = {
  'range-unknown-canvas': {
    severity: 'error',
    section: 'Presentation 3.0 §5.4',
    section2: 'Presentation 2.1 §5.6',
    mend: 'Name canvases by the ids that they have in the manifest, to the letter.',
  },
  'range-unknown-range': {
    severity: 'error',
    section: 'Presentation 2.1 §5.6',
    mend: 'Name ranges by the ids that they have in "structures".',
  },
  'range-cycle': {
    severity: 'error',
    section: 'Presentation 3.0 §5.4',
    section2: 'Presentation 2.1 §5.6',
    mend: 'Take the range out of itself: ranges make a tree.',
  },
  'start-unknown-canvas': {
    severity: 'error',
    section: 'Presentation 3.0 §3.3.2 start',
    section2: 'Presentation 2.1 §3.4 startCanvas',
    mend: 'Name a canvas that the manifest has.',
  },
  'source-not-canvas': {
    severity: 'error',
    section: 'Presentation 3.0 §3.4 items',
    mend: 'Give the part of a canvas: a SpecificResource whose "source" is the canvas.',
  },
} satisfies Rules;

/** What the table of contents points to must be there. Only a manifest has all of its canvases. */
export function checkRanges({ nodes, catalog }: Pick<Reading, 'nodes' | 'catalog'>, setting: Setting): void {
  const { report, version } = setting;
  if (nodes[0]?.kind !== 'Manifest') return;
  const missing = (uri: string | undefined) =>
    uri !== undefined && !catalog.canvases.has(withoutFragment(uri));
  const ranges = new Set(nodes.filter(({ kind }) => kind === 'Range').map(({ value }) => idOf(value)));
  for (const node of nodes) {
    const { value, path, parent, role, kind } = node;
    const isStart = role === 'start';
    const isPart = isStart || (parent?.kind === 'Range' && role === 'items');
    if (version === 3 && isPart && (kind === 'Canvas' || kind === 'SpecificResource')) {
      const source = kind === 'Canvas' ? value : value.source;
      const uri = idOf(source);
      // A canvas of another manifest says so (§3.3.2 partOf).
      const isForeign = isRecord(source) && source.partOf !== undefined;
      if (uri === undefined) report('source-not-canvas', path, `The source is ${shown(source)}.`);
      else if (missing(uri) && !isForeign)
        report(
          isStart ? 'start-unknown-canvas' : 'range-unknown-canvas',
          path,
          `${quoted(uri)} is no canvas of the manifest.`,
        );
    }
    if (kind === 'Range') checkCycle(node, setting);
    if (version === 2 && kind === 'Range') checkRange2(node, { ranges, canvases: catalog.canvases }, setting);
    if (version === 2 && (kind === 'Range' || kind === 'Sequence') && missing(idOf(value.startCanvas)))
      report(
        'start-unknown-canvas',
        under(path, 'startCanvas'),
        `${shown(value.startCanvas)} is no canvas of the manifest.`,
      );
  }
}

/** A range that is named inside itself, at any depth. */
function checkCycle({ value, path, parent }: Node, { report }: Setting): void {
  const id = idOf(value);
  if (id === undefined) return;
  for (let outer = around(parent, 'Range'); outer !== undefined; outer = around(outer.parent, 'Range')) {
    if (idOf(outer.value) === id) {
      report('range-cycle', path, `The range ${quoted(id)} is a part of itself.`);
      return;
    }
  }
}

/** Presentation 2.1 §5.6: `canvases` and `ranges` are bare URIs. */
function checkRange2(
  { value, path }: Node,
  { ranges, canvases }: { ranges: ReadonlySet<string | undefined>; canvases: Canvases },
  { report }: Setting,
): void {
  for (const [index, uri] of listOf(value.canvases).entries()) {
    const at = under(path, 'canvases', index);
    if (typeof uri !== 'string')
      report('range-unknown-canvas', at, `The canvas is ${shown(uri)} and no URI.`);
    else if (!canvases.has(withoutFragment(uri)))
      report('range-unknown-canvas', at, `${quoted(uri)} is no canvas of the manifest.`);
  }
  for (const [index, uri] of listOf(value.ranges).entries()) {
    const at = under(path, 'ranges', index);
    if (typeof uri !== 'string') report('range-unknown-range', at, `The range is ${shown(uri)} and no URI.`);
    else if (uri === idOf(value)) report('range-cycle', at, `The range ${quoted(uri)} is a part of itself.`);
    else if (!ranges.has(uri))
      report('range-unknown-range', at, `${quoted(uri)} is no range of the manifest.`);
  }
}
