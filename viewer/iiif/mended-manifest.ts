import { WITHIN } from './collection.ts';
import { STRUCTURES } from './contents.ts';
import { hasType, idOf, isRecord, listOf, recordsOf, stringsOf, type JsonRecord } from './json.ts';
import { annotationPages, canvasRecords, problemOf } from './manifest.ts';
import { mendedOffers } from './offers.ts';
import { OPENING, openingsOf } from './spreads.ts';
import { mendedStatement } from './statement.ts';
import { targetOf } from './target.ts';

/** What is kept of a manifest as it came; the rest a reading room has no use for, and could stumble over. */
const KEPT = ['@context', 'id', '@id', 'type', '@type', 'viewingDirection', 'service', 'services'];

/** What a canvas measures that says nothing of it: an upright sheet. */
const UNKNOWN_SIZE = { width: 1000, height: 1414 };

/**
 * A copy of a manifest in which everything that the scan pane relies on is of the kind that the standard says:
 * canvases with an id and a size, painted with bodies that are objects. Other archives' manifests are often a
 * little wrong, and a reader of one bad leaf should still get the others. What is mended is not reported.
 *
 * @returns the manifest unchanged where it cannot be read as one; `problemOf` says why.
 */
export function mendedManifest(json: unknown): unknown {
  if (!isRecord(json) || problemOf(json) !== undefined) return json;
  const canvases = unique(canvasRecords(json));
  const openings = openingsOf(json, canvases);
  const inOpening = (canvas: JsonRecord, index: number) => ({ ...canvas, [OPENING]: openings[index] });
  const mended = {
    ...pick(json, KEPT),
    ...mendedStatement(json, labelOf),
    ...mendedOffers(json, labelOf),
    label: labelOf(json.label),
    behavior: stringsOf(json.behavior),
    annotations: annotationPages(json),
    ...(json.structures === undefined ? {} : { [STRUCTURES]: json.structures }),
    [WITHIN]: listOf(json.partOf ?? json.within),
  };
  if (json.items !== undefined) return { ...mended, items: canvases.map(canvas3).map(inOpening) };
  const sequence = recordsOf(json.sequences)[0] ?? {};
  const ordered = pick(sequence, ['@id', '@type', 'viewingDirection']);
  return { ...mended, sequences: [{ ...ordered, canvases: canvases.map(canvas2).map(inOpening) }] };
}

function canvas3(canvas: JsonRecord): JsonRecord {
  const id = idOf(canvas) ?? '';
  const pages = recordsOf(canvas.items).map((page, index) => ({
    id: idOf(page) ?? `${id}/painting/${index}`,
    type: 'AnnotationPage',
    items: recordsOf(page.items).flatMap((annotation, number) => painting(annotation, id, number)),
  }));
  const bodies = pages.flatMap(({ items }) => items.map(({ body }) => body));
  return {
    ...pick(canvas, ['id', '@id', 'summary', 'behavior', 'thumbnail']),
    ...mendedOffers(canvas, labelOf),
    type: 'Canvas',
    // Mirador fetches only what is typed as the standard says.
    annotations: annotationPages(canvas).map((page) => ({ ...page, id: idOf(page), type: 'AnnotationPage' })),
    label: labelOf(canvas.label),
    ...sizeOf(canvas, bodies),
    items: pages,
  };
}

function painting(annotation: JsonRecord, canvas: string, number: number): { body: JsonRecord }[] {
  const [body] = recordsOf(annotation.body);
  if (body === undefined) return [];
  const resource = hasType(body, 'Choice')
    ? { ...body, items: recordsOf(body.items).filter((item) => idOf(item) !== undefined) }
    : withServices(body);
  if (idOf(body) === undefined && listOf(resource.items).length === 0) return [];
  return [
    {
      ...{ id: idOf(annotation) ?? `${canvas}/painting/scan/${number}`, type: 'Annotation' },
      ...{ motivation: 'painting', target: targetUri(annotation.target, canvas) },
      body: resource,
    },
  ];
}

function canvas2(canvas: JsonRecord): JsonRecord {
  const id = idOf(canvas) ?? '';
  const images = recordsOf(canvas.images).flatMap((image) => {
    const [resource] = recordsOf(image.resource);
    if (resource === undefined || idOf(resource.default ?? resource) === undefined) return [];
    const on = targetUri(image.on, id);
    return [{ ...pick(image, ['@id', '@type', 'motivation']), resource: withServices(resource), on }];
  });
  return {
    ...pick(canvas, ['@id', '@type', 'description', 'thumbnail']),
    ...mendedOffers(canvas, labelOf),
    otherContent: annotationPages(canvas).map((page) => ({
      ...page,
      '@id': idOf(page),
      '@type': 'sc:AnnotationList',
    })),
    label: labelOf(canvas.label),
    ...sizeOf(
      canvas,
      images.map(({ resource }) => resource),
    ),
    images,
  };
}

/** One string, with the part of the canvas that is painted where only a part is. */
function targetUri(value: unknown, canvas: string): string {
  const box = targetOf(value)?.box;
  if (box === undefined) return canvas;
  return `${canvas}#xywh=${[box.x, box.y, box.width, box.height].map(Math.round).join(',')}`;
}

function sizeOf(canvas: JsonRecord, bodies: readonly unknown[]): { width: number; height: number } {
  const sizes = [canvas, ...bodies.filter(isRecord)].map(({ width, height }) => ({
    width: Number(width),
    height: Number(height),
  }));
  return sizes.find(({ width, height }) => isLength(width) && isLength(height)) ?? UNKNOWN_SIZE;
}

function isLength(value: number): boolean {
  return Number.isFinite(value) && value > 0 && value < 1e7;
}

function withServices(resource: JsonRecord): JsonRecord {
  return { ...resource, service: recordsOf(resource.service) };
}

/** Strings, arrays and objects of them; a label of any other kind is none. */
function labelOf(label: unknown): unknown {
  if (isRecord(label) && !('@value' in label)) {
    return Object.fromEntries(Object.entries(label).map(([language, value]) => [language, stringsOf(value)]));
  }
  return listOf(label).filter(
    (item) => typeof item === 'string' || (isRecord(item) && typeof item['@value'] === 'string'),
  );
}

function pick(record: JsonRecord, names: readonly string[]): JsonRecord {
  return Object.fromEntries(names.flatMap((name) => (name in record ? [[name, record[name]]] : [])));
}

/** Two canvases of one id are one to everything that points at it. */
function unique(canvases: readonly JsonRecord[]): JsonRecord[] {
  const seen = new Set<string>();
  return canvases.filter((canvas) => {
    const id = idOf(canvas);
    if (id === undefined || seen.has(id)) return false;
    seen.add(id);
    return true;
  });
}
