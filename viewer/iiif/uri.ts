const LONGEST = 4096;

/**
 * The address of a thing on the web, normalised; undefined for anything else. What a stranger or a file gives must
 * not become `javascript:` or `data:` in a link or a request of ours.
 */
export function webAddress(text: string): string | undefined {
  if (text.length > LONGEST || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : undefined;
}

/**
 * Whether this names a resource inside another. Such a name is compared and never opened, so it is kept to the
 * letter; some archives name their canvases by URNs.
 */
export function isUri(text: string): boolean {
  return text.length <= LONGEST && /^(?:https?:\/\/|urn:|tag:|info:|ark:)\S+$/i.test(text);
}
