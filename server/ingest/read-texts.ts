import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { formatFor, parseText } from '../formats/parse-text.ts';
import { Failure } from '../model/failure.ts';
import type { Page } from '../model/page.ts';
import type { Problem } from '../model/problem.ts';
import type { Segment } from '../model/text.ts';
import type { IngestedText, Store } from '../store/store.ts';
import type { AlignmentFile, Corrections } from './alignment-schema.ts';
import { applyCorrections, resolveCorrections, strayCorrections } from './corrections.ts';
import { divideSentences } from './divide-sentences.ts';
import { findLinks } from './find-links.ts';
import type { FiledSheet } from './find-page.ts';
import { matchSegments, type NextSegment, type PreviousSegment } from './match-segments.ts';
import { placeText, type PlacedSegment } from './place-text.ts';
import { resolveLinks } from './resolve-links.ts';
import type { PlannedText } from './text-list.ts';

type Where = {
  archive: string;
  /** Archive-relative folder of the document. */ folder: string;
  document: string;
  /** What persons say of the links of its translations, if they say anything. */
  alignment: AlignmentFile;
};

/**
 * Reads a document's texts whole: parsed, put on pages, every segment with the id that it has had since it was
 * first seen, and translations linked to what they render. A file that cannot be read costs its own words only.
 */
export async function readTexts(
  planned: readonly PlannedText[],
  pages: readonly Page[],
  where: Where,
  store: Store,
): Promise<{ texts: IngestedText[]; problems: Problem[] }> {
  const problems: Problem[] = [];
  const texts: IngestedText[] = [];
  for (const text of planned) {
    const sheets: FiledSheet[] = [];
    for (const name of text.files) sheets.push(...(await readSheets(name, where, problems)));
    const placed = placeText(sheets, pages, text.pages);
    problems.push(...placed.problems);
    const { id, role, language, translationOf } = text.record;
    const segments =
      role === 'translation' && translationOf !== undefined
        ? divideSentences(placed.segments, language)
        : placed.segments;
    const sources = text.files.flatMap((file) => {
      const format = formatFor(file);
      return format === undefined ? [] : [{ file, format }];
    });
    texts.push({ ...text.record, sources, ...(await withIds(segments, where.document, id, store)) });
  }
  const described = `${where.folder}/alignment.yaml`;
  const translations = texts.filter(
    ({ role, translationOf }) => role === 'translation' && translationOf !== undefined,
  );
  problems.push(
    ...strayCorrections(
      where.alignment,
      translations.map(({ id }) => id),
      described,
    ),
  );
  const linked = texts.map((text) => {
    const original = texts.find(({ id }) => id === text.translationOf);
    const file = planned.find(({ record }) => record.id === text.id)?.files[0] ?? 'document.yaml';
    const result = resolveLinks(
      text.segments,
      original ?? { language: text.language, segments: [] },
      `${where.folder}/${file}`,
    );
    problems.push(...result.problems);
    if (original === undefined || text.role !== 'translation') return { ...text, segments: result.segments };
    const { corrections, problems: misfits } = resolveCorrections(
      where.alignment[text.id] ?? NO_CORRECTIONS,
      { translation: { ...text, segments: result.segments }, original },
      { file: described, text: text.id },
    );
    problems.push(...misfits);
    const corrected = applyCorrections(result.segments, corrections, original);
    return { ...text, segments: findLinks({ ...text, segments: corrected }, original, corrections) };
  });
  return { texts: linked, problems };
}

const NO_CORRECTIONS: Corrections = { confirmed: [], made: [], cut: [] };

async function readSheets(name: string, where: Where, problems: Problem[]): Promise<FiledSheet[]> {
  const file = `${where.folder}/${name}`;
  try {
    const parsed = parseText(name, await readFile(join(where.archive, file)));
    problems.push(...parsed.problems.map((problem) => ({ ...problem, file })));
    if (parsed.sheets.every(({ segments }) => segments.length === 0)) {
      problems.push({
        severity: 'warning',
        code: 'text-empty',
        file,
        message: 'There are no words in this file.',
      });
    }
    return parsed.sheets.map((sheet) => ({ ...sheet, file }));
  } catch (error) {
    if (!(error instanceof Failure) && !isFileError(error)) throw error;
    const code = error instanceof Failure ? 'text-malformed' : 'file-unreadable';
    problems.push({ severity: 'error', code, file, message: error.message });
    return [];
  }
}

function isFileError(error: unknown): error is Error {
  return error instanceof Error && 'syscall' in error;
}

/** Ids are minted once: what was there keeps its own, what is new gets the next number that was never given. */
async function withIds(
  segments: readonly PlacedSegment[],
  document: string,
  text: string,
  store: Store,
): Promise<{ segments: Segment[]; minted: number }> {
  const newest = (await store.revisions(document, text)).at(-1)?.revision;
  const previous = newest === undefined ? [] : await store.segmentsOfRevision(document, text, newest);
  const kept = matchSegments(previous.map(previousOf), segments.map(nextOf));
  let minted = await store.mintedSegments(document, text);
  const withOwn = segments.map((segment, index) => ({ id: kept[index] ?? `s${(minted += 1)}`, ...segment }));
  return { segments: withOwn, minted };
}

function previousOf(segment: Segment): PreviousSegment {
  return { id: segment.id, ...nextOf(segment) };
}

function nextOf({ sourceId, value, places }: PlacedSegment): NextSegment {
  const [place] = places;
  return {
    value,
    ...(sourceId === undefined ? {} : { sourceId }),
    ...(place === undefined ? {} : { page: place.page }),
    ...(place?.box === undefined ? {} : { box: place.box }),
  };
}
