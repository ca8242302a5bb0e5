import type { Specimen } from '../specimen.ts';
import type { Block, Colour, Mark, Paper, Sheet, Typing } from '../sheet.ts';
import { TELEGRAM_GROUPS } from './telegram-groups.ts';

const SIZE = { width: 1680, height: 2376 };

const TYPING: Typing = {
  face: 'typewriter',
  origin: { x: 268, y: 246 },
  pitch: 21,
  leading: 67,
  fontSize: 40,
  ink: [38, 36, 44],
  strength: 0.93,
  softness: 0.75,
};

const VIOLET: Colour = [92, 62, 148];
const RED: Colour = [176, 44, 38];
const BLUE: Colour = [44, 74, 150];
const GRAPHITE: Colour = [84, 84, 88];

const FIRST: readonly Block[] = [
  { skip: 0, lines: ['                                   СОВЕРШЕННО СЕКРЕТНО'], underlined: true },
  { skip: 0, lines: ['                                   Экз. № 2'] },
  { skip: 0.9, lines: ['                ТЕЛЕГРАММА № 318'], underlined: true },
  { skip: 0.3, lines: ['из Пекхо                       7 октября 1950 года'] },
  { skip: 0.4, lines: ['               ТОВАРИЩУ ЗАЛЕСЬЕВУ'] },
  {
    skip: 0.7,
    lines: [
      '     Докладываю: 4 октября из поездки на правый берег',
      'возвратился министр путей сообщения О Гын Дам; 5 октября',
      'он созвал совещание, на котором сообщил о переговорах',
      'по вопросу о переправе через реку Норан.',
    ],
  },
  {
    skip: 0,
    lines: [
      '     По словам О Гын Дама, его приняли председатель',
      'речной комиссии Мун Тхэ Гок и три ее члена.',
      'Первая беседа касалась только паводка и убытков, вторая,',
      'более откровенная, - положения на обоих берегах.',
    ],
  },
  {
    skip: 0,
    lines: [
      '     Мун Тхэ Гок заявил, что комиссия готова продать лес',
      'для восстановления моста, но послать своих инженеров',
      'и водолазов не может. Он пояснил, что появление их',
      'на левом берегу было бы истолковано как признание',
      'нынешней границы, к чему комиссия не уполномочена.',
    ],
  },
  {
    skip: 0,
    lines: [
      '     Кроме того, заметил он, ледостав наступает здесь',
      'в первых числах декабря, и начинать работы у опор поздно;',
      'плавучих кранов у комиссии нет, а ее единственный буксир',
      'третий месяц стоит в ремонте.',
    ],
  },
  {
    skip: 0,
    lines: [
      '     О Гын Даму посоветовали не ждать моста, а устроить',
      'паром у деревни Сольмок и подвозить грузы гужевым транс¬',
      'портом. Склады на правом берегу, сказал Мун Тхэ Гок, могут',
    ],
  },
];

const SECOND: readonly Block[] = [
  { skip: 0, lines: ['                         - 2 -'] },
  {
    skip: 0.8,
    lines: [
      'быть предоставлены до весны безвозмездно, если охрану их',
      'примет на себя министерство путей сообщения.',
    ],
  },
  {
    skip: 0,
    lines: [
      '     На совещании 5 октября мнения разделились.',
      'Заместитель министра Чхве Ын Соль настаивал, чтобы работы',
      'на мосту были начаты немедленно и своими силами, однако',
      'поддержки не получил.',
    ],
  },
  { skip: 0, lines: ['     Решено:'] },
  {
    skip: 0,
    lines: [
      '     1. Постройку постоянного моста отложить до мая 1951 г.',
      '     2. Паром у Сольмока открыть не позднее 20 октября;',
      'начальником переправы назначить Чхве Ын Соля.',
      '     3. Закупить 1800 куб. метров леса и сплавить его',
      'до ледостава.',
    ],
  },
  {
    skip: 0,
    lines: [
      '     Официально о возвращении О Гын Дама и о принятом',
      'решении миссии до сих пор не сообщено. Сведения получены',
      'от лица, присутствовавшего на совещании; проверяем.',
    ],
  },
  {
    skip: 0,
    lines: ['     Прошу указать, как отвечать, если нас попросят', 'о присылке двух плавучих кранов.'],
  },
  { skip: 0.9, lines: ['                                       ОЛЬШАНИКОВ'] },
  {
    skip: 1.6,
    leading: 0.72,
    lines: [
      'Отпечатано в 3 экз.',
      'Экз. № 1 - тов. Залесьеву',
      'Экз. № 2 - в дело',
      'Экз. № 3 - шифротделу',
      '7.10.50 г.',
    ],
  },
];

