import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contrast, GROUNDS, leastContrast, withContrast } from '../../../server/model/contrast.ts';

describe('contrast', () => {
  it('is what WCAG says of known pairs, either way round', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
    expect(contrast('#ffffff', '#767676')).toBeCloseTo(4.54, 2);
    expect(contrast('#8e2f1f', '#8e2f1f')).toBe(1);
  });

  it('is reckoned with the grounds that the style sheet has', () => {
    const tokens = readFileSync(join(import.meta.dirname, '../../../look/tokens.css'), 'utf8');
    const names = { ground: [0, 0], surface: [0, 0], 'on-accent': [0, 0] };
    const told = Object.keys(names).map((name) =>
      [...tokens.matchAll(new RegExp(`--${name}: (#[0-9a-f]{6});`, 'g'))].slice(0, 2).map(([, hex]) => hex),
    );
    expect(told).toEqual([
      [GROUNDS.light.grounds[0], GROUNDS.dark.grounds[0]],
      [GROUNDS.light.grounds[1], GROUNDS.dark.grounds[1]],
      [GROUNDS.light.onAccent, GROUNDS.dark.onAccent],
    ]);
  });

  it('is enough of our own accents', () => {
    expect(leastContrast('#8e2f1f', 'light')).toBeGreaterThan(7);
    expect(leastContrast('#e08a73', 'dark')).toBeGreaterThan(4.5);
  });
});

describe('a colour with more contrast', () => {
  it('is the colour itself where that has it', () => {
    expect(withContrast('#8e2f1f', 'light', 4.5)).toBe('#8e2f1f');
  });

  it.each([
    ['#ffcc00', 'light'],
    ['#000080', 'dark'],
    ['#ffffff', 'light'],
    ['#000000', 'dark'],
  ] as const)('is near %s and has it in the %s', (colour, scheme) => {
    for (const least of [4.5, 7]) {
      const found = withContrast(colour, scheme, least);
      expect(leastContrast(found, scheme)).toBeGreaterThanOrEqual(least);
      expect(leastContrast(found, scheme)).toBeLessThan(least + 0.6);
    }
  });

  it('is black or white where too much is asked', () => {
    expect(withContrast('#ffcc00', 'light', 21)).toBe('#000000');
    expect(withContrast('#ffcc00', 'dark', 21)).toBe('#ffffff');
  });
});
