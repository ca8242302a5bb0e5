import { bodiesOf, type Body } from './body.ts';
import { directionOf } from './direction.ts';
import { formOf } from './form.ts';
import { hasType, idOf, isRecord, recordsOf, stringsOf, type JsonRecord } from './json.ts';
import { inLanguage } from './language-map.ts';
import { targetOf, type Size } from './target.ts';
import { placeKey, type Link, type Outline, type Segment, type Text } from './text.ts';

/** More rows than this on one page are no text that someone reads, and would stop the browser. */
const MOST_SEGMENTS = 5000;

/** A longer name of a block is none, and would be compared at every line. */
const LONGEST_NAME = 200;

/** What the canvas or the manifest said of an annotation page where it named it. */
export type PageReference = { id: string; label: unknown };

/** Where the page was found: which canvas its annotations stand on, or that they stand on none. */
export type Setting = {
  canvas: string | undefined;
  size?: Size | undefined;
  language: string;
  /** Outlines that came apart from the page, by annotation. */
  outlines?: ReadonlyMap<string, Outline> | undefined;
  /** Links that came apart from the page. */
  links?: readonly Link[] | undefined;
};

/**
 * The texts of an AnnotationPage (Presentation 3 §5.5) or of a `sc:AnnotationList` (2.1 §5.4): usually one;
 * one for each language where the same places carry several. Annotations without words, and those on another
 * canvas, are passed over; an annotation of an odd kind never spoils the others.
 */
export function textsOf(json: unknown, reference: PageReference, setting: Setting): Text[] {
  if (!isRecord(json)) return [];
  const all = recordsOf(json.items ?? json.resources);
  const pieces = all
    .slice(0, MOST_SEGMENTS)
    .flatMap((annotation, index) => piecesOf(annotation, index, reference.id, setting));
  if (pieces.length === 0) return [];
  const label = inLanguage(reference.label ?? json.label, setting.language);
  const languages = [...new Set(pieces.map(({ lang }) => lang))];
  const parallel = languages.length > 1 && standTogether(pieces);
  const collection = idOf(
    recordsOf(json.partOf ?? json.within).find(
      (part) => hasType(part, 'AnnotationCollection') || hasType(part, 'Layer'),
    ),
  );
  const unplaced = setting.canvas === undefined;
  const names = parallel ? languages : [mostCommon(pieces.map(({ lang }) => lang))];
  return names.map((language) => {
    const id = parallel ? `${reference.id} ${language}` : reference.id;
    const name = collection ?? label?.values.join(', ') ?? '';
    return {
      id,
      key: [name, parallel || name === '' ? language : '', unplaced ? 'unplaced' : ''].join(' '),
      ...(collection === undefined ? {} : { collection }),
      label: label?.values.join(', ') ?? '',
      labelLanguage: label?.language ?? '',
      language,
      dir: directionOf(language),
      ...(setting.links === undefined ? {} : { links: setting.links }),
      segments: parallel ? pieces.filter(({ lang }) => lang === language) : pieces,
      unplaced,
      omitted: Math.max(0, all.length - MOST_SEGMENTS),
    };
  });
}

function piecesOf(annotation: JsonRecord, index: number, page: string, setting: Setting): Segment[] {
  const target = targetOf(annotation.target ?? annotation.on, setting.size);
  const elsewhere = setting.canvas !== undefined && target !== undefined && target.source !== setting.canvas;
  if (elsewhere) return [];
  const bodies = bodiesOf(annotation);
  // Anonymous annotations are common in Presentation 2; the pairing of rows needs some name for them.
  const id = idOf(annotation) ?? `${page}#${index}`;
  const outline = setting.outlines?.get(id) ?? target?.outline;
  const renders = stringsOf(annotation.renders);
  const confidence = renders.length > 0 ? shareOf(annotation.confidence) : undefined;
  const linkedBy = stringsOf(annotation.linkedBy)[0];
  const isGuess = linkedBy === 'machine' || (linkedBy === undefined && confidence !== undefined);
  const form = formOf(stringsOf(annotation.form)[0]);
  const [block = ''] = stringsOf(annotation.block);
  return bodies.map((body, number) => ({
    id,
    ...wordsOf(body),
    ...(target?.box === undefined ? {} : { box: target.box }),
    ...(target?.box === undefined || outline === undefined ? {} : { outline }),
    renders: number === 0 ? renders : [],
    ...(confidence === undefined ? {} : { confidence }),
    ...(isGuess ? { isGuess } : {}),
    granularity: stringsOf(annotation.textGranularity)[0] ?? '',
    ...(form === undefined ? {} : { form }),
    ...(block === '' || block.length > LONGEST_NAME ? {} : { block }),
  }));
}

function shareOf(value: unknown): number | undefined {
  const number = Number(value);
  return value !== undefined && number >= 0 && number <= 1 ? number : undefined;
}

function wordsOf({ value, html, language }: Body): Pick<Segment, 'value' | 'html' | 'lang' | 'dir'> {
  return { value, ...(html === undefined ? {} : { html }), lang: language, dir: directionOf(language) };
}

/** Whether one place carries words in two languages: then these are two texts, and not one with foreign words in it. */
function standTogether(pieces: readonly Segment[]): boolean {
  const languageAt = new Map<string, string>();
  return pieces.some(({ id, box, lang }) => {
    const place = box === undefined ? id : placeKey(box);
    const before = languageAt.get(place);
    languageAt.set(place, lang);
    return before !== undefined && before !== lang;
  });
}

function mostCommon(languages: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const language of languages) {
    if (language !== '') counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  return [...counts].reduce((most, entry) => (entry[1] > most[1] ? entry : most), ['', 0] satisfies [
    string,
    number,
  ])[0];
}
