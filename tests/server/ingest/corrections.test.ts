import { describe, expect, it } from 'vitest';
import { alignmentSchema } from '../../../server/ingest/alignment-schema.ts';
import {
  applyCorrections,
  resolveCorrections,
  strayCorrections,
} from '../../../server/ingest/corrections.ts';
import { findLinks } from '../../../server/ingest/find-links.ts';
import { readYaml } from '../../../server/ingest/yaml-file.ts';
import type { Segment } from '../../../server/model/text.ts';

const segment = (id: string, value: string, granularity: 'line' | 'sentence'): Segment => ({
  ...{ id, value, granularity, words: [], renders: [] },
  places:
    granularity === 'line'
      ? [{ page: '1', box: { x: 0, y: Number(id.slice(1)) * 50, width: 900, height: 40 } }]
      : [],
});

const original = {
  language: 'ru',
  segments: [
    'Докладываю о поездке в Сольмок 12 октября 1950 года.',
    'Министр Ли Сан Чжо принял нас утром. Он был',
    'приветлив. Школа в деревне закрыта до весны.',
    'Прошу ответить телеграммой.',
  ].map((value, index) => segment(`l${index}`, value, 'line')),
};
const translation = {
  language: 'en',
  segments: [
    'I report on the journey to Solmok on 12 October 1950.',
    'Minister Li Sang-cho received us in the morning.',
    'He was friendly.',
    'The school in the village is closed until spring.',
    'Please reply by telegram.',
  ].map((value, index) => segment(`t${index}`, value, 'sentence')),
};

/** As ingest does it, with this for an alignment.yaml. */
function correct(yaml: string, texts = { translation, original }) {
  const { value, problems } = readYaml(yaml, alignmentSchema);
  expect(problems).toEqual([]);
  const own = value?.en;
  if (own === undefined) throw new Error('alignment.yaml says nothing of "en"');
  const resolved = resolveCorrections(own, texts, { file: 'alignment.yaml', text: 'en' });
  const corrected = applyCorrections(texts.translation.segments, resolved.corrections, texts.original);
  const segments = findLinks(
    { ...texts.translation, segments: corrected },
    texts.original,
    resolved.corrections,
  );
  return { segments, problems: resolved.problems };
}

describe('corrections of links', () => {
  it('confirm what a machine found, with the parts of lines that are quoted', () => {
    const { segments, problems } = correct(`
en:
  confirmed:
    - rendering: { segments: [t2], words: He was friendly. }
      original: { segments: [l1, l2], words: Он был приветлив. }
`);
    expect(problems).toEqual([]);
    expect(segments[2]?.link).toEqual({
      origin: 'confirmed',
      parts: [
        { segment: 'l1', start: 37, end: 43 },
        { segment: 'l2', start: 0, end: 10 },
      ],
    });
    expect(segments[2]?.places[0]?.parts).toHaveLength(2);
    expect(segments.filter(({ link }) => link?.origin === 'machine')).toHaveLength(4);
  });

  it('make links that no machine would, and the others go around them', () => {
    const { segments } = correct(`
en:
  made:
    - rendering: { segments: [t0] }
      original: { segments: [l3] }
`);
    expect(segments[0]).toMatchObject({ renders: ['l3'], link: { origin: 'hand' } });
    expect(segments.slice(1).flatMap(({ renders }) => renders)).not.toContain('l3');
  });

  it('cut a link, and then it is not found again', () => {
    expect(correct('en: {}').segments[4]?.renders).toEqual(['l3']);
    const cut = correct(`
en:
  cut:
    - rendering: { segments: [t4] }
      original: { segments: [l3] }
    - rendering: { segments: [t3] }
`);
    expect(cut.segments[4]?.renders).not.toContain('l3');
    expect(cut.segments[3]?.link).toBeUndefined();
    expect(cut.segments[1]?.renders).toEqual(['l1']);
  });

  it('cut a link of which they quote any words', () => {
    const cut = correct(`
en:
  cut:
    - rendering: { segments: [t4] }
      original: { words: телеграммой }
`);
    expect(cut.problems).toEqual([]);
    expect(cut.segments[4]?.renders).not.toContain('l3');
  });

  it('outlive changes of the text, by the words that they quote', () => {
    const renamed = {
      translation: {
        ...translation,
        segments: translation.segments.map((one, index) =>
          index === 2 ? { ...one, id: 't77', value: 'He was quite friendly.' } : one,
        ),
      },
      original: { ...original, segments: original.segments.map((one) => ({ ...one, id: `n${one.id}` })) },
    };
    const { segments, problems } = correct(
      `
en:
  confirmed:
    - rendering: { segments: [t2], words: He was quiet friendly. }
      original: { segments: [l1, l2], words: Он был приветлив. }
`,
      renamed,
    );
    expect(problems).toEqual([]);
    expect(segments[2]).toMatchObject({ renders: ['nl1', 'nl2'], link: { origin: 'confirmed' } });
  });

  it('that fit no more are reported, and the others hold', () => {
    const { segments, problems } = correct(`
en:
  made:
    - rendering: { segments: [t9] }
      original: { segments: [l0] }
    - rendering: { segments: [t0], words: Something entirely different here }
      original: { segments: [l0] }
    - rendering: { segments: [t4] }
      original: { words: Прошу ответить телеграммой. }
`);
    expect(problems).toMatchObject([
      { code: 'correction-misfit', at: 'en.made[1]', message: expect.stringContaining('no segment t9') },
      { code: 'correction-misfit', at: 'en.made[2]', message: expect.stringContaining('are not there') },
    ]);
    expect(segments[4]).toMatchObject({ renders: ['l3'], link: { origin: 'hand' } });
  });

  it('of a translation that was linked by hand change what they name, and nothing else is linked', () => {
    const linked = {
      translation: {
        ...translation,
        segments: translation.segments.map((one, index): Segment =>
          index < 2
            ? {
                ...one,
                renders: ['l0', 'l1'],
                link: {
                  origin: 'hand',
                  parts: [
                    { segment: 'l0', start: 0, end: 52 },
                    { segment: 'l1', start: 0, end: 43 },
                  ],
                },
              }
            : one,
        ),
      },
      original,
    };
    const { segments } = correct(
      `
en:
  cut:
    - { rendering: { segments: [t0] }, original: { segments: [l1] } }
    - { rendering: { segments: [t1] } }
`,
      linked,
    );
    expect(segments.map(({ renders }) => renders)).toEqual([['l0'], [], [], [], []]);
  });

  it('of texts that there are not are reported', () => {
    expect(
      strayCorrections({ fr: { confirmed: [], made: [], cut: [] } }, ['en'], 'alignment.yaml'),
    ).toMatchObject([
      { code: 'reference-unknown', at: 'fr', message: expect.stringContaining('there are en') },
    ]);
  });
});
