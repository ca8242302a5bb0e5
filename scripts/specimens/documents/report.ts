import type { Colour, Mark, Paper, Sheet, Typing } from '../sheet.ts';
import type { Leaf, Specimen } from '../specimen.ts';
import { REPORT_TEXT } from './report-text.ts';

const SIZE = { width: 1640, height: 2300 };

/** A carbon copy: soft, bluish, never quite black. */
const TYPING: Typing = {
  face: 'wornTypewriter',
  origin: { x: 236, y: 262 },
  pitch: 20.6,
  leading: 66,
  fontSize: 35.5,
  ink: [44, 50, 78],
  strength: 0.86,
  softness: 0.95,
};

const PAPER: Paper = {
  colour: [226, 222, 205],
  age: 0.5,
  edge: { left: 22, top: 26, right: 30, bottom: 30 },
  folds: [],
  holes: [0.44, 0.56],
};

const GREEN: Colour = [46, 104, 72];
const RED: Colour = [178, 46, 40];
const VIOLET: Colour = [96, 58, 140];
const GRAPHITE: Colour = [86, 86, 90];
const BLUE: Colour = [50, 72, 138];

/** What is peculiar to each leaf: how it lay on the glass, how far the carriage was in, what was written on it. */
const LEAVES: readonly {
  page: keyof typeof REPORT_TEXT;
  turn: number;
  shift: number;
  marks: readonly Mark[];
}[] = [
  {
    page: '1',
    turn: 0.5,
    shift: 0,
    marks: [
      {
        ...stamp(VIOLET, 'stamp', 0.74),
        kind: 'box',
        at: { x: 1150, y: 648 },
        turn: -5,
        fontSize: 34,
        framed: true,
        lines: ['EINGEGANGEN', '17. MRZ. 1938', 'ABT. A · NR. 904'],
      },
      hand('Herrn Syndikus Althagen z. K.', { x: 420, y: 186 }, -4, 52, GREEN),
      hand('18/3', { x: 1130, y: 182 }, -8, 52, GREEN),
    ],
  },
  {
    page: '2',
    turn: -0.35,
    shift: 6,
    marks: [
      {
        kind: 'stroke',
        points: [
          { x: 1462, y: 900 },
          { x: 1474, y: 965 },
          { x: 1464, y: 1036 },
        ],
        width: 6,
        ink: RED,
        strength: 0.8,
        texture: 'pencil',
      },
      hand('fehlt!', { x: 1488, y: 978 }, -6, 46, RED),
    ],
  },
  {
    page: '3',
    turn: 0.7,
    shift: -4,
    marks: [
      hand('7 m ?', { x: 92, y: 760 }, -12, 44, GRAPHITE),
      {
        kind: 'stroke',
        points: [
          { x: 786, y: 742 },
          { x: 900, y: 747 },
          { x: 1040, y: 744 },
        ],
        width: 4,
        ink: GRAPHITE,
        strength: 0.8,
        texture: 'pencil',
      },
    ],
  },
  {
    page: '4',
    turn: -0.6,
    shift: 3,
    marks: [
      {
        kind: 'stroke',
        points: [
          { x: 188, y: 1560 },
          { x: 176, y: 1650 },
          { x: 186, y: 1760 },
          { x: 178, y: 1880 },
        ],
        width: 7,
        ink: BLUE,
        strength: 0.8,
        texture: 'pencil',
      },
      hand('an Brege', { x: 70, y: 1540 }, -16, 40, BLUE),
    ],
  },
  {
    page: '6',
    turn: 0.3,
    shift: -2,
    marks: [
      hand('Blatt 5 nicht vorhanden', { x: 860, y: 168 }, -2, 42, GRAPHITE),
      {
        kind: 'stroke',
        points: [
          { x: 1040, y: 1452 },
          { x: 1180, y: 1458 },
          { x: 1330, y: 1452 },
          { x: 1480, y: 1460 },
        ],
        width: 5,
        ink: RED,
        strength: 0.75,
        texture: 'pencil',
      },
    ],
  },
  {
    page: '7',
    turn: -0.75,
    shift: 5,
    marks: [hand('vgl. Bericht 1936', { x: 830, y: 1976 }, -4, 46, GRAPHITE)],
  },
  {
    page: '8',
    turn: 0.45,
    shift: 0,
    marks: [
      {
        ...stamp(BLUE, 'stamp', 0.6),
        kind: 'round',
        at: { x: 1230, y: 1840 },
        turn: -11,
        radius: 150,
        around: 'MUSTERARCHIV · SPECIMEN ARCHIVE · ',
        across: ['BESTAND 14', 'AKTE 44'],
      },
      hand('z. d. A.', { x: 640, y: 1980 }, -6, 60, GREEN),
      {
        kind: 'stroke',
        points: [
          { x: 850, y: 1985 },
          { x: 880, y: 1925 },
          { x: 890, y: 1990 },
          { x: 925, y: 1935 },
          { x: 945, y: 1985 },
          { x: 1010, y: 1960 },
        ],
        width: 5,
        ink: GREEN,
        strength: 0.85,
        texture: 'pencil',
      },
    ],
  },
];

const leaves: readonly Leaf[] = LEAVES.map(({ page, turn, shift, marks }): Leaf => {
  const sheet: Sheet = {
    page,
    size: SIZE,
    turn,
    typing: { ...TYPING, origin: { x: TYPING.origin.x + shift, y: TYPING.origin.y + shift * 2 } },
    paper: PAPER,
    blocks: REPORT_TEXT[page],
    marks: [foliation(page), notice(shift), ...marks],
  };
  return { sheet, image: `00${page}.jpg`, number: Number(page) };
});

/** Seven of eight typed leaves in German. */
export const report: Specimen = {
  folder: 'legation-reports/report-1938',
  language: 'de',
  transcription: 'file-per-page',
  leaves,
};

/** The numbering machine of the registry. */
function foliation(page: string): Mark {
  return {
    ...stamp(VIOLET, 'stamp', 0.8),
    kind: 'box',
    at: { x: 1470, y: 150 },
    turn: 2,
    fontSize: 44,
    framed: false,
    lines: [`0${page}`],
  };
}

/** The notice that no reader of the picture alone may miss. */
function notice(shift: number): Mark {
  return {
    ...stamp(VIOLET, 'print', 0.8),
    kind: 'box',
    at: { x: 260 + shift * 3, y: 2170 },
    turn: shift / 6,
    fontSize: 24,
    framed: true,
    lines: [
      'MUSTER · SPECIMEN',
      'Frei erfunden für das Programm Diptych · kein historisches Dokument',
      'Invented for the Diptych software · not a historical document',
    ],
  };
}

function stamp(
  ink: Colour,
  texture: 'stamp' | 'print',
  strength: number,
): Pick<Mark, 'ink' | 'texture' | 'strength'> {
  return { ink, texture, strength };
}

function hand(text: string, at: { x: number; y: number }, turn: number, fontSize: number, ink: Colour): Mark {
  return {
    kind: 'written',
    at,
    turn,
    face: ink === GRAPHITE ? 'pencil' : 'script',
    fontSize,
    text,
    ink,
    strength: 0.85,
    texture: 'pencil',
  };
}
