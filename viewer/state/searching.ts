import { useEffect, useEffectEvent, useState } from 'react';
import type { NumberedHit } from '../iiif/hit-marks.ts';
import type { Canvas, Manifest } from '../iiif/manifest.ts';
import { readSearchAnswer } from '../iiif/search-answer.ts';
import { questionTo } from '../iiif/search-service.ts';
import { say } from '../messages/messages.ts';
import { rememberCanvas, rememberedSearch, rememberSearch } from './address.ts';
import { fetchJson } from './fetch-json.ts';
import type { Mount } from './mount.ts';
import { OF_SEARCH } from './search-mishaps.ts';
import { answered, beginning, failed, firstHit, goingOn, stepFrom, type SearchRun } from './search-run.ts';

/** What to do once hits have come: go to the first one from here, to one by its number, to find the line that a link led to, or stay. */
type Intent = { kind: 'first' | 'line' | 'stay' } | { kind: 'number'; number: number };

export type Searching = {
  /** Undefined while nothing is searched for. */
  run: SearchRun | undefined;
  /** The number of the hit that is chosen, from 0. */
  current: number | undefined;
  /** The chosen hit, until the reader goes elsewhere; another object each time that one is chosen. */
  seeking: NumberedHit | undefined;
  ask: (q: string) => void;
  choose: (number: number) => void;
  step: (step: 1 | -1) => void;
  more: () => void;
  letGo: () => void;
  clear: () => void;
};

/** Of pages without a hit of this document so many are asked for unasked. */
const MOST_EMPTY = 5;

/** Searches in a manifest that names a service for it, and keeps what is searched for in the page's address. */
export function useSearching(
  manifest: Manifest | undefined,
  index: number,
  { mount, turn }: { mount: Mount; turn: (canvasId: string) => void },
): Searching {
  const [remembered] = useState(() => rememberedSearch(mount));
  const [run, setRun] = useState<SearchRun>();
  const [intent, setIntent] = useState<Intent>({ kind: 'stay' });
  const [current, setCurrent] = useState<number>();
  const [seeking, setSeeking] = useState<NumberedHit>();
  const canvases = manifest?.canvases ?? NO_CANVASES;
  const service = manifest?.search?.address;

  const begin = (q: string, what: Intent) => {
    if (service === undefined) return;
    setIntent(what);
    setCurrent(undefined);
    setSeeking(undefined);
    setRun(beginning(q, questionTo(service, q)));
  };
  const choose = (number: number, { hits, q }: SearchRun) => {
    const hit = hits[number];
    if (hit === undefined) return;
    const here = canvases[index]?.id;
    setCurrent(number);
    setSeeking({ number, hit });
    const canvas = hit.canvas ?? here;
    if (canvas !== undefined && canvas !== here) turn(canvas);
    else if (canvas !== undefined) rememberCanvas(canvas, mount);
    rememberSearch(mount, q, number);
  };
  const goOn = (from: SearchRun, what: Intent) => {
    setIntent(what);
    setRun(goingOn(from));
  };

  const beginRemembered = useEffectEvent(() => {
    if (remembered === undefined) return;
    const { q, hit } = remembered;
    begin(q, hit === undefined ? { kind: 'line' } : { kind: 'number', number: hit });
  });
  useEffect(() => {
    if (service !== undefined) beginRemembered();
  }, [service]);

  const receive = useEffectEvent((before: SearchRun, json: unknown) => {
    if (manifest === undefined) return;
    const sizes = new Map(canvases.map((canvas) => [canvas.id, canvas]));
    const answer = readSearchAnswer(json, (id) => sizes.get(id));
    if (answer === undefined) {
      setRun(failed(before, say('searchNotUnderstood')));
      return;
    }
    const after = answered(before, answer, manifest);
    setRun(after);
    const wanted = wantedOf(intent, after, { canvases, index, annotation: mount.annotation });
    const waits = wanted !== undefined && wanted >= after.hits.length;
    const isEmpty = after.hits.length === 0 && after.asked.length < MOST_EMPTY;
    if ((waits || isEmpty) && after.next !== undefined) {
      goOn(after, intent);
      return;
    }
    setIntent({ kind: 'stay' });
    if (wanted === undefined || waits) return;
    // The link itself has led there.
    if (intent.kind === 'line') setCurrent(wanted);
    else choose(wanted, after);
  });
  const fail = useEffectEvent((before: SearchRun, failure: string) => setRun(failed(before, failure)));
  const waitingFor = run?.waiting === true ? run : undefined;
  useEffect(() => {
    const address = waitingFor?.asked.at(-1);
    if (waitingFor === undefined || address === undefined) return undefined;
    const leaving = new AbortController();
    void fetchJson(address, fetch, { mishaps: OF_SEARCH, until: leaving.signal }).then((loaded) => {
      if (leaving.signal.aborted) return;
      if ('failure' in loaded) fail(waitingFor, loaded.failure);
      else receive(waitingFor, loaded.json);
    });
    return () => leaving.abort();
  }, [waitingFor]);

  return {
    ...{ run, current, seeking },
    ask: (q) => {
      rememberSearch(mount, q);
      begin(q, { kind: 'first' });
    },
    choose: (number) => {
      if (run !== undefined) choose(number, run);
    },
    step: (step) => {
      if (run === undefined || run.waiting) return;
      const to = current === undefined ? firstHit(run, canvases, index) : stepFrom(run, current, step);
      if (to === 'more') goOn(run, { kind: 'number', number: run.hits.length });
      else if (to !== undefined) choose(to, run);
    },
    more: () => {
      if (run !== undefined && !run.waiting) goOn(run, { kind: 'stay' });
    },
    letGo: () => setSeeking(undefined),
    clear: () => {
      rememberSearch(mount, undefined);
      setRun(undefined);
      setCurrent(undefined);
      setSeeking(undefined);
    },
  };
}

const NO_CANVASES: readonly Canvas[] = [];

/** The number of the hit to go to; undefined for none. */
function wantedOf(
  intent: Intent,
  run: SearchRun,
  {
    canvases,
    index,
    annotation,
  }: { canvases: readonly Canvas[]; index: number; annotation: string | undefined },
): number | undefined {
  if (intent.kind === 'number') return intent.number;
  if (intent.kind === 'first') return firstHit(run, canvases, index);
  if (intent.kind === 'stay') return undefined;
  const linked = run.hits.findIndex(({ parts }) => parts.some((part) => part.annotation === annotation));
  return linked === -1 ? undefined : linked;
}
