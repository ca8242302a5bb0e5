import { describe, expect, it } from 'vitest';
import {
  citationIn,
  citationsAddress,
  citationsIn,
  isStyle,
  plainCitation,
} from '../../../viewer/iiif/citations.ts';

const one = (more: object) => ({ style: 'mla', name: 'MLA', language: 'en', ...more });

describe('citations that a server wrote out', () => {
  it('are read with italics and languages, and nothing else of their markup', () => {
    const html =
      'A &amp; B, “<span lang="ru" dir="ltr">Письмо</span>,” <i>Archive</i> <b onclick="x">bold</b> &#x3C;i&#62; &nope; <';
    const [citation] = citationsIn({ citations: [one({ html })] }, 'en').citations;
    expect(citation?.runs.map(({ text, isItalic, language }) => [text, isItalic, language])).toEqual([
      ['A & B, “', false, ''],
      ['Письмо', false, 'ru'],
      [',” ', false, ''],
      ['Archive', true, ''],
      [' bold <i> &nope; <', false, ''],
    ]);
    expect(citation === undefined ? '' : plainCitation(citation)).toBe(
      'A & B, “Письмо,” Archive bold <i> &nope; <',
    );
  });

  it('come with the shelfmark in the reader’s language and links for reference managers', () => {
    const answer = {
      citations: [one({ text: 'plain' })],
      shelfmark: { en: ['Archive, f. 5'], ru: ['Архив. Ф. 5'] },
      seeAlso: [
        { id: 'https://x.example/d.ris', label: { none: ['RIS'] }, format: 'application/x' },
        { id: 'javascript:alert(1)', label: { none: ['Bad'] } },
      ],
    };
    const read = citationsIn(answer, 'ru');
    expect(read.shelfmark?.values).toEqual(['Архив. Ф. 5']);
    expect(read.downloads.map(({ address }) => address)).toEqual(['https://x.example/d.ris']);
    expect(read.citations[0]?.runs[0]?.text).toBe('plain');
  });

  it.each([
    undefined,
    null,
    'text',
    [],
    {},
    { citations: 'x' },
    { citations: [{}, one({ style: '<b>' }), one({})] },
  ])('are none in %j', (json) => {
    expect(citationsIn(json, 'en').citations).toEqual([]);
  });

  it('begin with the first in the reader’s language until one is chosen', () => {
    const { citations } = citationsIn(
      {
        citations: [
          one({ style: 'chicago-note', text: 'a' }),
          one({ style: 'mla', text: 'b' }),
          one({ style: 'gost', language: 'ru', text: 'c' }),
        ],
      },
      'ru',
    );
    const style = (chosen: string | undefined, language: string) =>
      citationIn(citations, chosen, language)?.style;
    expect(style(undefined, 'ru')).toBe('gost');
    expect(style(undefined, 'en')).toBe('chicago-note');
    expect(style(undefined, 'de')).toBe('chicago-note');
    expect(style('mla', 'ru')).toBe('mla');
    expect(style('unheard-of', 'ru')).toBe('gost');
  });

  it('are asked for by the URIs of the manifest', () => {
    expect(
      citationsAddress('https://x.example/d.json?key=1', { canvas: 'urn:c?1', annotation: undefined }),
    ).toBe('https://x.example/d.json?key=1&canvas=urn%3Ac%3F1');
  });

  it('have styles whose ids are plain words', () => {
    expect(['chicago-note', 'gost', '', 'x'.repeat(41), '<b>', 'A'].map(isStyle)).toEqual([
      ...[true, true, false, false, false, false],
    ]);
  });
});
