import { describe, expect, it } from 'vitest';
import { anchorsOf, soundOf } from '../../../server/alignment/anchors.ts';
import { waypointsIn } from '../../../server/alignment/waypoints.ts';
import { weighAnchors } from '../../../server/alignment/anchor-weights.ts';
import { lengthModelOf, lengthScore, lettersPerCharacter } from '../../../server/alignment/length-model.ts';

const shared = (a: string, first: string, b: string, second: string) => {
  const others = new Set(anchorsOf(b, second));
  return [...new Set(anchorsOf(a, first))].filter((anchor) => others.has(anchor));
};

describe('anchors', () => {
  it('know a number however its thousands are parted', () => {
    for (const written of ['8.839 m', '8 839 m', '8,839 m', '8’839 m', '8839 m']) {
      expect(anchorsOf(written, 'de')).toContain('n8839');
    }
    expect(anchorsOf('8,5', 'de')).toContain('n8.5');
    expect(anchorsOf('007', 'en')).toContain('n7');
  });

  it.each([
    ['Гималаи', 'Himalaya'],
    ['Kommission', 'commission'],
    ['Хрущёв', 'Khrushchev'],
    ['Sekretär', 'secrétaire'],
    ['Philosophie', 'философия'],
  ])('hear %s and %s alike where they begin', (one, other) => {
    const [a, b] = [soundOf(one), soundOf(other)];
    // Himalaya begins with a letter that Russian writes as г.
    const beginning = one === 'Гималаи' ? [a.slice(1, 5), b.slice(1, 5)] : [a.slice(0, 4), b.slice(0, 4)];
    expect(beginning[0]).toBe(beginning[1]);
  });

  it('know words for the same by a list, in languages that sound nothing alike', () => {
    expect(shared('Мост разрушен.', 'ru', 'The bridge is destroyed.', 'en')).toHaveLength(1);
    expect(shared('七月的铁路', 'zh', 'The railway in July', 'en')).toHaveLength(2);
    expect(shared('병원에는 의사가', 'ko', 'the doctors', 'en')).toHaveLength(1);
    expect(shared('Im Winter', 'de', 'En hiver', 'fr')).toHaveLength(1);
    expect(shared('Мост разрушен.', 'xx', 'The bridge is destroyed.', 'en')).toHaveLength(0);
  });
});

describe('waypoints', () => {
  it('are where several anchors stand that stand nowhere else, in an order that grows in both', () => {
    const source = [['a', 'b'], ['c', 'd'], ['e'], ['f', 'g'], ['h', 'h2'], ['x']];
    const target = [['x'], ['a', 'b'], ['h', 'h2'], ['c', 'd'], ['e'], ['f', 'g']];
    expect(waypointsIn(weighAnchors(source, target))).toEqual([
      { source: 1, target: 3 },
      { source: 3, target: 5 },
    ]);
  });
});

describe('the length model', () => {
  it('finds equal lengths likeliest, by the ratio of the whole texts', () => {
    const model = lengthModelOf(1000, 1200);
    expect(lengthScore(100, 120, model)).toBeCloseTo(0, 2);
    expect(lengthScore(100, 90, model)).toBeLessThan(lengthScore(100, 110, model));
    expect(lengthScore(100, 1000, model)).toBeLessThan(-50);
    expect(lengthScore(0, 0, model)).toBe(0);
  });

  it('does not believe the lengths of whole texts of which one has much that the other lacks', () => {
    expect(lengthModelOf(1000, 1200)).toMatchObject({ ratio: 1.2, isGuess: false });
    expect(lengthModelOf(1000, 300)).toMatchObject({ ratio: 0.75, isGuess: true });
    expect(lengthModelOf(0, 300)).toMatchObject({ ratio: 1, isGuess: false });
  });

  it('lets a character of Chinese and a syllable of Korean say as much as they do', () => {
    const [chinese, english] = [
      lettersPerCharacter(['河務委員會。']),
      lettersPerCharacter(['River Commission']),
    ];
    expect(english).toBe(1);
    expect(chinese).toBeGreaterThan(2.5);
    expect(lettersPerCharacter(['나루터'])).toBe(2);
    expect(lengthModelOf(100, 280, chinese / english)).toMatchObject({ ratio: 2.8, isGuess: false });
    expect(lettersPerCharacter([])).toBe(1);
  });

  it('gives the tails that tables of the normal distribution give', () => {
    // A ratio of 1 and mean of 100 characters: one deviation is sqrt(680).
    const model = lengthModelOf(1, 1);
    for (const [deviations, probability] of [
      [1, 0.3173],
      [2, 0.0455],
      [3, 0.0027],
    ] as const) {
      const half = (deviations * Math.sqrt(680)) / 2;
      expect(Math.exp(lengthScore(100 - half, 100 + half, model))).toBeCloseTo(probability, 3);
    }
  });
});
