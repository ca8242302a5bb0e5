import { describe, expect, it } from 'vitest';
import type { Canvas } from '../../../viewer/iiif/manifest.ts';
import { NO_OFFERS } from '../../../viewer/iiif/offers.ts';
import type { Hit, SearchAnswer } from '../../../viewer/iiif/search-answer.ts';
import {
  answered,
  beginning,
  failed,
  firstHit,
  goingOn,
  stepFrom,
  type SearchRun,
} from '../../../viewer/state/search-run.ts';

const ADDRESS = 'https://archive.example/search?q=bird';
const canvases = ['urn:1', 'urn:2', 'urn:3'].map((id): Canvas => ({
  ...{
    id,
    label: id,
    width: 1,
    height: 1,
    hasScan: true,
    opening: undefined,
    summary: undefined,
    annotations: [],
  },
  ...{ image: undefined, offers: NO_OFFERS },
}));
const manifest = { id: 'urn:manifest', canvases };
const hit = (canvas: string | undefined): Hit => ({
  ...{ canvas, parts: [], before: '', match: 'bird', after: '', language: '' },
});
const answer = (hits: Hit[], more: Partial<SearchAnswer> = {}): SearchAnswer => ({
  ...{ hits, total: undefined, next: undefined, omitted: 0 },
  ...more,
});
const begun = beginning('bird', ADDRESS);
const page = (number: number) => `${ADDRESS}&page=${number}`;

describe('a search', () => {
  it('has hits in the order of pages, and only counts those of other documents', () => {
    const run = answered(
      begun,
      answer([hit('urn:3'), hit('urn:9'), hit(undefined), hit('urn:1')], { total: 4 }),
      manifest,
    );
    expect(run.hits.map(({ canvas }) => canvas)).toEqual(['urn:1', 'urn:3', undefined]);
    const unplaced = answered(begun, answer([hit('urn:manifest')]), manifest);
    expect(unplaced).toMatchObject({ hits: [{ canvas: undefined }], elsewhere: 0 });
    expect(run).toMatchObject({ elsewhere: 1, total: undefined, waiting: false, next: undefined });
  });

  it('goes on where the answer does, and then knows how many there are', () => {
    const first = answered(begun, answer([hit('urn:1')], { total: 2, next: page(2) }), manifest);
    expect(first).toMatchObject({ total: 2, next: page(2) });
    const waiting = goingOn(first);
    expect(waiting).toMatchObject({ waiting: true, next: undefined, asked: [ADDRESS, page(2)] });
    expect(goingOn(waiting)).toBe(waiting);
    const whole = answered(waiting, answer([hit('urn:2')]), manifest);
    expect(whole.hits).toHaveLength(2);
    expect(whole).toMatchObject({ waiting: false, total: undefined });
  });

  it('goes on with the protocol that it was asked by', () => {
    const next = page(2).replace('https:', 'http:');
    expect(answered(begun, answer([hit('urn:1')], { next }), manifest).next).toBe(page(2));
  });

  it('does not follow an answer to another server, in circles, or for ever', () => {
    const told = (run: SearchRun, next: string) => answered(run, answer([hit('urn:1')], { next }), manifest);
    expect(told(begun, 'https://elsewhere.example/search')).toMatchObject({
      next: undefined,
      cut: 'other-server',
    });
    expect(told(begun, ADDRESS)).toMatchObject({ next: undefined, cut: 'circular' });
    let run = begun;
    for (let number = 2; number < 1000 && run.cut === undefined; number += 1)
      run = goingOn(told(run, page(number)));
    expect(run.cut).toBe('too-many');
    expect(run.asked.length).toBeLessThanOrEqual(100);
  });

  it('keeps no more hits than anyone goes through', () => {
    const many = answer(
      Array.from({ length: 2000 }, () => hit('urn:1')),
      { next: page(2) },
    );
    const run = answered(goingOn(answered(begun, many, manifest)), { ...many, next: page(3) }, manifest);
    expect(run.hits).toHaveLength(3000);
    expect(run).toMatchObject({ cut: 'too-many', next: undefined });
  });

  it('keeps what it has when a later page does not come', () => {
    const first = answered(begun, answer([hit('urn:1')], { next: page(2) }), manifest);
    expect(failed(goingOn(first), 'no')).toMatchObject({ failure: 'no', waiting: false, hits: first.hits });
  });
});

describe('the way through the hits', () => {
  const run = answered(begun, answer([hit('urn:1'), hit('urn:2'), hit('urn:2')]), manifest);

  it('begins on the page that is shown or after it, else with the first of all', () => {
    expect([0, 1, 2].map((index) => firstHit(run, canvases, index))).toEqual([0, 1, 0]);
    expect(firstHit(answered(begun, answer([]), manifest), canvases, 0)).toBeUndefined();
  });

  it('leads around both ends, and to what has not come yet', () => {
    expect([stepFrom(run, 0, 1), stepFrom(run, 2, 1), stepFrom(run, 0, -1)]).toEqual([1, 0, 2]);
    expect(stepFrom({ ...run, next: page(2) }, 2, 1)).toBe('more');
    expect(stepFrom({ ...run, hits: [] }, 0, 1)).toBeUndefined();
  });
});
