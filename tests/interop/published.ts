import { isRecord, recordsOf, type JsonRecord } from '../../viewer/iiif/json.ts';

/** Fetches JSON from our server; throws on every status but 200. */
export async function fetchJson(url: string): Promise<JsonRecord> {
  const response = await fetch(url);
  const json: unknown = await response.json();
  if (response.status !== 200 || !isRecord(json)) throw new Error(`${url} answered ${response.status}`);
  return json;
}

/** Addresses of all manifests below a collection. */
export async function manifestsBelow(collection: string): Promise<string[]> {
  const { items } = await fetchJson(collection);
  const below = await Promise.all(
    recordsOf(items).map(({ type, id }) =>
      type === 'Collection' ? manifestsBelow(String(id)) : Promise.resolve([String(id)]),
    ),
  );
  return below.flat();
}
