import { readFile } from 'node:fs/promises';
import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Document, type Node } from 'yaml';
import type { z } from 'zod';
import { Failure } from '../model/failure.ts';
import type { ParsedProblem } from '../model/parsed-text.ts';
import { problemsOf } from './yaml-problems.ts';

export type YamlResult<T> = { value: T; problems: [] } | { value: undefined; problems: ParsedProblem[] };

const MOST_BYTES = 8 * 1024 * 1024;
const MOST_PROBLEMS = 50;

/**
 * The text of a file, in UTF-8 or, where a mark at its beginning says so, UTF-16.
 *
 * @throws Failure `file-unreadable`
 */
export async function readYamlFile(file: string): Promise<string> {
  const bytes = await readFile(file).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Failure(
      'file-unreadable',
      { message: `This file cannot be read (${reason})` },
      { cause: error },
    );
  });
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}

/**
 * Reads one YAML file by one schema. Either everything is right, or nothing of it is used: half a description
 * is worse than yesterday's whole one. Each problem has its line, its key and, for a key nobody knows, the
 * nearest known one.
 */
export function readYaml<T>(source: string, schema: z.ZodType<T>): YamlResult<T> {
  if (source.length > MOST_BYTES) {
    return refused({ line: 1, message: `The file is larger than ${MOST_BYTES} bytes; no description is.` });
  }
  const lines = new LineCounter();
  // Failsafe: every scalar stays the text that was written. Aliases are counted, so they cannot multiply.
  // Nothing is nothing, though: `title: null` and `title:` are no titles.
  const document = parseDocument(source, {
    schema: 'failsafe',
    customTags: ['null'],
    lineCounter: lines,
    prettyErrors: false,
  });
  const [broken] = document.errors;
  if (broken !== undefined) {
    const { line, col } = lines.linePos(broken.pos[0]);
    return refused({
      line,
      message: `${sentence(broken.message)} (column ${col})`,
    });
  }
  let content: unknown;
  try {
    content = document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    const deep = error instanceof RangeError;
    const reason = error instanceof Error ? error.message : String(error);
    return refused({ line: 1, message: deep ? 'Too much is nested in each other.' : sentence(reason) });
  }
  const result = schema.safeParse(content ?? {});
  if (result.success) return { value: result.data, problems: [] };
  const lineOf = (path: readonly PropertyKey[]) => lines.linePos(offsetOf(document, path)).line;
  const problems = result.error.issues.flatMap((issue) => problemsOf(issue, schema, lineOf));
  return { value: undefined, problems: problems.slice(0, MOST_PROBLEMS) };
}

function refused({ line, message }: { line: number; message: string }): YamlResult<never> {
  return { value: undefined, problems: [{ severity: 'error', code: 'yaml-malformed', line, message }] };
}

function sentence(message: string): string {
  return message.replace(/\s+/g, ' ').trim().replace(/\.?$/, '.');
}

/** Where the value at this path begins, or the nearest thing around it. */
function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  let node: unknown = document.contents;
  let offset = startOf(node) ?? 0;
  for (const part of path) {
    const next = childOf(node, part);
    if (next === undefined) break;
    offset = next.offset ?? offset;
    node = next.node;
  }
  return offset;
}

function childOf(
  node: unknown,
  part: PropertyKey,
): { node: unknown; offset: number | undefined } | undefined {
  if (isMap(node)) {
    const item = node.items.find(({ key }) => isScalar(key) && key.value === part);
    return item === undefined ? undefined : { node: item.value, offset: startOf(item.key) };
  }
  if (isSeq(node) && typeof part === 'number') {
    const item = node.items[part];
    return item === undefined ? undefined : { node: item, offset: startOf(item) };
  }
  return undefined;
}

function startOf(node: unknown): number | undefined {
  const range = hasRange(node) ? node.range : undefined;
  return range?.[0];
}

function hasRange(node: unknown): node is Pick<Node, 'range'> {
  return typeof node === 'object' && node !== null && 'range' in node;
}