const PAPER: Paper = {
  colour: [231, 219, 192],
  age: 0.75,
  edge: { left: 26, top: 30, right: 34, bottom: 40 },
  folds: [0.497],
  holes: [0.33, 0.66],
};

/** The notice that no reader of the picture alone may miss. */
function notice(x: number, y: number, turn: number): Mark {
  return {
    kind: 'box',
    at: { x, y },
    turn,
    fontSize: 25,
    framed: true,
    lines: [
      'ОБРАЗЕЦ · SPECIMEN',
      'Вымышленный документ, составлен для программы Diptych',
      'Invented for the Diptych software · not a historical document',
    ],
    ink: VIOLET,
    strength: 0.8,
    texture: 'print',
  };
}

function folio(text: string): Mark {
  return {
    kind: 'written',
    at: { x: 1480, y: 150 },
    turn: -3,
    face: 'pencil',
    fontSize: 74,
    text,
    ink: GRAPHITE,
    strength: 0.85,
    texture: 'pencil',
  };
}

const first: Sheet = {
  page: '705',
  size: SIZE,
  turn: 0.6,
  typing: TYPING,
  paper: PAPER,
  blocks: FIRST,
  marks: [
    folio('705'),
    notice(300, 2248, -0.8),
    {
      kind: 'box',
      at: { x: 300, y: 190 },
      turn: -4,
      fontSize: 34,
      framed: true,
      lines: ['ВХОДЯЩИЙ № 1162', '8 ОКТ 1950'],
      ink: VIOLET,
      strength: 0.78,
      texture: 'stamp',
    },
    {
      kind: 'written',
      at: { x: 262, y: 372 },
      turn: -5,
      face: 'script',
      fontSize: 58,
      text: 'Лунёву. Доложить к 10/X',
      ink: BLUE,
      strength: 0.85,
      texture: 'pencil',
    },
    {
      kind: 'stroke',
      points: [
        { x: 205, y: 1330 },
        { x: 196, y: 1400 },
        { x: 200, y: 1480 },
        { x: 194, y: 1590 },
      ],
      width: 7,
      ink: RED,
      strength: 0.8,
      texture: 'pencil',
    },
  ],
};

const second: Sheet = {
  page: '706',
  size: SIZE,
  turn: -0.45,
  typing: { ...TYPING, origin: { x: 274, y: 232 } },
  paper: { ...PAPER, edge: { left: 32, top: 36, right: 24, bottom: 30 } },
  blocks: SECOND,
  marks: [
    folio('706'),
    notice(300, 2268, 0.7),
    {
      kind: 'round',
      at: { x: 1290, y: 1890 },
      turn: 14,
      radius: 148,
      around: 'АРХИВ ОБРАЗЦОВ · SPECIMEN ARCHIVE · ',
      across: ['ФОНД 7', 'ОПИСЬ 3', 'ДЕЛО 12'],
      ink: BLUE,
      strength: 0.62,
      texture: 'stamp',
    },
    {
      kind: 'stroke',
      points: [
        { x: 860, y: 1602 },
        { x: 905, y: 1545 },
        { x: 925, y: 1625 },
        { x: 965, y: 1560 },
        { x: 985, y: 1612 },
        { x: 1020, y: 1575 },
        { x: 1062, y: 1604 },
        { x: 1150, y: 1580 },
        { x: 1010, y: 1640 },
      ],
      width: 4,
      ink: [40, 52, 112],
      strength: 0.9,
      texture: 'pen',
    },
  ],
};

/** Two leaves in Russian, typed; the first ends in the middle of a sentence. */
export const telegram: Specimen = {
  folder: 'cold-war/f7-op3/f7-op3-d12/telegram-1950-10-07',
  language: 'ru',
  transcription: 'one-file',
  leaves: [
    { sheet: first, image: '705.tif', number: 1 },
    { sheet: second, image: '706.tif', number: 2 },
  ],
  alignments: [
    { original: 'ru', rendering: 'en-b', by: 'sentences', groups: TELEGRAM_GROUPS },
    {
      original: 'ru',
      rendering: 'en-a',
      name: 'telegram-1950-10-07.en-a',
      by: 'lines',
      linkedIn: 'translation.en.a.html',
    },
  ],
};
