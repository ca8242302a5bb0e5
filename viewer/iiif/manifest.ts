import { canvasImageOf, type CanvasImage } from './canvas-image.ts';
import { collectionOf, type Entry } from './collection.ts';
import { hasType, idOf, isRecord, listOf, recordsOf, type JsonRecord } from './json.ts';
import { inLanguage, words, type Wording } from './language-map.ts';
import { metadataOf, offersOf, type Field, type Offers } from './offers.ts';
import { searchServiceOf, type SearchService } from './search-service.ts';
import { OPENING } from './spreads.ts';
import { statementOf, type Statement } from './statement.ts';

/** What the reading room needs to know of a manifest, of Presentation 3 or 2. */
export type Manifest = {
  id: string;
  title: Wording | undefined;
  statement: Statement | undefined;
  canvases: readonly Canvas[];
  /** What `annotations` of the manifest itself names: texts that stand on no page. */
  annotations: readonly JsonRecord[];
  /** Where its words are searched. */
  search: SearchService | undefined;
  /** What its record says, as labelled values. */
  metadata: readonly Field[];
  offers: Offers;
  /** What it is in, where it says so. */
  collection: Entry | undefined;
};

export type Canvas = {
  id: string;
  /** As people cite the page: `705 verso`; its number where it has no label. */
  label: string;
  width: number;
  height: number;
  /** Whether anything is painted on it. */
  hasScan: boolean;
  /** Which opening it is in: two pages of the same one lie side by side. Undefined where nobody has asked. */
  opening: number | undefined;
  summary: Wording | undefined;
  annotations: readonly JsonRecord[];
  /** Where parts of the scan are to be had. */
  image: CanvasImage | undefined;
  offers: Offers;
};

/** Why a resource cannot be read as a manifest. */
export type ManifestProblem = 'not-iiif' | 'collection' | 'no-canvas';

/** @throws nothing: whatever is not as the standard says is left out. */
export function readManifest(json: unknown, language: string): Manifest | undefined {
  if (!isRecord(json) || problemOf(json) !== undefined) return undefined;
  return {
    id: idOf(json) ?? '',
    title: inLanguage(json.label, language),
    statement: statementOf(json, language),
    canvases: canvasRecords(json).flatMap((canvas, index) => readCanvas(canvas, index, language)),
    annotations: annotationPages(json),
    search: searchServiceOf(json),
    metadata: metadataOf(json, language),
    offers: offersOf(json, language),
    collection: collectionOf(json, language),
  };
}

/** What keeps it from being opened; undefined if nothing does. */
export function problemOf(json: unknown): ManifestProblem | undefined {
  if (!isRecord(json)) return 'not-iiif';
  if (hasType(json, 'Collection')) return 'collection';
  if (!hasType(json, 'Manifest')) return 'not-iiif';
  return canvasRecords(json).some((canvas) => idOf(canvas) !== undefined) ? undefined : 'no-canvas';
}

/** Presentation 3 §5.2 `items`; 2.1 §5.1 the first sequence's `canvases`. */
export function canvasRecords(manifest: JsonRecord): JsonRecord[] {
  const sequence = recordsOf(manifest.sequences)[0];
  return recordsOf(manifest.items ?? sequence?.canvases);
}

function readCanvas(canvas: JsonRecord, index: number, language: string): Canvas[] {
  const id = idOf(canvas);
  if (id === undefined) return [];
  const opening = canvas[OPENING];
  const size = { width: lengthOf(canvas.width), height: lengthOf(canvas.height) };
  return [
    {
      id,
      label: words(canvas.label, language) ?? String(index + 1),
      ...size,
      hasScan: isPainted(canvas),
      opening: typeof opening === 'number' ? opening : undefined,
      summary: inLanguage(canvas.summary ?? canvas.description, language),
      annotations: annotationPages(canvas),
      image: canvasImageOf(canvas, size),
      offers: offersOf(canvas, language),
    },
  ];
}

function lengthOf(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) && value > 0 ? value : 0;
}

function isPainted(canvas: JsonRecord): boolean {
  if (recordsOf(canvas.images).length > 0) return true;
  return recordsOf(canvas.items).some((page) => recordsOf(page.items).length > 0);
}

/**
 * What a canvas or a manifest names: annotation pages (3 §5.5) or annotation lists (2.1 §5.5 `otherContent`,
 * where a bare URI is one too), each once. One without an id, which is needed to tell texts apart, is given one
 * if it has its annotations with it; else it could not be had.
 */
export function annotationPages(resource: JsonRecord): JsonRecord[] {
  const lists = listOf(resource.otherContent).map((list) =>
    typeof list === 'string' ? { '@id': list } : list,
  );
  const seen = new Set<string>();
  return [...listOf(resource.annotations), ...lists].filter(isRecord).flatMap((page, index) => {
    const id = idOf(page) ?? (isEmbedded(page) ? `${idOf(resource) ?? ''}#annotations-${index}` : undefined);
    if (id === undefined || seen.has(id)) return [];
    seen.add(id);
    return [idOf(page) === undefined ? { ...page, id } : page];
  });
}

/** A page that has its annotations with it need not be fetched (Presentation 3 §5.5). */
export function isEmbedded(page: JsonRecord): boolean {
  return Array.isArray(page.items) || Array.isArray(page.resources);
}
