import { layOut } from '../layout.ts';
import type { Colour, Paper, Sheet, Typing } from '../sheet.ts';
import type { Specimen } from '../specimen.ts';
import { FERRY_LETTER } from './ferry-letter-text.ts';

const SIZE = { width: 1620, height: 2300 };

/** A syllable takes a square; blanks and figures take half of it, as printers' type has it. */
const TYPING: Typing = {
  face: 'hangul',
  origin: { x: 240, y: 330 },
  pitch: 40,
  narrow: 0.5,
  leading: 72,
  fontSize: 42,
  ink: [40, 38, 40],
  strength: 0.93,
  softness: 0.75,
};

const PAPER: Paper = {
  colour: [233, 224, 203],
  age: 0.65,
  edge: { left: 28, top: 32, right: 26, bottom: 32 },
  folds: [0.5],
  holes: [0.36, 0.64],
};

const VIOLET: Colour = [92, 62, 148];
const RED: Colour = [184, 42, 36];
const GRAPHITE: Colour = [84, 84, 88];

const [BLOCKS = []] = layOut(FERRY_LETTER, { width: 29, narrow: 0.5, breaks: 'words' });

const sheet: Sheet = {
  page: '21',
  size: SIZE,
  turn: 0.4,
  typing: TYPING,
  paper: PAPER,
  blocks: BLOCKS,
  marks: [
    {
      kind: 'written',
      at: { x: 1420, y: 156 },
      turn: -4,
      face: 'pencil',
      fontSize: 74,
      text: '21',
      ink: GRAPHITE,
      strength: 0.85,
      texture: 'pencil',
    },
    {
      kind: 'box',
      at: { x: 280, y: 2170 },
      turn: -0.5,
      fontSize: 24,
      framed: true,
      lines: [
        '견본 · SPECIMEN',
        'Diptych 프로그램을 위하여 지어낸 글이며 역사 문서가 아님',
        'Invented for the Diptych software · not a historical document',
      ],
      ink: VIOLET,
      strength: 0.85,
      texture: 'print',
    },
    {
      kind: 'box',
      at: { x: 1290, y: 2010 },
      turn: 3,
      fontSize: 58,
      framed: true,
      lines: ['雪崔', '印銀'],
      ink: RED,
      strength: 0.82,
      texture: 'stamp',
    },
    {
      kind: 'written',
      at: { x: 560, y: 210 },
      turn: -4,
      face: 'hangulPencil',
      fontSize: 74,
      text: '보았음. 새 줄을 알아볼 것',
      ink: [44, 74, 150],
      strength: 0.85,
      texture: 'pencil',
    },
  ],
};

/** One page in Korean, whose figures and names the translation has too. */
export const ferryLetter: Specimen = {
  folder: 'cold-war/f7-op3/f7-op3-d13/letter-1950-10-28',
  language: 'ko',
  transcription: 'one-file',
  leaves: [{ sheet, image: '21.jpg', number: 1 }],
  translation: {
    file: 'translation.en.html',
    title:
      'Letter from Choe Eun-seol to O Geun-dam, 28 October 1950. Translated by Clara Specimen (fictional)',
    passages: FERRY_LETTER,
  },
  alignments: [
    {
      original: 'ko',
      rendering: 'en',
      by: 'sentences',
      groups: FERRY_LETTER.flatMap(({ groups }) => groups),
    },
  ],
};
