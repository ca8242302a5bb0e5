import { isMap, isScalar } from 'yaml';
import type { z } from 'zod';
import type { ParsedProblem } from '../model/parsed-text.ts';
import { contentOf, openYaml, type OpenedYaml } from './yaml-file.ts';
import { problemsOf } from './yaml-problems.ts';

/** A record with the line on which it begins. */
export type YamlRecord<T> = { value: T; line: number };

export type YamlRecords<T> = {
  /** By their ids, in the file's order; undefined if the file as a whole cannot be read. */
  records: Map<string, YamlRecord<T>> | undefined;
  /** Ids of records with a mistake in them. */
  refused: readonly string[];
  problems: readonly ParsedProblem[];
};

/** A list of some ten thousand people is a few megabytes. */
const MOST_BYTES = 32 * 1024 * 1024;
const MOST_PROBLEMS = 200;

/**
 * Reads a YAML file of many records that have nothing to do with each other: one with a mistake in it is left
 * out, and the others hold. Of two with the same id the first one holds.
 */
export function readYamlRecords<T>(source: string, schema: z.ZodType<Record<string, T>>): YamlRecords<T> {
  const opened = openYaml(source, MOST_BYTES);
  if ('problem' in opened) return { records: undefined, refused: [], problems: [opened.problem] };
  const repeated = leaveOutRepeated(opened);
  const [broken] = opened.document.errors.filter(({ code }) => code !== 'DUPLICATE_KEY');
  if (broken !== undefined) {
    return { records: undefined, refused: [], problems: [opened.problemOf(broken)] };
  }
  const content = contentOf(opened.document);
  if ('problem' in content) return { records: undefined, refused: [], problems: [content.problem] };
  const value = content.value ?? {};
  const whole = schema.safeParse(value);
  const issues = whole.success ? [] : whole.error.issues;
  const problems = [
    ...repeated.problems,
    ...issues.flatMap((issue) => problemsOf(issue, schema, opened.lineOf)),
  ].slice(0, MOST_PROBLEMS);
  const bad = new Set(issues.flatMap(({ path: [id] }) => (typeof id === 'string' ? [id] : [])));
  const good = whole.success
    ? whole
    : schema.safeParse(Object.fromEntries(Object.entries(value).filter(([id]) => !bad.has(id))));
  // What is no mapping of records at all has a mistake that is no one record's.
  if (!good.success || issues.some(({ path }) => path.length === 0)) {
    return { records: undefined, refused: [], problems };
  }
  const lines = linesOfItems(opened);
  const records = Object.entries(good.data).map(([id, record]): [string, YamlRecord<T>] => [
    id,
    { value: record, line: lines.get(id) ?? 1 },
  ]);
  return { records: new Map(records), refused: [...repeated.refused, ...bad], problems };
}

/** Looked up one by one, ten thousand would take as long as reading them. */
function linesOfItems({ document, lineAt }: OpenedYaml): Map<unknown, number> {
  const items = isMap(document.contents) ? document.contents.items : [];
  return new Map(
    items.flatMap(({ key }): [unknown, number][] =>
      isScalar(key) ? [[key.value, lineAt(key.range?.[0] ?? 0)]] : [],
    ),
  );
}

/** Takes out of the document what has the id of an earlier record, and records that say one thing twice. */
function leaveOutRepeated({ document, problemOf }: OpenedYaml): {
  refused: string[];
  problems: ParsedProblem[];
} {
  const errors = document.errors.filter(({ code }) => code === 'DUPLICATE_KEY');
  const { contents } = document;
  if (errors.length === 0 || !isMap(contents)) return { refused: [], problems: errors.map(problemOf) };
  const refused: string[] = [];
  const problems: ParsedProblem[] = [];
  const dropped = new Set<unknown>();
  for (const error of errors) {
    const [at] = error.pos;
    const item = contents.items.findLast(({ key }) => isScalar(key) && (key.range?.[0] ?? 0) <= at);
    if (item === undefined || !isScalar(item.key)) continue;
    const id = String(item.key.value);
    dropped.add(item);
    if (item.key.range?.[0] === at) {
      const message = `The id "${id}" stands further up already; an id stands once in the file. This record is left out.`;
      problems.push({ ...problemOf(error), code: 'id-duplicate', at: id, message });
    } else {
      refused.push(id);
      problems.push({ ...problemOf(error), at: id });
    }
  }
  contents.items = contents.items.filter((item) => !dropped.has(item));
  return { refused, problems };
}
