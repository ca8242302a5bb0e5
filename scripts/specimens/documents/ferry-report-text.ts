import { group, pair, type Passage } from '../passage.ts';

const PARAGRAPH = { indent: 5 };

/**
 * The translation takes liberties, as translators do: it joins and divides sentences, turns two round, passes over a
 * paragraph, and adds a note and a remark of its own.
 */
export const FERRY_REPORT: readonly Passage[] = [
  pair('Экз. № 1', 'Copy No. 1', { indent: 44, underlined: true }),
  pair('ДОКЛАДНАЯ ЗАПИСКА', 'MEMORANDUM', { indent: 20, skip: 0.5, underlined: true, element: 'h1' }),
  pair('о работе переправы у деревни Сольмок', 'On the working of the ferry at the village of Solmok', {
    indent: 11,
  }),
  pair('г. Пекхо', 'Byeokho', { indent: 0, skip: 0.3 }),
  pair('6 ноября 1950 г.', '6 November 1950', { indent: 39, skip: -1 }),
  pair('Советнику миссии тов. А. Н. Ольшаникову', 'To Comrade A. N. Olshanikov, Counsellor of the Legation', {
    indent: 9,
    skip: 0.4,
  }),
  {
    ...PARAGRAPH,
    skip: 0.5,
    groups: [
      group(
        'По Вашему указанию от 24 октября с. г. я вместе с техником тов. Бурцевым выезжал в Сольмок и пробыл там пять дней, т. е. с 27 по 31 октября.',
        'In accordance with your instruction of 24 October of this year I travelled to Solmok together with the technician, Comrade Burtsev, and stayed there for five days, that is, from 27 to 31 October.',
      ),
      group(
        ['Паром работает.', 'Работает он, однако, не так, как о нем доклады\u00ADвают.'],
        'The ferry is working, though not in the way that is being reported.',
      ),
      group(
        'За пять дней было сделано 38 рейсов вместо 55 по распи\u00ADсанию, причем 29 октября из-за силь\u00ADного ветра паром не выходил вовсе, а люди до темноты ждали на обоих берегах, разводя костры.',
        [
          'In five days it made 38 crossings instead of the 55 in the timetable.*',
          'On 29 October, because of a strong wind, it did not go out at all.',
          'People waited on both banks until dark and lit fires.',
        ],
      ),
    ],
  },
  {
    ...PARAGRAPH,
    groups: [
      group(
        'Паром состав\u00ADлен из двух барж, скреп\u00ADленных бревнами.',
        'The ferry is made up of two barges fastened together with logs.',
      ),
      group(
        'Грузо\u00ADподъем\u00ADность его опреде\u00ADлена в 40 тонн, но А. Б. Иванов, который им ведает, более 30 брать не раз\u00ADрешает.',
        'Its capacity has been put at 40 tons, but A. B. Ivanov, who is in charge of it, does not allow more than 30 to be taken on.',
      ),
      group(
        'Осто\u00ADрож\u00ADность эту нельзя не одобрить: левая баржа течет.',
        'One can only approve of this caution, for the left-hand barge leaks.',
      ),
      group(
        [
          'Воду откачи\u00ADвают ручным насосом каждые два часа.',
          'Второй насос, обещан\u00ADный минис\u00ADтерством к 15 октября, до сих пор не прибыл.',
        ],
        [
          'A second pump, promised by the Ministry for 15 October, has not arrived to this day.',
          'The water is pumped out by hand every two hours.',
        ],
      ),
    ],
  },
  {
    ...PARAGRAPH,
    groups: [
      group('Считаю нужным отметить и быто\u00ADвые условия.', []),
      group(
        'Команда, 14 чел., живет на берегу в двух палат\u00ADках и горячую пищу полу\u00ADчает один раз в сутки.',
        [],
      ),
      group('Желез\u00ADная печь привезена без трубы.', []),
    ],
  },
  {
    ...PARAGRAPH,
    groups: [
      group(
        [
          'Главное затруд\u00ADнение - канат.',
          'Стальной канат длиной 420 м, натяну\u00ADтый между берегами, взят со старой лесной дороги и сращен в трех местах.',
        ],
        'The chief difficulty is the cable: a steel rope of 420 metres, stretched between the banks, which was taken from an old logging line and has been spliced in three places.',
      ),
      group(
        'Старший паромщик Нам Сок Чхоль сказал мне: "По утрам я смотрю сперва на канат, а потом уже на небо".',
        'Nam Seok-cheol, the head ferryman, said to me: "In the mornings I look first at the cable, and only then at the sky."',
      ),
      group(
        'По его мнению, до ледо\u00ADстава канат выдержит, после же его следует снять, чтобы он не был порван льдом, и до весны уложить в сарай.',
        [
          'In his opinion the cable will hold until the river freezes.',
          'After that it should be taken down, lest the ice break it, and laid up in a shed until the spring.',
        ],
      ),
      group([], '[The last three words are underlined in pencil.]'),
    ],
  },
  {
    ...PARAGRAPH,
    groups: [
      group(
        [
          'Теперь о грузах.',
          'С 18 по 31 октября пере\u00ADвезено 612 тонн, в том числе соли 240, цемента 185 и сена 97; осталь\u00ADное - мелкая кладь, учета которой никто не ведет.',
        ],
        'As to freight, 612 tons were carried from 18 to 31 October, including 240 of salt, 185 of cement and 97 of hay; the rest is small goods, of which nobody keeps account.',
      ),
      group(
        'Цемент, который на правом берегу лежал под навесом, на левом \fсложен под откры\u00ADтым небом, и около 20 тонн его уже пропало.',
        'The cement, which on the right bank had lain under a roof, is stacked on the left bank \fin the open, and about 20 tons of it are already lost.',
      ),
      group('Виновных, как водится, нет.', 'As usual, nobody is to blame.'),
    ],
  },
  {
    ...PARAGRAPH,
    groups: [
      group('С правым берегом отношения хорошие.', 'Relations with the right bank are good.'),
      group(
        '30 октября приезжал пред\u00ADстави\u00ADтель речной комиссии Лю Цзянь и осматри\u00ADвал причал.',
        'On 30 October Liu Jian, a representative of the River Commission, came over and inspected the landing stage.',
      ),
      group(
        'Он просил пере\u00ADдать, что до 1 апреля комиссия, как и было услов\u00ADлено, платы за склады не возьмет.',
        'He asked me to pass on that, as had been agreed, the Commission will charge nothing for the warehouses until 1 April.',
      ),
      group(
        ['О кранах он не заго\u00ADвари\u00ADвал.', 'Не заго\u00ADвари\u00ADвал о них и я.'],
        'Neither he nor I said a word about the cranes.',
      ),
    ],
  },
  {
    ...PARAGRAPH,
    groups: [
      group('Лед ожидают в начале декабря.', 'Ice is expected at the beginning of December.'),
      group(
        'Старики, впрочем, говорят, что если гуси улетели до 20 октября, то ждать его надо на неделю раньше.',
        'The old people say, however, that if the geese have flown before 20 October it must be looked for a week sooner.',
      ),
      group('Гуси улетели 16-го.', 'The geese flew on the 16th.'),
    ],
  },
  {
    ...PARAGRAPH,
    groups: [group('Исходя из изложен\u00ADного, прошу:', 'In view of the foregoing I request:')],
  },
  {
    ...PARAGRAPH,
    groups: [
      group(
        '1. Отправить в Сольмок не позднее 12 ноября второй насос и 6 м печной трубы.',
        '1. That a second pump and 6 metres of stovepipe be sent to Solmok not later than 12 November.',
      ),
    ],
  },
  {
    ...PARAGRAPH,
    groups: [
      group(
        '2. Пору\u00ADчить А. Б. Иванову снять канат до 25 ноября, не дожи\u00ADдаясь особого распо\u00ADряже\u00ADния, и об исполне\u00ADнии доложить теле\u00ADграммой.',
        [
          '2. That A. B. Ivanov be charged with taking down the cable by 25 November, without waiting for a special order.',
          'He is to report by telegram when it is done.',
        ],
      ),
    ],
  },
  {
    ...PARAGRAPH,
    groups: [
      group(
        [
          '3. Назна\u00ADчить лицо, ответ\u00ADствен\u00ADное за учет грузов.',
          'Пред\u00ADлагаю тов. Бурцева.',
        ],
        '3. That someone be made answerable for the record of freight, for which I propose Comrade Burtsev.',
      ),
    ],
  },
  {
    ...PARAGRAPH,
    groups: [
      group(
        'Расходы по поездке соста\u00ADвили 84 руб. 50 коп., в т. ч. за наем лошадей 60 руб.',
        'The journey cost 84 roubles and 50 kopecks, of which 60 roubles went on the hire of horses.',
      ),
      group('Отчет прила\u00ADгаю.', 'I enclose an account.'),
    ],
  },
  pair('Второй секретарь миссии', 'Second Secretary of the Legation', { indent: 5, skip: 0.7 }),
  pair('К. Л. Дорохов', 'K. L. Dorokhov', { indent: 39, skip: -1 }),
  {
    indent: 0,
    skip: 1.1,
    leading: 0.8,
    groups: [
      group(
        ['Отп. 2 экз.', 'Экз. № 1 - адресату, № 2 - в дело.'],
        'Two copies typed: No. 1 for the addressee, No. 2 for the file.',
      ),
    ],
  },
  {
    indent: 0,
    element: 'footnote',
    groups: [
      group(
        [],
        "* Translator's note: the Ministry of Transport had allowed for eleven crossings a day until the ice comes.",
      ),
    ],
  },
];
