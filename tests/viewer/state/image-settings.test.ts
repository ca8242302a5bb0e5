import { afterEach, describe, expect, it } from 'vitest';
import { speak } from '../../../viewer/messages/messages.ts';
import {
  changesOf,
  filterOf,
  isPlain,
  parseSettings,
  PLAIN,
  rememberedSettings,
  rememberSettings,
  turnedBy,
} from '../../../viewer/state/image-settings.ts';

const changed = { contrast: 140, brightness: 90, negative: true, grey: true, degrees: -12.5 };

afterEach(() => speak('en'));

describe('how an image is shown', () => {
  it('is read as it was kept', () => {
    expect(parseSettings(JSON.stringify(changed))).toEqual(changed);
  });

  it('is as it was scanned where what was kept is not of our making', () => {
    const hostile = [
      ...[null, '', 'null', '[]', '7', '"x"', '{', '{"__proto__":{"negative":true}}'],
      ...['{"contrast":"140"}', '{"contrast":1e9,"brightness":-1}', '{"negative":"yes","grey":1}'],
      ...['{"degrees":"90"}', '{"degrees":1e999}', '{"degrees":null}', '{"contrast":null}'],
    ];
    for (const kept of hostile) expect([kept, parseSettings(kept)]).toEqual([kept, PLAIN]);
  });

  it('keeps what can be read beside what cannot', () => {
    expect(parseSettings('{"contrast":200,"brightness":"x","degrees":450}')).toEqual({
      ...PLAIN,
      contrast: 200,
      degrees: 90,
    });
  });

  it('is turned to within half a turn, to a tenth of a degree', () => {
    expect([270, -180, 0.04, 12.34, 719.96].map((degrees) => turnedBy(PLAIN, degrees).degrees)).toEqual([
      ...[-90, 180, 0, 12.3, 0],
    ]);
  });

  it('is no filter at all where nothing is filtered', () => {
    expect(filterOf({ ...PLAIN, degrees: 90 })).toBe('');
    expect(filterOf({ ...PLAIN, brightness: 90, negative: true, grey: true })).toBe(
      'grayscale(1) brightness(0.9) invert(1)',
    );
  });

  it('leaves paper light and makes faint ink darker by contrast', () => {
    const tone = (light: number) =>
      [...filterOf({ ...PLAIN, contrast: 200 }).matchAll(/(\w+)\(([\d.]+)\)/g)].reduce(
        (value, [, name, by]) => {
          const changed = name === 'contrast' ? (value - 0.5) * Number(by) + 0.5 : value * Number(by);
          return Math.min(1, Math.max(0, changed));
        },
        light,
      );
    const [paper, carbon] = [0.86, 0.7];
    expect(tone(paper)).toBeGreaterThan(0.9);
    expect(tone(paper) - tone(carbon)).toBeCloseTo(2 * (paper - carbon), 5);
  });

  it('is said in words', async () => {
    expect(isPlain(PLAIN)).toBe(true);
    expect(changesOf({ ...PLAIN, contrast: 140, degrees: 90 })).toEqual([
      'contrast 140\u00a0%',
      'turned 90°',
    ]);
    await speak('ru');
    expect(changesOf({ ...PLAIN, negative: true, degrees: 12.5 })).toEqual(['негатив', 'поворот 12,5°']);
  });

  it('is forgotten, and no error, where the browser keeps nothing', () => {
    expect(() => rememberSettings('document', changed)).not.toThrow();
    expect(rememberedSettings('another document')).toEqual(PLAIN);
  });
});
