import { describe, expect, it } from 'vitest';
import english from '../../../viewer/messages/en.json' with { type: 'json' };
import russian from '../../../viewer/messages/ru.json' with { type: 'json' };
import { KEYS, scanActOf, signOf } from '../../../viewer/state/keys.ts';

const press = (
  key: string,
  more: { code?: string; ctrlKey?: boolean; altKey?: boolean; graph?: boolean } = {},
) =>
  scanActOf(
    signOf({
      key,
      code: more.code ?? '',
      ctrlKey: more.ctrlKey ?? false,
      altKey: more.altKey ?? false,
      metaKey: false,
      getModifierState: (name) => name === 'AltGraph' && more.graph === true,
    }),
  );

describe('keys', () => {
  it('do one thing each, and each has a name in every language', () => {
    const keys = KEYS.flatMap((entry) => entry.keys.filter((key) => key.length === 1));
    expect(keys.length).toBeGreaterThan(12);
    expect(new Set(keys).size).toBe(keys.length);
    for (const { says } of KEYS) {
      for (const messages of [english, russian]) expect(messages[says]).toBeTruthy();
    }
  });

  it('are read as they are written on the keyboard', () => {
    expect(['+', '=', '-', '0', '[', ']', 'r', 'f', 'x'].map((key) => press(key))).toEqual([
      ...['zoomIn', 'zoomIn', 'zoomOut', 'wholePage', 'turnLeft', 'turnRight', 'lines', 'fullScreen'],
      undefined,
    ]);
  });

  it('are found on a Russian keyboard where they are on a Latin one', () => {
    expect(press('ъ', { code: 'BracketRight' })).toBe('turnRight');
    expect(press('к', { code: 'KeyR' })).toBe('lines');
    // A Latin layout that has another letter there means that letter.
    expect(press('p', { code: 'KeyR' })).toBeUndefined();
  });

  it('are left to the browser when held with others, except AltGr, which writes brackets', () => {
    expect(press('+', { ctrlKey: true })).toBeUndefined();
    expect(press('f', { ctrlKey: true })).toBeUndefined();
    expect(press('[', { ctrlKey: true, altKey: true, graph: true })).toBe('turnLeft');
  });
});
