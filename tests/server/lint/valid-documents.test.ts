import { describe, expect, it } from 'vitest';
import { documentWords } from '../../../server/lint/document-kind.ts';
import { lint } from '../../../server/lint/lint.ts';
import { readDocument } from '../../../server/lint/reading.ts';
import { fixture, fixtureNames } from './fixture.ts';

/** Kinds of the IIIF cookbook for documents like ours, by the number of their recipe. */
const RECIPES = [
  ...[
    '0005',
    '0006',
    '0007',
    '0008',
    '0009',
    '0010',
    '0011',
    '0013',
    '0017',
    '0019',
    '0024',
    '0025',
    '0030',
    '0031',
  ],
  ...[
    '0032',
    '0033',
    '0046',
    '0047',
    '0053',
    '0057',
    '0068',
    '0117',
    '0118',
    '0135',
    '0154',
    '0202',
    '0230',
    '0231',
  ],
  ...[
    '0234',
    '0240',
    '0258',
    '0261',
    '0266',
    '0269',
    '0283',
    '0299',
    '0306',
    '0309',
    '0318',
    '0346',
    '0464',
    '0466',
  ],
  ...['0485', '0540', '0561', '0599'],
];

describe('against a document in which nothing is wrong', () => {
  it('stands nothing, in any of the kinds that there are', () => {
    const numbers = new Set(fixtureNames().map((name) => name.slice(0, 4)));
    expect(RECIPES.filter((number) => !numbers.has(number))).toEqual([]);
    expect(fixtureNames().length).toBeGreaterThan(60);
  });

  it.each(fixtureNames())('the linter says nothing: %s', (name) => {
    expect(lint(fixture(name)).findings).toEqual([]);
  });

  it('was looked at in all its parts', () => {
    const kinds = new Set(readDocument(fixture('whole')).nodes.map(({ kind }) => kind));
    const inTwo = readDocument(fixture('version-2-list')).nodes.map(({ kind }) => kind);
    expect([...kinds].sort()).toEqual([
      ...[
        'Agent',
        'Annotation',
        'AnnotationPage',
        'Canvas',
        'Collection',
        'Content',
        'Manifest',
        'Range',
        'Service',
      ],
      ...['SpecificResource', 'Statement', 'TextualBody'],
    ]);
    expect(inTwo).toContain('Annotation');
  });

  it.each([
    ['whole', 'Manifest, Presentation 3.0'],
    ['0309-annotation-collection', 'AnnotationCollection, Presentation 3.0'],
    ['0057-version-2', 'Manifest, Presentation 2.1'],
    ['version-2-list', 'AnnotationList, Presentation 2.1'],
    ['image-1', 'info.json, Image API 1'],
    ['image-2', 'info.json, Image API 2'],
    ['image-3', 'info.json, Image API 3'],
    ['search-1', 'search response, Content Search 1.0'],
    ['search-2', 'search response, Content Search 2.0'],
    ['terms-1', 'autocomplete response, Content Search 1.0'],
    ['terms-2', 'autocomplete response, Content Search 2.0'],
    ['web-annotation-page', 'AnnotationPage, Web Annotation'],
    ['discovery', 'Change Discovery (not judged)'],
  ])('the linter knows what it judges: %s is %s', (name, words) => {
    expect(documentWords(lint(fixture(name)).kind)).toBe(words);
  });
});
