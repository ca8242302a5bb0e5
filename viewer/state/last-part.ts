export function lastPart(uri: string): string {
  return decoded(uri.split('/').at(-1) ?? uri);
}

/** A part of a path; as it is where it is no UTF-8. */
export function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
