import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../../server/language/sentences.ts';

/** Sentences written for this test, each with something in it that does not end it. */
const TEXTS: Readonly<Record<string, readonly string[]>> = {
  ru: [
    'Докладываю: 7.X.1950 г. мы прибыли в г. Пекхо.',
    'Тов. Иванов И. И. и проф. В. Н. Петров ждут ответа.',
    '«Стой!» — сказал он.',
    'Что делать?',
    'Куплено 1600 куб. м леса, т. е. половина.',
    'Школы, больницы и т. д. закрыты.',
    'На 12 млн. руб. закуплено муки…',
    'Дом стоит на ул. Мира.',
    'См. стр. 15 и рис. 3.',
    '«Мы вернемся!»',
    'Он сказал: «Не знаю...» и ушел.',
    'В 1950 г. построено 3 моста.',
  ],
  de: [
    'Am 7. Oktober 1950 kam Dr. Müller an.',
    'Er brachte u. a. Zucker, d. h. nichts Neues.',
    'Die 3. Armee steht bei Nr. 12.',
    'Das geschah im 19. Jahrhundert.',
    '„Halt!“ rief er.',
    'Warum?',
    'Um 10.30 Uhr waren es 8.839 m.',
    'Herr J. S. Bach u. Frau Prof. Dr. Weiß wohnen in St. Gallen.',
    'Es kostet ca. 3,50 Mk. bzw. mehr.',
    'Vgl. S. 12 ff. und Bd. 2.',
    'Wir warten …',
    '(Siehe oben.)',
  ],
  fr: [
    'M. Dupont et Mme Durand sont arrivés le 7. 10. 1950.',
    'L’altitude est de 8.839 m.',
    '« Arrêtez ! » cria-t-il.',
    'Pourquoi ?',
    'Voir p. ex. le chap. 3 et la fig. 12.',
    'Mgr. Blanc, J.-P. Martin et R. Petit ont signé.',
    'Il y en a env. 300, etc.',
    'On verra…',
    '(Voir ci-dessus.)',
  ],
  en: [
    'Mr. Smith and Dr. J. K. Brown left at 5 p.m. on Tuesday.',
    'The U.S. Embassy sent telegram No. 318.',
    '"Stop!" he cried.',
    'Why?',
    'It cost 3.50 dollars, i.e. nothing.',
    'Gen. MacArthur vs. the Dept. of State.',
    'See pp. 12-15, fig. 3, vol. 2, etc. for more.',
    'He waited ...',
    '(See above.)',
    'Kim Il Sung said: "We shall see."',
    'Go to www.example.org today.',
    '"Nor do I."',
    "On Oct. 7 he went to 5 St. James's Sq. again.",
  ],
  da: [
    'D. 12. marts 1941 kom hr. Jensen.',
    'Han havde bl.a. brød, dvs. lidt.',
    'Den 3. dag regnede det.',
    '»Stop!« råbte han.',
    'Hvorfor?',
    'Det kostede ca. 3,50 kr. pr. stk. i alt.',
    'Se nr. 5, s. 12 ff. for mere.',
  ],
  nl: [
    'Dhr. Jansen en mevr. De Vries kwamen o.a. met brood.',
    'Het kost ca. 3,50 gld. per stuk, d.w.z. niets.',
    '‘Halt!’ riep hij.',
    'Waarom?',
    'Zie blz. 12 e.v. en afd. 3.',
    "'s Avonds kwam hij op 7 okt. 1909 thuis.",
    'Ir. P. de Boer schreef mr. A. Bakker.',
  ],
};

const sentencesOf = (text: string, language: string) =>
  splitSentences(text, language).map(({ start, end }) => text.slice(start, end));

