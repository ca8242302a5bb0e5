import { layOut } from '../layout.ts';
import type { Colour, Mark, Paper, Sheet, Typing } from '../sheet.ts';
import type { Specimen } from '../specimen.ts';
import { FERRY_REPORT } from './ferry-report-text.ts';

const SIZE = { width: 1640, height: 2330 };

const TYPING: Typing = {
  face: 'typewriter',
  origin: { x: 250, y: 258 },
  pitch: 20.8,
  leading: 53,
  fontSize: 39,
  ink: [36, 36, 46],
  strength: 0.9,
  softness: 0.8,
};

const PAPER: Paper = {
  colour: [228, 214, 184],
  age: 0.9,
  edge: { left: 30, top: 26, right: 28, bottom: 34 },
  folds: [0.35, 0.68],
  holes: [0.42, 0.58],
};

const VIOLET: Colour = [92, 62, 148];
const RED: Colour = [176, 44, 38];
const BLUE: Colour = [44, 74, 150];
const GRAPHITE: Colour = [84, 84, 88];

const [FIRST = [], SECOND = []] = layOut(FERRY_REPORT, {
  width: 58,
  breaks: 'words',
  head: (leaf) => ({ skip: 0, lines: [`                          - ${leaf} -`] }),
});

const first: Sheet = {
  page: '14',
  size: SIZE,
  turn: -0.5,
  typing: TYPING,
  paper: PAPER,
  blocks: FIRST,
  marks: [
    folio('14'),
    notice(280, 2204, 0.5),
    {
      kind: 'box',
      at: { x: 270, y: 196 },
      turn: -3,
      fontSize: 34,
      framed: true,
      lines: ['ПОЛУЧЕНО', '7 НОЯ 1950'],
      ink: VIOLET,
      strength: 0.76,
      texture: 'stamp',
    },
    {
      kind: 'written',
      at: { x: 560, y: 176 },
      turn: -4,
      face: 'script',
      fontSize: 56,
      text: 'В дело. О насосе запросить',
      ink: BLUE,
      strength: 0.85,
      texture: 'pencil',
    },
  ],
};

const second: Sheet = {
  page: '15',
  size: SIZE,
  turn: 0.65,
  typing: { ...TYPING, origin: { x: 256, y: 240 } },
  paper: { ...PAPER, edge: { left: 24, top: 34, right: 32, bottom: 28 } },
  blocks: SECOND,
  marks: [
    folio('15'),
    notice(290, 2212, -0.6),
    {
      kind: 'stroke',
      points: [
        { x: 186, y: 1150 },
        { x: 178, y: 1210 },
        { x: 184, y: 1290 },
        { x: 176, y: 1370 },
      ],
      width: 7,
      ink: RED,
      strength: 0.8,
      texture: 'pencil',
    },
    {
      kind: 'round',
      at: { x: 1260, y: 1960 },
      turn: -9,
      radius: 142,
      around: 'АРХИВ ОБРАЗЦОВ · SPECIMEN ARCHIVE · ',
      across: ['ФОНД 7', 'ОПИСЬ 3', 'ДЕЛО 13'],
      ink: BLUE,
      strength: 0.6,
      texture: 'stamp',
    },
  ],
};

/** Two leaves in Russian whose sentences begin anywhere in a line; one of them goes over to the second leaf. */
export const ferryReport: Specimen = {
  folder: 'cold-war/f7-op3/f7-op3-d13/report-1950-11-06',
  language: 'ru',
  transcription: 'one-file',
  leaves: [
    { sheet: first, image: '14.jpg', number: 1 },
    { sheet: second, image: '15.jpg', number: 2 },
  ],
  translation: {
    file: 'translation.en.html',
    title:
      'Memorandum by Dorokhov on the ferry at Solmok, 6 November 1950. Translated by Bruno Specimen (fictional)',
    passages: FERRY_REPORT,
  },
  alignments: [
    {
      original: 'ru',
      rendering: 'en',
      by: 'sentences',
      groups: FERRY_REPORT.flatMap(({ groups }) => groups),
    },
  ],
};

function folio(text: string): Mark {
  return {
    kind: 'written',
    at: { x: 1440, y: 152 },
    turn: -4,
    face: 'pencil',
    fontSize: 74,
    text,
    ink: GRAPHITE,
    strength: 0.85,
    texture: 'pencil',
  };
}

/** The notice that no reader of the picture alone may miss. */
function notice(x: number, y: number, turn: number): Mark {
  return {
    kind: 'box',
    at: { x, y },
    turn,
    fontSize: 24,
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
