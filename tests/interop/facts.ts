import { isRecord, listOf, recordsOf, stringsOf, type JsonRecord } from '../../viewer/iiif/json.ts';

export type LanguageMap = Record<string, string[]>;

export type CanvasFacts = { id: string; label: LanguageMap; width: number; height: number; scans: string[] };
export type RangeFacts = { id: string; label: LanguageMap; items: string[] };
export type LineFacts = { id: string; value: string; target: string };

/** What a library has to find again in a manifest and its annotation pages; in the order of publication. */
export type Facts = {
  label: LanguageMap;
  canvases: CanvasFacts[];
  /** Annotation pages by the canvas that names them. */
  pages: string[][];
  /** Ranges, each before those within it. */
  ranges: RangeFacts[];
};

/** Read from our own JSON, in the words of 3.0. */
export function factsOf(manifest: JsonRecord): Facts {
  const canvases = recordsOf(manifest.items);
  return {
    label: languageMapOf(manifest.label),
    canvases: canvases.map((canvas) => ({
      id: String(canvas.id),
      label: languageMapOf(canvas.label),
      width: Number(canvas.width),
      height: Number(canvas.height),
      scans: recordsOf(canvas.items)
        .flatMap(({ items }) => recordsOf(items))
        .map(({ body }) => (isRecord(body) ? String(body.id) : '')),
    })),
    pages: canvases.map(({ annotations }) => recordsOf(annotations).map(({ id }) => String(id))),
    ranges: recordsOf(manifest.structures).flatMap(rangeFacts),
  };
}

function rangeFacts(range: JsonRecord): RangeFacts[] {
  const items = recordsOf(range.items);
  return [
    { id: String(range.id), label: languageMapOf(range.label), items: items.map(({ id }) => String(id)) },
    ...items.filter(({ type }) => type === 'Range').flatMap(rangeFacts),
  ];
}

/** Lines of an annotation page of 3.0, or of 2.1's list as @iiif/parser upgrades it, which leaves `chars`. */
export function linesOf(page: JsonRecord): LineFacts[] {
  return recordsOf(page.items).map(({ id, body, target }) => ({
    id: String(id),
    value: isRecord(body) ? String(body.value ?? body.chars) : '',
    target: targetOf(target),
  }));
}

/** `canvas#xywh=…`, whether it is written in one string or as a source with selectors. */
export function targetOf(target: unknown): string {
  const [first] = listOf(target);
  if (typeof first === 'string') return first;
  if (!isRecord(first)) return '';
  const source = isRecord(first.source) ? String(first.source.id) : String(first.source ?? first.id);
  const fragment = recordsOf(first.selector).find(({ type }) => type === 'FragmentSelector');
  return fragment === undefined ? source : `${source}#${String(fragment.value)}`;
}

export function languageMapOf(value: unknown): LanguageMap {
  if (!isRecord(value)) return {};
  return Object.fromEntries(Object.entries(value).map(([language, values]) => [language, stringsOf(values)]));
}
