import { idOf, isRecord } from '../iiif/json.ts';
import { problemOf } from '../iiif/manifest.ts';
import { mendedManifest } from '../iiif/mended-manifest.ts';
import { isFetchedAhead } from './fetch-ahead.ts';

/** A server that answers nothing for so long will not answer. Milliseconds. */
const PATIENCE = 30_000;

/**
 * What Mirador does before and after each request. Its sagas take every answer to be what the standard says;
 * one `null` for an info.json would end all of them for good. So answers are looked at here first.
 */
export const requests = {
  preprocessors: [
    (url: string, options: RequestInit): RequestInit => ({
      ...options,
      // What nobody looks at yet stands behind tiles and texts that someone waits for.
      ...(isFetchedAhead(url) ? { priority: 'low' } : {}),
      signal: AbortSignal.timeout(PATIENCE),
    }),
  ],
  postprocessors: [checked],
};

/** The outcome of a request: an action for the store, or for an info.json what came of it. */
export function checked(_url: string, outcome: unknown): unknown {
  if (!isRecord(outcome)) return { error: 'no answer' };
  switch (outcome.type) {
    case 'mirador/RECEIVE_MANIFEST':
      return checkedManifest(outcome);
    case 'mirador/RECEIVE_ANNOTATION':
      return isRecord(outcome.annotationJson)
        ? outcome
        : failed(outcome, 'mirador/RECEIVE_ANNOTATION_FAILURE');
    case undefined:
      return outcome.error === undefined && isInfo(outcome.json)
        ? outcome
        : { error: outcome.error ?? 'not IIIF' };
    default:
      return outcome;
  }
}

function checkedManifest(action: Readonly<Record<string, unknown>>): unknown {
  const problem = problemOf(action.manifestJson);
  if (problem !== undefined) return failed(action, 'mirador/RECEIVE_MANIFEST_FAILURE', problem);
  return { ...action, manifestJson: mendedManifest(action.manifestJson) };
}

function failed(action: Readonly<Record<string, unknown>>, type: string, error = 'not-iiif'): unknown {
  return { ...action, type, error };
}

/** Tile arithmetic with a missing or a huge number would never end. */
function isInfo(json: unknown): boolean {
  if (!isRecord(json) || idOf(json) === undefined) return false;
  return [json.width, json.height].every(
    (length) => typeof length === 'number' && length > 0 && length < 1e7,
  );
}
