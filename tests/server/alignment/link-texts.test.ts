import { dirname } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { linkTexts, type LinkableSegment } from '../../../server/alignment/link-texts.ts';
import type { Segment, SegmentPart } from '../../../server/model/text.ts';
import { openSqliteStore } from '../../../server/store/sqlite/sqlite-store.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { ingestOnce } from '../../support/test-app.ts';

const root = dirname(dirname(dirname(import.meta.dirname)));
const TELEGRAM = 'telegram-1950-10-07';

describe('the specimen telegram', () => {
  const texts = new Map<string, Segment[]>();

  beforeAll(async () => {
    const store = openSqliteStore(':memory:');
    await ingestOnce(root, temporaryFolder(afterAll), store);
    for (const id of ['ru', 'en-a', 'en-b']) texts.set(id, await store.segments(TELEGRAM, id));
    await store.close();
  });

  const read = (id: string, language: string) => ({
    language,
    segments: (texts.get(id) ?? []).map(({ id: name, value, block, granularity }): LinkableSegment => ({
      id: name,
      value,
      block,
      granularity: granularity === 'line' ? 'line' : 'paragraph',
    })),
  });
  const words = (id: string, parts: readonly SegmentPart[]) =>
    parts
      .map(({ segment, start, end }) =>
        texts
          .get(id)
          ?.find((one) => one.id === segment)
          ?.value.slice(start, end),
      )
      .join(' ');

  it('finds the place of every sentence of a translation that nobody linked', () => {
    const { links, relation } = linkTexts(read('ru', 'ru'), read('en-b', 'en'));
    expect(relation).toBe('rendering');
    const told = links.map(({ original, rendering }) => [
      words('ru', original).slice(0, 18),
      words('en-b', rendering).slice(0, 18),
    ]);
    expect(told).toEqual([
      ['СОВЕРШЕННО СЕКРЕТН', 'Top Secret.'],
      ['Экз. № 2', 'Second copy.'],
      ['ТЕЛЕГРАММА № 318 и', 'Cable no. 318, sen'],
      ['Докладываю: 4 октя', 'This is to inform '],
      ['По словам О Гын Да', 'He says he was see'],
      ['Первая беседа каса', 'In their first tal'],
      ['Мун Тхэ Гок заявил', 'The commission, Mu'],
      ['Он пояснил, что по', 'Were they to be se'],
      ['Кроме того, замети', 'He remarked, too, '],
      ['О Гын Даму посовет', 'His advice to O Ge'],
      ['Склады на правом б', 'According to Mun T'],
      ['На совещании 5 окт', 'Those present on O'],
      ['Заместитель минист', 'Choe Eun-seol, the'],
      ['Решено:', 'Decisions:'],
      ['1. Постройку посто', 'A permanent bridge'],
      ['2. Паром у Сольмок', 'The Solmok ferry w'],
      ['3. Закупить 1800 к', '1800 cubic meters '],
      ['Официально о возвр', 'Nobody has yet tol'],
      ['Сведения получены ', 'We have this from '],
      ['Прошу указать, как', 'Please advise what'],
      ['ОЛЬШАНИКОВ', 'Olshanikov'],
      ['Отпечатано в 3 экз', 'Three copies typed'],
    ]);
  });

  it('finds again where a person linked the other translation', () => {
    const { links } = linkTexts(read('ru', 'ru'), read('en-a', 'en'));
    const found = new Set(
      links.flatMap(({ original, rendering }) =>
        rendering.flatMap((part) => original.map((line) => `${part.segment} ${line.segment}`)),
      ),
    );
    const pairs = (texts.get('en-a') ?? []).flatMap(({ id, renders }) =>
      renders.map((line) => `${id} ${line}`),
    );
    expect(pairs.length).toBeGreaterThan(40);
    const missed = pairs.filter((pair) => !found.has(pair));
    expect(missed.length / pairs.length).toBeLessThan(0.05);
  });

  it('says from which part of a line on a sentence stands', () => {
    const { links } = linkTexts(read('ru', 'ru'), read('en-b', 'en'));
    const [first, second] = links.filter(({ rendering }) =>
      /^(The commission, Mun|Were they)/.test(words('en-b', rendering)),
    );
    // "… и водолазов не может. Он пояснил, что появление их": one line, two sentences.
    const [end, begin] = [first?.original.at(-1), second?.original[0]];
    expect(end?.segment).toBe(begin?.segment);
    expect(end?.end).toBeLessThan(begin?.start ?? 0);
  });

  it('links nothing of a text that renders something else', () => {
    const other = {
      language: 'en',
      segments: Array.from({ length: 20 }, (_, at) => ({
        id: `s${at}`,
        value: `The ferry of ${1950 - at} left Solmok for the right bank on ${at + 1} October with 318 cubic metres of timber.`,
        granularity: 'paragraph' as const,
      })),
    };
    expect(linkTexts(read('ru', 'ru'), other)).toEqual({ links: [], relation: 'unrelated' });
  });
});

it('links the entries of a table of contents, however long the dots are that lead to their pages', () => {
  const segments = (granularity: 'line' | 'paragraph', values: readonly string[]) =>
    values.map((value, at) => ({ id: `${granularity}${at}`, value, granularity, block: 'a' }));
  const original = segments('line', [
    'I. Der Hafen von Skelvik ............................................. 3',
    '1. Lage und Tiefe .................................................... 3',
    '2. Kais und Krane .................................................... 3',
    'II. Zölle und Abgaben in Skelvik ..................................... 5',
    'III. Die Arbeiter .................................................... 6',
  ]);
  const rendering = segments('paragraph', [
    'I. The harbour of Skelvik: 1. Position and depth, 3; 2. Quays and cranes, 3',
    'II. Customs and dues in Skelvik, 5',
    'III. The workers, 6',
  ]);
  const { links } = linkTexts(
    { language: 'de', segments: original },
    { language: 'en', segments: rendering },
  );
  expect(
    links.map((link) => [link.original, link.rendering].map((parts) => parts.map(({ segment }) => segment))),
  ).toEqual([
    [['line0', 'line1', 'line2'], ['paragraph0']],
    [['line3'], ['paragraph1']],
    [['line4'], ['paragraph2']],
  ]);
});

it('links nothing where there is nothing', () => {
  const empty = { language: 'en', segments: [] };
  expect(linkTexts(empty, empty)).toEqual({ links: [], relation: 'unknown' });
  const one = { language: 'en', segments: [{ id: 'a', value: 'One.', granularity: 'line' as const }] };
  expect(linkTexts(one, empty).links).toEqual([]);
});
