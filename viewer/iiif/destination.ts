import type { JsonRecord } from './json.ts';
import { formatRegion, type Region } from './region.ts';

/**
 * What a content state asks to be shown: the manifest by an address that can be fetched, and what is in it by
 * its id, to the letter.
 */
export type Destination =
  | { kind: 'manifest'; manifest: string }
  | { kind: 'canvas'; manifest: string; canvas: string }
  | { kind: 'region'; manifest: string; canvas: string; region: Region }
  /** An annotation, such as a line of a text; its region where that is known. */
  | { kind: 'annotation'; manifest: string; canvas: string; annotation: string; region?: Region }
  | { kind: 'range'; manifest: string; range: string };

/**
 * The content state of a destination, as short as the standard allows (Content State 1.0 §2.2.3, §2.2.4): a URI for a manifest, a
 * target for what is in it. An annotation is itself the content state, by its own id and with the motivation for
 * it: viewers that do not know the annotation open its region, and ours lights up its words.
 */
export function contentStateOf(destination: Destination): JsonRecord | string {
  const { manifest, kind } = destination;
  const partOf = [{ id: manifest, type: 'Manifest' }];
  switch (kind) {
    case 'manifest':
      return manifest;
    case 'range':
      return { id: destination.range, type: 'Range', partOf };
    case 'canvas':
      return { id: destination.canvas, type: 'Canvas', partOf };
    case 'region':
      return canvasTarget(destination.canvas, destination.region, partOf);
    case 'annotation':
      return {
        id: destination.annotation,
        type: 'Annotation',
        motivation: ['contentState'],
        target: canvasTarget(destination.canvas, destination.region, partOf),
      };
  }
}

function canvasTarget(canvas: string, region: Region | undefined, partOf: unknown): JsonRecord {
  if (region === undefined) return { id: canvas, type: 'Canvas', partOf };
  const fragment = `xywh=${formatRegion(region)}`;
  if (!canvas.includes('#')) return { id: `${canvas}#${fragment}`, type: 'Canvas', partOf };
  // A URI has one fragment, and this canvas has used it up.
  return {
    type: 'SpecificResource',
    source: { id: canvas, type: 'Canvas', partOf },
    selector: {
      type: 'FragmentSelector',
      conformsTo: 'http://www.w3.org/TR/media-frags/',
      value: fragment,
    },
  };
}
