import { describe, expect, it } from 'vitest';
import { fold } from '../../../server/language/fold.ts';

describe('fold', () => {
  it('takes off case, diacritics and compatibility forms', () => {
    expect(fold('Délégué ﬁn № Straße Άθήνα')).toBe('delegue fin no strasse αθηνα');
    expect(fold('Cœur Æther Ødegård Đà Nẵng')).toBe('coeur aether odegard da nang');
  });

  it('reads ё as е, and keeps й, however it is encoded', () => {
    expect(fold('Ёлка ЙОД')).toBe('елка йод');
    expect(fold('Ёлка ЙОД'.normalize('NFD'))).toBe('елка йод');
  });

  it('leaves out what nobody sees', () => {
    expect(fold('te\u00adle\u200bgram\ufeff')).toBe('telegram');
  });

  it('leaves Hangul, Kana and Devanagari whole', () => {
    for (const text of ['김일성', 'ガギ', 'हिन्दी']) expect(fold(text)).toBe(text.normalize('NFC'));
  });
});
