import { describe, expect, it } from 'vitest';
import { acceptsCoding, parseAccept, preferredOffer } from '../../../server/http/accept.ts';

const OLD = { type: 'application/ld+json', profile: 'http://example.org/2/context.json' };
const NEW = { type: 'application/ld+json', profile: 'http://example.org/3/context.json' };
const PLAIN = { type: 'application/json', profile: 'http://example.org/3/context.json' };

describe('an Accept header', () => {
  it('is read with its weights and profiles, in quotes or not', () => {
    expect(
      parseAccept(
        'Application/LD+JSON ; Profile="http://a.example/x,y;z http://b.example/" ; q=0.5, ' +
          'application/json;profile=http://c.example/;Q=0.25, */*;q=0',
      ),
    ).toEqual([
      {
        type: 'application/ld+json',
        profiles: ['http://a.example/x,y;z', 'http://b.example/'],
        weight: 0.5,
      },
      { type: 'application/json', profiles: ['http://c.example/'], weight: 0.25 },
      { type: '*/*', profiles: [], weight: 0 },
    ]);
  });

  it.each([
    ['', []],
    [' , ,', []],
    ['a/b;q=2', [{ type: 'a/b', profiles: [], weight: 0 }]],
    ['a/b;q=often', [{ type: 'a/b', profiles: [], weight: 0 }]],
    ['a/b;q', [{ type: 'a/b', profiles: [], weight: 0 }]],
    ['a/b;profile="never, closed', [{ type: 'a/b', profiles: ['never,', 'closed'], weight: 1 }]],
    [
      'a/b;profile="with \\"quotes\\", c"',
      [{ type: 'a/b', profiles: ['with', '"quotes",', 'c'], weight: 1 }],
    ],
    ['a/b;profile="x\\",y"', [{ type: 'a/b', profiles: ['x",y'], weight: 1 }]],
    ['a/b;__proto__=1;profile=', [{ type: 'a/b', profiles: [], weight: 1 }]],
  ])('that is malformed does no harm: %s', (header, ranges) => {
    expect(parseAccept(header)).toEqual(ranges);
  });

  it('is read up to a bound', () => {
    const header = `a/b;profile="${'\\"'.repeat(100_000)}`;
    expect(parseAccept(header)[0]?.profiles[0]?.length).toBeLessThan(4000);
    expect(parseAccept('a/b,'.repeat(100_000)).length).toBeLessThan(2000);
  });
});

describe('the offer that a client likes best', () => {
  it.each([
    [undefined, NEW],
    ['', NEW],
    ['*/*', NEW],
    ['image/png', NEW],
    [`${OLD.type};profile="${OLD.profile}"`, OLD],
    [`${OLD.type};profile=${OLD.profile}`, OLD],
    [`${OLD.type};profile="http://example.org/other ${OLD.profile}"`, OLD],
    [`${OLD.type};profile="${OLD.profile} ${NEW.profile}"`, NEW],
    [`${OLD.type};profile="${OLD.profile}";q=0.9, ${NEW.type};profile="${NEW.profile}";q=0.8`, OLD],
    [`${OLD.type};profile="${OLD.profile}";q=0.8, ${NEW.type};profile="${NEW.profile}";q=0.9`, NEW],
    // What is named exactly goes before what is only met.
    [`${OLD.type};profile="${OLD.profile}", */*`, OLD],
    [`${OLD.type};profile="${OLD.profile}", ${PLAIN.type}`, OLD],
    ['application/json, */*', PLAIN],
    ['application/json;q=0.1, application/*;q=0.2', NEW],
    // The most exact range counts, even if a wider one says more.
    [`${NEW.type};profile="${NEW.profile}";q=0, ${NEW.type}`, OLD],
    ['application/ld+json;q=0, */*;q=0.1', PLAIN],
    ['application/ld+json;profile="http://example.org/unknown"', NEW],
  ])('of %s', (header, offer) => {
    expect(preferredOffer(header, [NEW, PLAIN, OLD])).toEqual(offer);
  });
});

describe('a content coding', () => {
  it.each([
    ['gzip', true],
    ['br, GZIP;q=0.1', true],
    ['*', true],
    ['gzip;q=0, *', false],
    ['br', false],
    ['', false],
    [undefined, false],
  ])('gzip of %s: %s', (header, accepted) => {
    expect(acceptsCoding(header, 'gzip')).toBe(accepted);
  });
});
