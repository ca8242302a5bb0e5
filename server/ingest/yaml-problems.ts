import { z } from 'zod';
import type { ParsedProblem } from '../model/parsed-text.ts';
import { nearestName } from './nearest-name.ts';

type Issue = z.core.$ZodIssue;

/**
 * What a schema has against a file, in words for the person who wrote it.
 *
 * @param lineOf the 1-based line of the value at a path.
 */
export function problemsOf(
  issue: Issue,
  schema: z.ZodType,
  lineOf: (path: readonly PropertyKey[]) => number,
  parents: readonly PropertyKey[] = [],
): ParsedProblem[] {
  const path = [...parents, ...issue.path];
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => {
      const known = keysAt(schema, path);
      const nearest = nearestName(key, known);
      const hint = nearest === undefined ? `Known here: ${known.join(', ')}.` : `Did you mean "${nearest}"?`;
      return {
        severity: 'error',
        code: 'yaml-unknown-key',
        line: lineOf([...path, key]),
        at: keyPath([...path, key]),
        message: `The key "${key}" is not known. ${hint}`,
      };
    });
  }
  if (issue.code === 'invalid_union') {
    // The alternative that got furthest is the one that was meant.
    const [closest] = [...issue.errors].sort((a, b) => depth(b) - depth(a));
    if (closest !== undefined && depth(closest) > 0) {
      return closest.flatMap((inner) => problemsOf(inner, schema, lineOf, path));
    }
  }
  return [
    {
      severity: 'error',
      code: isAccess(path) ? 'access-refused' : 'yaml-bad-value',
      line: lineOf(path),
      at: keyPath(path),
      message: `"${keyPath(path)}": ${explain(issue)}.`,
    },
  ];
}

function depth(issues: readonly Issue[]): number {
  return Math.max(0, ...issues.map(({ path, code }) => path.length + (code === 'unrecognized_keys' ? 1 : 0)));
}

function isAccess(path: readonly PropertyKey[]): boolean {
  return path.length === 1 && path[0] === 'access';
}

function explain(issue: Issue): string {
  if (issue.code === 'invalid_type') {
    if (isAbsent(issue)) return 'is required';
    if (issue.message.startsWith('must')) return issue.message;
    const wanted: Record<string, string> = {
      array: 'a list',
      object: 'a mapping of keys',
      record: 'a mapping of keys',
    };
    return `must be ${wanted[issue.expected] ?? 'text'}`;
  }
  if (issue.code === 'invalid_value') {
    return issue.message.startsWith('must') ? issue.message : `must be one of ${issue.values.join(', ')}`;
  }
  // Of a key there is more to say than that it is none.
  if (issue.code === 'invalid_key') return issue.issues[0]?.message ?? issue.message;
  if (issue.code === 'invalid_union') {
    return issue.errors.flat().some(isAbsent) ? 'is required' : 'has a value of the wrong kind';
  }
  return issue.message.replace(/\.$/, '');
}

/** zod says "received undefined" of what is not there at all. */
function isAbsent(issue: Issue): boolean {
  return issue.code === 'invalid_type' && issue.message.endsWith('undefined');
}

/** `pages[2].image`, as people count: from 1. */
function keyPath(path: readonly PropertyKey[]): string {
  if (path.length === 0) return 'the file';
  return path
    .map((part, index) =>
      typeof part === 'number' ? `[${part + 1}]` : `${index === 0 ? '' : '.'}${String(part)}`,
    )
    .join('');
}

/** The keys that the schema knows at a path, read off its JSON Schema. */
function keysAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  const root = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', reused: 'inline' });
  const here = path.reduce<unknown[]>(
    (schemas, part) => schemas.flatMap((one) => stepInto(root, one, part)),
    [root],
  );
  return here
    .flatMap((one) => alternatives(root, one))
    .flatMap((one) => Object.keys(property(one, 'properties') ?? {}));
}

/** What may stand at this key or place, for each alternative that has any. */
function stepInto(root: unknown, here: unknown, part: PropertyKey): unknown[] {
  return alternatives(root, here).flatMap((whole) => {
    const next =
      typeof part === 'number'
        ? property(whole, 'items')
        : (property(property(whole, 'properties'), String(part)) ?? property(whole, 'additionalProperties'));
    return next === undefined ? [] : [next];
  });
}

/** Follows `$ref`, and takes what may be one thing or another apart. */
function alternatives(root: unknown, schema: unknown): object[] {
  if (typeof schema !== 'object' || schema === null) return [];
  if ('$ref' in schema && typeof schema.$ref === 'string') {
    const target = schema.$ref
      .replace(/^#\/?/, '')
      .split('/')
      .filter((part) => part !== '');
    return alternatives(
      root,
      target.reduce<unknown>((node, part) => property(node, part), root),
    );
  }
  if ('anyOf' in schema && Array.isArray(schema.anyOf)) {
    const options: unknown[] = schema.anyOf;
    return options.flatMap((option) => alternatives(root, option));
  }
  return [schema];
}

function property(node: unknown, key: string): object | undefined {
  if (typeof node !== 'object' || node === null) return undefined;
  const value: unknown = Object.entries(node).find(([name]) => name === key)?.[1];
  return typeof value === 'object' && value !== null ? value : undefined;
}
