import { layOut } from '../layout.ts';
import type { Colour, Paper, Sheet, Typing } from '../sheet.ts';
import type { Specimen } from '../specimen.ts';
import { RIVER_MEMORANDUM } from './river-memorandum-text.ts';

const SIZE = { width: 1680, height: 2300 };
const COLUMNS = 17;
const LEADING = 78;
/** The ruled field; the type stands in the middle of its columns. */
const FIELD = { x: 212, y: 300, width: COLUMNS * LEADING, height: 1660 };

const TYPING: Typing = {
  face: 'han',
  origin: { x: FIELD.x + FIELD.width - LEADING / 2 - 28, y: FIELD.y + 84 },
  pitch: 56,
  leading: LEADING,
  fontSize: 48,
  ink: [34, 34, 38],
  strength: 0.94,
  softness: 0.75,
  direction: 'vertical',
  // Chinese writes no words. With a String for each character, search lights what was looked for and no more.
  strings: 'characters',
};

const PAPER: Paper = {
  colour: [232, 218, 184],
  age: 0.8,
  edge: { left: 26, top: 28, right: 30, bottom: 34 },
  folds: [0.33, 0.67],
  holes: [],
};

const VIOLET: Colour = [92, 62, 148];
const RED: Colour = [186, 44, 36];
const GRAPHITE: Colour = [84, 84, 88];

const [BLOCKS = []] = layOut(RIVER_MEMORANDUM, { width: 28, breaks: 'characters' });

const sheet: Sheet = {
  page: '27',
  size: SIZE,
  turn: -0.45,
  typing: TYPING,
  paper: PAPER,
  blocks: BLOCKS,
  marks: [
    { kind: 'rules', box: FIELD, columns: COLUMNS, width: 2.6, ink: RED, strength: 0.5, texture: 'print' },
    {
      kind: 'written',
      at: { x: 1500, y: 160 },
      turn: -4,
      face: 'pencil',
      fontSize: 74,
      text: '27',
      ink: GRAPHITE,
      strength: 0.85,
      texture: 'pencil',
    },
    {
      kind: 'box',
      at: { x: 300, y: 2110 },
      turn: 0.6,
      fontSize: 24,
      framed: true,
      lines: [
        '樣本 · SPECIMEN',
        '為 Diptych 軟體虛構之文件，並非歷史文獻',
        'Invented for the Diptych software · not a historical document',
      ],
      ink: VIOLET,
      strength: 0.85,
      texture: 'print',
    },
    {
      kind: 'box',
      at: { x: 240, y: 1500 },
      turn: -2,
      fontSize: 62,
      framed: true,
      lines: ['員河', '會務', '印委'],
      ink: RED,
      strength: 0.85,
      texture: 'stamp',
    },
    {
      kind: 'box',
      at: { x: 330, y: 206 },
      turn: -3,
      fontSize: 34,
      framed: true,
      lines: ['ПОЛУЧЕНО', '27 ОКТ 1950'],
      ink: VIOLET,
      strength: 0.76,
      texture: 'stamp',
    },
  ],
};

/** One page in Chinese, in columns from right to left. */
export const riverMemorandum: Specimen = {
  folder: 'cold-war/f7-op3/f7-op3-d13/memorandum-1950-10-26',
  language: 'zh-Hant',
  transcription: 'one-file',
  leaves: [{ sheet, image: '27.jpg', number: 1 }],
  translation: {
    file: 'translation.en.html',
    title:
      'Memorandum of the River Commission to the Solmok ferry, 26 October 1950. Translated by Adela Specimen (fictional)',
    passages: RIVER_MEMORANDUM,
  },
  alignments: [
    {
      original: 'zh',
      rendering: 'en',
      by: 'sentences',
      groups: RIVER_MEMORANDUM.flatMap(({ groups }) => groups),
    },
  ],
};
