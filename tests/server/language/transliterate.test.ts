import { describe, expect, it } from 'vitest';
import { transliterate } from '../../../server/language/transliterate.ts';

describe('transliterate', () => {
  it.each([
    ['Щедрый Ёжик, объём', 'Shchedryi Ezhik, obem'],
    ['Київ, Ґалаґан, Єва', 'Kiyiv, Galagan, Yeva'],
    ['България, домъ', 'Balgariya, dom'],
    ['Љубљана Џорџ', 'Ljubljana Dzordz'],
    ['Ἀθῆναι, Παπανδρέου, Εύβοια', 'Athinai, Papandreou, Evvoia'],
    ['Łódź, Ærø, Đorđe, İzmir, Ankaralı', 'Lodz, Aero, Dorde, Izmir, Ankarali'],
    ['日本 and مصر', '日本 and مصر'],
  ])('writes %s as %s', (text, latin) => {
    expect(transliterate(text)).toBe(latin);
  });

  it.each([
    ['구미', 'gumi'],
    ['백암', 'baegam'],
    ['합덕', 'hapdeok'],
    ['벚꽃', 'beotkkot'],
    ['백마', 'baengma'],
    ['종로', 'jongno'],
    ['왕십리', 'wangsimni'],
    ['별내', 'byeollae'],
    ['신라', 'silla'],
    ['해돋이', 'haedoji'],
    ['같이', 'gachi'],
    ['좋고', 'joko'],
    ['놓다', 'nota'],
    ['묵호', 'mukho'],
    ['집현전', 'jiphyeonjeon'],
    ['낙동강', 'nakdonggang'],
    ['독립', 'dongnip'],
    ['평양', 'pyeongyang'],
    ['박헌영', 'bakheonyeong'],
    ['울릉', 'ulleung'],
    ['대관령', 'daegwallyeong'],
  ])('romanises %s as %s', (hangul, latin) => {
    expect(transliterate(hangul)).toBe(latin);
    expect(transliterate(hangul.normalize('NFD'))).toBe(latin);
  });
});
