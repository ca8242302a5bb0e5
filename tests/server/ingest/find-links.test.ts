import { describe, expect, it } from 'vitest';
import { findLinks } from '../../../server/ingest/find-links.ts';
import type { Segment } from '../../../server/model/text.ts';

const ORIGINAL = [
  ['Докладываю о поездке в Сольмок 12 октября 1950 года.', '705'],
  ['Министр Ли Сан Чжо принял нас утром.', '705'],
  ['Он сообщил, что мост через реку', '705'],
  ['разрушен 4 августа.', '706'],
  ['Школа в деревне закрыта до весны.', '706'],
  ['Прошу ответить телеграммой.', '706'],
].map(([value = '', page = ''], index): Segment => ({
  ...{ id: `l${index}`, value, granularity: 'line', block: page },
  places: [{ page, box: { x: 100, y: 100 + 50 * index, width: 800, height: 40 } }],
  ...{ words: [], renders: [] },
}));

const paragraph = (id: string, value: string, page = '705'): Segment => ({
  ...{ id, value, granularity: 'paragraph', places: [{ page }] },
  ...{ words: [], renders: [] },
});

const TRANSLATION = [
  paragraph(
    'p0',
    'I report on the journey to Solmok on 12 October 1950. Minister Li Sang-cho received us in the morning.',
  ),
  paragraph('p1', 'He told us that the bridge across the river was destroyed on 4 August.'),
  paragraph('p2', 'The school in the village is closed until spring.', '706'),
  paragraph('p3', 'Please reply by telegram.', '706'),
];

const find = (translation: readonly Segment[]) =>
  findLinks({ language: 'en', segments: translation }, { language: 'ru', segments: ORIGINAL });

describe('links that nobody made', () => {
  it('tell which lines a paragraph renders, where these stand on every page, and how sure that is', () => {
    const found = find(TRANSLATION);
    expect(found.map(({ renders }) => renders)).toEqual([['l0', 'l1'], ['l2', 'l3'], ['l4'], ['l5']]);
    expect(found[1]?.places).toEqual([
      { page: '705', box: { x: 100, y: 200, width: 800, height: 40 } },
      { page: '706', box: { x: 100, y: 250, width: 800, height: 40 } },
    ]);
    for (const { link } of found) {
      expect(link).toMatchObject({ origin: 'machine', confidence: expect.any(Number) });
      expect(link?.confidence).toBeGreaterThan(0.5);
    }
  });

  it('leave a translation alone in which a person linked anything', () => {
    const byHand = TRANSLATION.map((one, index) => (index === 2 ? { ...one, renders: ['l0'] } : one));
    expect(find(byHand)).toEqual(byHand);
  });

  it('leave what renders nothing where it was', () => {
    const note = paragraph(
      'p9',
      'Translator’s remark: the depot at Wonsan had belonged to a company called Mitsubishi.',
    );
    const found = find([...TRANSLATION.slice(0, 2), note, ...TRANSLATION.slice(2)]);
    expect(found[2]).toEqual(note);
    expect(found[3]?.renders).toEqual(['l4']);
  });

  it('never take a paragraph off the page that its source names', () => {
    const lost = paragraph('p9', 'The school in the village is closed until spring.', '707');
    const found = find([...TRANSLATION.slice(0, 2), lost, ...TRANSLATION.slice(3)]);
    expect(found[2]).toEqual(lost);
  });

  it('are none where two texts share too little to tell whether one renders the other', () => {
    const recipe = ['Whisk the eggs with sugar until pale.', 'Fold in the flour.', 'Bake it slowly.'].map(
      (value, at) => paragraph(`e${at}`, value),
    );
    expect(find(recipe)).toEqual(recipe);
    const [one] = recipe;
    const alone = { language: 'ru', segments: ORIGINAL.slice(4, 5) };
    expect(one === undefined ? [] : findLinks({ language: 'en', segments: [one] }, alone)).toEqual([one]);
  });

  it('name parts in reading order, whatever stands between them', () => {
    for (const { link } of find(TRANSLATION)) {
      const order = link?.parts.map(({ segment }) => Number(segment.slice(1))) ?? [];
      expect(order).toEqual(order.toSorted((a, b) => a - b));
    }
  });

  it('leave alone what has nothing to do with the original, and what is empty', () => {
    const other = Array.from({ length: 12 }, (_, at) =>
      paragraph(
        `q${at}`,
        `In ${1700 + at} the brewery of Lindhafen sold ${at * 13} barrels of beer to Skelvik.`,
      ),
    );
    expect(find(other)).toEqual(other);
    expect(find([])).toEqual([]);
  });
});
