import { decodeContentState } from './content-state-encoding.ts';
import type { Destination } from './destination.ts';
import { hasType, idOf, isRecord, recordsOf, listOf, typesOf, type JsonRecord } from './json.ts';
import type { Region } from './region.ts';
import { selectedRegion, splitFragment, type Selected } from './selector.ts';
import { isUri, webAddress } from './uri.ts';

/** What was read of a content state, without asking anybody. */
export type ContentState =
  | { outcome: 'open'; destination: Destination; notes: readonly Note[] }
  /** What it names has to be fetched before it can be opened: whatever its type, and what is known already. */
  | { outcome: 'fetch'; address: string; known: Known; notes: readonly Note[] }
  | Refused;

/** `at`: where in the content state, as `target[1].partOf`; empty for the whole of it. */
export type Refused = { outcome: 'refused'; reason: Refusal; at: string; received?: string };

export type Refusal =
  | 'empty'
  | 'too-long'
  | 'not-encoded'
  | 'not-json'
  | 'too-deep'
  /** Something else than an http(s) address, or a name that is no URI. */
  | 'not-an-address'
  | 'no-target'
  /** A canvas or a range that does not say which manifest it is in. */
  | 'no-manifest'
  | 'collection'
  /** A type that is no IIIF resource that could be opened. */
  | 'unknown-type';

/** What a reader should be told though it could be opened. */
export type Note =
  /** It names several things; the first that can be opened is. */
  | 'first-of-several'
  /** It selects a part of the page in a way that is not understood: the whole page is opened. */
  | 'region-unread'
  /** The manifest has no range of that name, or nothing is in it: its beginning is opened. */
  | 'range-unknown'
  /** The line that it names is no longer part of the text: its page is opened. */
  | 'segment-gone'
  /** It names no line that the document has, and perhaps was cut off: the page that it names is opened, or the first. */
  | 'segment-unknown';

/** `type`: what the resource was said to be. */
export type Known = {
  type: 'annotation' | 'canvas' | 'range' | 'unknown';
  manifest?: string;
  region?: Region;
  annotation?: string;
};

/** In characters, and the deepest nesting and most targets that are followed. No honest state comes near them. */
const LONGEST = 65_536;
const DEEPEST = 8;
const MOST_TARGETS = 100;

/**
 * Reads a content state (Content State 1.0 §2.2) as the value of `iiif-content`: an Annotation with the motivation
 * `contentState` or a target of one, encoded or not, or the URI of either. Never throws.
 */
export function readContentState(text: string): ContentState {
  if (text.length > LONGEST) return refused('too-long', '');
  const plain = plainContentState(text);
  if (plain === undefined) return refused('not-encoded', '', text);
  if (plain === '') return refused('empty', '');
  if (isJsonText(plain)) return readJson(plain);
  // Whoever encodes a URI, or a whole link as in the examples of §3.1, means it all the same.
  if (hasScheme(plain))
    return plain === text.trim() ? readUri(plain, '', START) : readContentState(unwrapLink(plain));
  return refused('not-json', '', plain);
}

/** The content state as JSON or as a URI, decoded if it was encoded; undefined if it is neither. */
export function plainContentState(text: string): string | undefined {
  const bare = text.trim();
  if (bare === '' || isJsonText(bare) || hasScheme(bare)) return bare;
  return decodeContentState(bare)?.trim();
}

/**
 * The content state that a link to some viewer has in its query, or behind `#` where that viewer keeps it: as
 * `iiif-content` or in the older way as `manifest` and `canvas`; any other text as it is.
 */
