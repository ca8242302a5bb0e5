import { readFile } from 'node:fs/promises';
import {
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  type Document,
  type Node,
  type YAMLError,
} from 'yaml';
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
  const opened = openYaml(source);
  if ('problem' in opened) return { value: undefined, problems: [opened.problem] };
  const [broken] = opened.document.errors;
  if (broken !== undefined) return { value: undefined, problems: [opened.problemOf(broken)] };
  const content = contentOf(opened.document);
  if ('problem' in content) return { value: undefined, problems: [content.problem] };
  const result = schema.safeParse(content.value ?? {});
  if (result.success) return { value: result.data, problems: [] };
  const problems = result.error.issues.flatMap((issue) => problemsOf(issue, schema, opened.lineOf));
  return { value: undefined, problems: problems.slice(0, MOST_PROBLEMS) };
}

export type OpenedYaml = {
  document: Document;
  /** 1-based, of the value at this path. */
  lineOf: (path: readonly PropertyKey[]) => number;
  /** Of the character at this offset. */
  lineAt: (offset: number) => number;
  problemOf: (error: YAMLError) => ParsedProblem;
};

/** The file's nodes and the errors among them; a problem where it is too large to look at. */
export function openYaml(source: string, mostBytes = MOST_BYTES): OpenedYaml | { problem: ParsedProblem } {
  if (source.length > mostBytes) {
    return { problem: malformed(1, `The file is larger than ${mostBytes} bytes; no description is.`) };
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
  return {
    document,
    lineOf: (path) => lines.linePos(offsetOf(document, path)).line,
    lineAt: (offset) => lines.linePos(offset).line,
    problemOf: ({ message, pos: [from] }) => {
      const { line, col } = lines.linePos(from);
      return malformed(line, `${sentence(message)} (column ${col})`);
    },
  };
}

/** What the file says, as plain values. */
export function contentOf(document: Document): { value: unknown } | { problem: ParsedProblem } {
  try {
    const value: unknown = document.toJS({ maxAliasCount: 100 });
    return { value };
  } catch (error) {
    const deep = error instanceof RangeError;
    const reason = error instanceof Error ? error.message : String(error);
    return { problem: malformed(1, deep ? 'Too much is nested in each other.' : sentence(reason)) };
  }
}

function malformed(line: number, message: string): ParsedProblem {
  return { severity: 'error', code: 'yaml-malformed', line, message };
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
