/** What came over the network as JSON: any property may be missing or of another kind than the standard says. */
export type JsonRecord = Readonly<Record<string, unknown>>;

export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** IIIF writes one thing bare and several in an array: both as an array here; empty for nothing. */
export function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return value === undefined || value === null ? [] : [value];
}

export function recordsOf(value: unknown): JsonRecord[] {
  return listOf(value).filter(isRecord);
}

export function stringsOf(value: unknown): string[] {
  return listOf(value).filter((item) => typeof item === 'string');
}

/** The URI of a resource, in Presentation 3's word or in 2's; of a string, itself. */
export function idOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (!isRecord(value)) return undefined;
  const id = value.id ?? value['@id'];
  return typeof id === 'string' ? id : undefined;
}

/** `Canvas` for `"type": "Canvas"`, and for Presentation 2's `"@type": "sc:Canvas"`. */
export function typesOf(value: JsonRecord): string[] {
  return stringsOf(value.type ?? value['@type']).map((type) => type.replace(/^\w+:/, ''));
}

export function hasType(value: JsonRecord, type: string): boolean {
  return typesOf(value).includes(type);
}