export function unwrapLink(text: string): string {
  const bare = text.trim();
  if (bare.length > LONGEST || !URL.canParse(bare)) return bare;
  const { searchParams, hash } = new URL(bare);
  // Universal Viewer has `#?manifest=`, others `#manifest=` and `#/?manifest=`.
  const behind = new URLSearchParams(hash.replace(/^#[/!?]*/, ''));
  const named = (name: string) =>
    [searchParams, behind].map((each) => each.get(name) ?? '').find(Boolean) ?? '';
  const content = named('iiif-content');
  if (content !== '') return plainContentState(content) ?? content;
  const [manifest, canvas] = [named('manifest'), named('canvas')];
  if (manifest === '') return bare;
  const whole = { id: manifest, type: 'Manifest' };
  return JSON.stringify(canvas === '' ? whole : { id: canvas, type: 'Canvas', partOf: [whole] });
}

/**
 * Reads a content state, or any resource that one may name, as it came from a server.
 * @param known of what had to be fetched.
 * @param notes on what led here.
 */
export function readContentStateJson(
  json: unknown,
  known: Known = { type: 'unknown' },
  notes: readonly Note[] = [],
): ContentState {
  const { type: _, ...rest } = known;
  return readValue(json, '', 0, { ...rest, notes });
}

/** What is known by the way down to the target. */
type Carried = { manifest?: string; region?: Region; annotation?: string; notes: readonly Note[] };

const START: Carried = { notes: [] };

function readJson(text: string): ContentState {
  try {
    const json: unknown = JSON.parse(text);
    return readValue(json, '', 0, START);
  } catch {
    return refused('not-json', '', text);
  }
}

function readValue(value: unknown, at: string, depth: number, carried: Carried): ContentState {
  if (depth > DEEPEST) return refused('too-deep', at);
  if (Array.isArray(value)) return readFirst(value, at, depth, carried);
  if (typeof value === 'string') return readUri(value, at, carried);
  return isRecord(value) ? readRecord(value, at, depth, carried) : refused('no-target', at);
}

function readFirst(values: readonly unknown[], at: string, depth: number, carried: Carried): ContentState {
  const read = values
    .slice(0, MOST_TARGETS)
    .map((value, index) => readValue(value, `${at}[${index}]`, depth + 1, carried));
  const chosen =
    read.find(({ outcome }) => outcome === 'open') ??
    read.find(({ outcome }) => outcome === 'fetch') ??
    read[0] ??
    refused('no-target', at);
  if (chosen.outcome === 'refused' || values.length === 1) return chosen;
  return { ...chosen, notes: withNote(chosen.notes, 'first-of-several') };
}

function readRecord(record: JsonRecord, at: string, depth: number, carried: Carried): ContentState {
  if (hasType(record, 'Annotation')) return readAnnotation(record, at, depth, carried);
  const source = record.source ?? record.full;
  if (source !== undefined) {
    const within = withManifest(record, at, carried);
    if ('outcome' in within) return within;
    return readValue(
      source,
      inside(at, 'source'),
      depth + 1,
      withRegion(within, selectedRegion(record.selector)),
    );
  }
  const id = idOf(record);
  if (hasType(record, 'Collection')) return refused('collection', at, id);
  if (hasType(record, 'Manifest')) {
    const manifest = webAddress(id ?? '');
    if (manifest === undefined) return refused('not-an-address', inside(at, 'id'), id);
    return opened({ kind: 'manifest', manifest }, carried);
  }
  const types = typesOf(record);
  const isCanvas = types.includes('Canvas');
  if (!isCanvas && !types.includes('Range') && types.length > 0) {
    return refused('unknown-type', inside(at, 'type'), types.join(', '));
  }
  if (id === undefined) return refused('no-target', at);
  const within = withManifest(record, at, carried);
  if ('outcome' in within) return within;
  if (types.includes('Range')) return readRange(id, at, within);
  return readUri(id, inside(at, 'id'), within, isCanvas ? 'canvas' : 'unknown');
}

/**
 * §2.2.4: an annotation with another motivation is itself what is to be shown, and that is a place with words too;
 * so its target is opened, and its id kept for whoever finds it among the texts there.
 */
function readAnnotation(record: JsonRecord, at: string, depth: number, carried: Carried): ContentState {
  const id = idOf(record);
  const named = id !== undefined && isUri(id) ? { ...carried, annotation: id } : carried;
  const target = record.target ?? record.on;
  if (target !== undefined) return readValue(target, inside(at, 'target'), depth + 1, named);
  return id === undefined
    ? refused('no-target', at)
    : readUri(id, inside(at, 'id'), { ...carried, annotation: id }, 'annotation');
}

function readRange(id: string, at: string, carried: Carried): ContentState {
  if (!isUri(id)) return refused('not-an-address', inside(at, 'id'), id);
  const { manifest } = carried;
  return manifest === undefined
    ? toFetch(id, at, carried, 'range')
    : opened({ kind: 'range', manifest, range: id }, carried);
}

/** A URI is a canvas where a manifest is named with it; else what stands there has to say what it is. */
function readUri(uri: string, at: string, carried: Carried, type: Known['type'] = 'unknown'): ContentState {
  const { bare, selected } = splitFragment(uri);
  if (!isUri(bare)) return refused('not-an-address', at, uri);
  const here = withRegion(carried, selected);
  const { manifest, region, annotation } = here;
  if (manifest === undefined || type === 'annotation') return toFetch(bare, at, here, type);
  const place = { manifest, canvas: bare };
  if (annotation !== undefined) {
    const known = region === undefined ? {} : { region };
    return opened({ kind: 'annotation', ...place, annotation, ...known }, here);
  }
  return opened(
    region === undefined ? { kind: 'canvas', ...place } : { kind: 'region', ...place, region },
    here,
  );
}

/** `partOf` (Presentation 3) or `within` (2.1): a Manifest, or something whose type is not said; never a Collection. */
function withManifest(record: JsonRecord, at: string, carried: Carried): Carried | Refused {
  const parents = listOf(record.partOf ?? record.within);
  const typed = recordsOf(parents).filter((parent) => hasType(parent, 'Manifest'));
  const untyped = parents.filter((parent) => !isRecord(parent) || typesOf(parent).length === 0);
  const id = [...typed, ...untyped].map(idOf).find((found) => found !== undefined);
  if (id === undefined) return carried;
  const manifest = webAddress(id);
  return manifest === undefined
    ? refused('not-an-address', inside(at, 'partOf'), id)
    : { ...carried, manifest };
}

function withRegion(carried: Carried, selected: Selected): Carried {
  if (selected === 'nothing') return carried;
  if (selected === 'unread') return { ...carried, notes: withNote(carried.notes, 'region-unread') };
  return { ...carried, region: selected.region };
}

function withNote(notes: readonly Note[], note: Note): readonly Note[] {
  return notes.includes(note) ? notes : [...notes, note];
}

function opened(destination: Destination, { notes }: Carried): ContentState {
  return { outcome: 'open', destination, notes };
}

function toFetch(uri: string, at: string, { notes, ...known }: Carried, type: Known['type']): ContentState {
  const address = webAddress(uri);
  if (address === undefined)
    return refused(type === 'canvas' || type === 'range' ? 'no-manifest' : 'not-an-address', at, uri);
  return { outcome: 'fetch', address, known: { ...known, type }, notes };
}

function refused(reason: Refusal, at: string, received?: string): Refused {
  return {
    outcome: 'refused',
    reason,
    at,
    ...(received === undefined ? {} : { received: received.slice(0, 200) }),
  };
}

function inside(at: string, name: string): string {
  return at === '' ? name : `${at}.${name}`;
}

function isJsonText(text: string): boolean {
  return /^[{["]/.test(text);
}

function hasScheme(text: string): boolean {
  return /^[a-z][a-z0-9+.-]*:/i.test(text);
}