describe('sentences', () => {
  it.each(Object.entries(TEXTS))('are told apart in %s', (language, sentences) => {
    expect(sentences.length).toBeGreaterThan(5);
    expect(sentencesOf(sentences.join(' '), language)).toEqual(sentences);
  });

  it('ends a sentence after the signs of notes to it, and leaves them with it', () => {
    const split = (text: string) =>
      splitSentences(text, 'en').map(({ start, end }) => text.slice(start, end));
    expect(split('It made 38.[1] On Monday it rested.* Nobody came.[a][2] Why?')).toEqual([
      'It made 38.[1]',
      'On Monday it rested.*',
      'Nobody came.[a][2]',
      'Why?',
    ]);
    expect(splitSentences('他走了。[1]我留下。', 'zh')).toHaveLength(2);
    // What an editor put in is no sign of a note.
    expect(split('He left.[two words] on Monday')).toHaveLength(1);
  });

  it('are told apart where no blanks are', () => {
    const chinese = ['大使馆收到了电报。', '「站住！」他喊道。', '我想……也许不是。', '一九五〇年；十月。'];
    expect(sentencesOf(chinese.join(''), 'zh')).toEqual(chinese);
    const classical = ['子曰：「學而時習之，不亦說乎？」', '有朋自遠方來。'];
    expect(sentencesOf(classical.join(''), 'lzh')).toEqual(classical);
  });

  it('are told apart in Korean, with dates in figures', () => {
    const korean = [
      '1951. 3. 4. 평양에서 보냅니다.',
      '학생이 120명 있습니다.',
      '왜 그렇습니까?',
      '“모릅니다.” 하고 그가 말했다.',
      '“감사합니다.”',
    ];
    expect(sentencesOf(korean.join(' '), 'ko')).toEqual(korean);
  });

  it('begin with their numbers', () => {
    const decided = [
      '1. Построить мост до мая 1951 г.',
      '2. Открыть паром.',
      'II. Разное.',
      '3) Закупить лес.',
    ];
    expect(sentencesOf(decided.join(' '), 'ru')).toEqual(decided);
    expect(sentencesOf('§ 5. The bridge. It is closed.', 'en')).toEqual([
      '§ 5. The bridge.',
      'It is closed.',
    ]);
  });

  it('have numbered items within them', () => {
    const decided = 'It was resolved: 1. To wait for the thaw; 2. To open the ferry.';
    expect(sentencesOf(`${decided} The chairman agreed.`, 'en')).toEqual([decided, 'The chairman agreed.']);
    expect(sentencesOf('They came at 5. They left at 10. Nobody spoke.', 'en')).toHaveLength(3);
  });

  it('end with the page number in a table of contents, after the dots that lead to it', () => {
    const entries = [
      'I. Der Hafen ............ 3',
      '1. Kais und Krane . . . . . . . 12',
      'V. Vorwort .......iv',
    ];
    expect(sentencesOf(entries.join('\n'), 'de')).toEqual(entries);
    expect(sentencesOf('Er wartete... 5 Schiffe kamen.', 'de')).toHaveLength(2);
  });

  it('end with STOP in telegrams', () => {
    expect(sentencesOf('BRIDGE DESTROYED STOP SEND TIMBER STOP KIM', 'en')).toEqual([
      'BRIDGE DESTROYED STOP',
      'SEND TIMBER STOP',
      'KIM',
    ]);
  });

  it('end at an empty line and not at the end of a line', () => {
    expect(sentencesOf('TELEGRAM\n\nTo the\nMinister of\nTransport', 'en')).toEqual([
      'TELEGRAM',
      'To the\nMinister of\nTransport',
    ]);
    expect(sentencesOf('Copy No. 2', 'en')).toEqual(['Copy No. 2']);
    expect(sentencesOf('  \n ', 'en')).toEqual([]);
  });

  it('hold every character but blanks, in order, whatever the text', () => {
    const unit = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 8 }),
      fc.constantFrom(
        '. ',
        '.',
        ' ',
        '\n\n',
        '“Да!” ',
        '7. ',
        'z. B. ',
        '。',
        '…',
        'STOP ',
        '...... 12 ',
        ': 1. ',
        '\ud800',
      ),
    );
    fc.assert(
      fc.property(
        fc.array(unit, { maxLength: 40 }),
        fc.constantFrom('ru', 'de', 'zh', 'und'),
        (units, language) => {
          const text = units.join('');
          let at = 0;
          for (const { start, end } of splitSentences(text, language)) {
            expect(text.slice(at, start).trim()).toBe('');
            expect(end).toBeGreaterThan(start);
            at = end;
          }
          expect(text.slice(at).trim()).toBe('');
        },
      ),
    );
  });

  it('are found in a megabyte without a stop, and in one of nothing else', () => {
    expect(splitSentences('word '.repeat(200_000), 'en')).toHaveLength(1);
    expect(splitSentences('.'.repeat(1_000_000), 'en')).toHaveLength(1);
    expect(splitSentences('a. '.repeat(300_000), 'en').length).toBeGreaterThan(0);
    expect(splitSentences('. '.repeat(300_000), 'en').length).toBeGreaterThan(0);
  });
});
