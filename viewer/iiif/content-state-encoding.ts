/** Content State 1.0 §6.1: `encodeURIComponent`, then base64url without padding. Never throws: JSON has no half characters. */
export function encodeContentState(state: object): string {
  return btoa(encodeURIComponent(JSON.stringify(state)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
}

/**
 * The text that was encoded; undefined if none was. Plain base64, its padding, and a `+` that a query has made a
 * space are understood too, and JSON that was not escaped before it was encoded: all are common mistakes, and
 * none can be taken for anything else.
 */
export function decodeContentState(encoded: string): string | undefined {
  const base64 = encoded
    .replace(/[ -]/g, '+')
    .replaceAll('_', '/')
    .replace(/={1,2}$/, '');
  if (!/^[A-Za-z0-9+/]+$/.test(base64)) return undefined;
  try {
    const bytes = atob(base64);
    return /^[{["]/.test(bytes) ? utf8(bytes) : decodeURIComponent(bytes);
  } catch {
    // Too short by a character, or bytes that are no UTF-8.
    return undefined;
  }
}

/** @throws TypeError if the bytes, one to a character, are no UTF-8. */
function utf8(bytes: string): string {
  const codes = Uint8Array.from(bytes, (character) => character.charCodeAt(0));
  return new TextDecoder('utf-8', { fatal: true }).decode(codes);
}
