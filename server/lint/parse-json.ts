import type { Path } from './json-path.ts';
import { repeatedKeys } from './repeated-keys.ts';

/** Bytes as JSON, with what the parser passes over; or why they are none. */
export type Parsed = { document: unknown; repeated: readonly Path[] } | { fault: string };

/** RFC 8259 §8.1: UTF-8. A byte order mark is let pass, as parsers may. */
export function parseJson(bytes: Uint8Array): Parsed {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return { fault: 'it is not in UTF-8' };
  }
  try {
    const document: unknown = JSON.parse(text);
    return { document, repeated: repeatedKeys(text) };
  } catch (error) {
    return {
      fault: `it is no JSON (${error instanceof Error ? withoutQuote(error.message) : 'it cannot be read'})`,
    };
  }
}

/** The parser repeats the text around the fault, which may be anything. */
function withoutQuote(message: string): string {
  const place = /position \d+/.exec(message)?.[0];
  return place === undefined ? 'it ends too early' : `at ${place}`;
}
