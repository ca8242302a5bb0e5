import { describe, expect, it } from 'vitest';
import { descriptionAmong, parseLinkHeader } from '../../../viewer/iiif/alternates.ts';

const presentation = (version: number) =>
  `application/ld+json;profile="http://iiif.io/api/presentation/${version}/context.json"`;
const alternate = (href: string, type: string) => ({ href, rel: 'alternate', type });

describe('a Link header', () => {
  it('is read with its quotes, its commas and what is quoted within', () => {
    const header = String.raw`<https://a.example/d,1>; rel="cite-as", </m>; rel=alternate; type="application/ld+json;profile=\"http://iiif.io/api/presentation/3/context.json\"" , <b>;title*=UTF-8''x;rel="x ALTERNATE";crossorigin`;
    expect(parseLinkHeader(header)).toEqual([
      { href: 'https://a.example/d,1', rel: 'cite-as', type: '' },
      alternate('/m', presentation(3)),
      { href: 'b', rel: 'x ALTERNATE', type: '' },
    ]);
  });

  it('ends where it is none, and at once however long it is', () => {
    expect(parseLinkHeader('')).toEqual([]);
    expect(parseLinkHeader('rel=alternate')).toEqual([]);
    expect(parseLinkHeader('<a>; rel="never closed, <b>')).toEqual([{ href: 'a', rel: '', type: '' }]);
    const before = performance.now();
    for (const text of ['<', '<a>;', ';', '<a>; a="\\', ' ', ',']) parseLinkHeader(text.repeat(1_000_000));
    expect(performance.now() - before).toBeLessThan(2000);
  });
});

describe('the description that a page names', () => {
  it('is the one in the latest words', () => {
    const links = [
      alternate('feed', 'application/atom+xml'),
      alternate('plain', 'application/ld+json'),
      alternate('two', presentation(2)),
      alternate('three', presentation(3)),
    ];
    expect(descriptionAmong(links)).toBe('three');
    expect(descriptionAmong(links.slice(0, 3))).toBe('two');
    expect(descriptionAmong(links.slice(0, 2))).toBe('plain');
    expect(descriptionAmong(links.slice(0, 1))).toBeUndefined();
  });

  it('is no other one in JSON-LD, and nothing that is no alternate', () => {
    expect(
      descriptionAmong([
        alternate('dc', 'application/ld+json;profile="http://purl.org/dc/terms/"'),
        { ...alternate('cited', presentation(3)), rel: 'describedby' },
        alternate('', presentation(3)),
      ]),
    ).toBeUndefined();
  });
});
