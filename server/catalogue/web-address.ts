const LONGEST = 4096;

/**
 * The address of a thing on the web, normalised; undefined for anything else. What a stranger or a file
 * gives must not become `javascript:` or `data:` in a link of ours.
 */
export function webAddress(text: string): string | undefined {
  if (text.length > LONGEST || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : undefined;
}
