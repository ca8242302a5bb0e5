import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import opentype from 'opentype.js';
import { transform, type Command, type Outline } from './outline.ts';

/** A glyph in units of the em, baseline at y = 0, y growing downwards. */
export type Glyph = { advance: number; outline: Outline };

export type Typeface = { glyph(character: string): Glyph };

const HANGUL = fontsource('nanum-myeongjo')('korean');
/** The numbered files hold the punctuation as wide as a character, and the zero of dates. */
const HAN = ['chinese-traditional', '123', '119', '90'].map(fontsource('cactus-classical-serif'));

/** Each face is several files, since Fontsource splits one font by script. All are under the SIL Open Font Licence. */
const FILES = {
  typewriter: ['computer-modern/fonts/cmu-typewriter-text-500-roman.ttf'],
  wornTypewriter: ['latin', 'latin-ext'].map(fontsource('special-elite')),
  script: ['cyrillic', 'latin', 'latin-ext'].map(fontsource('marck-script')),
  pencil: ['cyrillic', 'latin', 'latin-ext'].map(fontsource('bad-script')),
  stamp: [...['cyrillic', 'latin', 'latin-ext'].map(fontsource('oswald')), HANGUL, ...HAN],
  /** Names in Han characters stand among the syllables. */
  hangul: [HANGUL, ...HAN],
  hangulPencil: [fontsource('nanum-pen-script')('korean')],
  han: HAN,
};

export type FaceName = keyof typeof FILES;

const loaded = new Map<FaceName, Typeface>();

/** @throws Error when a character is asked for that the face does not have: a specimen would have a hole. */
export function typeface(name: FaceName): Typeface {
  const known = loaded.get(name);
  if (known !== undefined) return known;
  const face = load(name);
  loaded.set(name, face);
  return face;
}

function fontsource(family: string): (script: string) => string {
  return (script) => `@fontsource/${family}/files/${family}-${script}-400-normal.woff`;
}

function load(name: FaceName): Typeface {
  const require = createRequire(import.meta.url);
  const fonts = FILES[name].map((file) => {
    const bytes = readFileSync(require.resolve(file));
    return opentype.parse(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
  });
  const glyphs = new Map<string, Glyph>();

  function glyph(character: string): Glyph {
    const known = glyphs.get(character);
    if (known !== undefined) return known;
    const drawn = character === '№' && name === 'typewriter' ? numero(glyph) : draw(character);
    glyphs.set(character, drawn);
    return drawn;
  }

  function draw(character: string): Glyph {
    const font = fonts.find((candidate) => candidate.charToGlyphIndex(character) > 0);
    if (font === undefined) throw new Error(`The face ${name} has no "${character}".`);
    const found = font.charToGlyph(character);
    const outline = found.getPath(0, 0, 1).commands.map(toCommand);
    return { advance: (found.advanceWidth ?? font.unitsPerEm) / font.unitsPerEm, outline };
  }

  return { glyph };
}

/** Computer Modern's own numero sign is damaged in the file; this one is a narrow N with a small o, barred. */
function numero(glyph: (character: string) => Glyph): Glyph {
  const parts = [
    transform(glyph('N').outline, [0.68, 0, 0, 1, -0.02, 0]),
    transform(glyph('o').outline, [0.42, 0, 0, 0.55, 0.32, -0.31]),
    transform(glyph('-').outline, [0.42, 0, 0, 0.7, 0.32, -0.04]),
  ];
  return { advance: glyph('N').advance, outline: parts.flat() };
}

function toCommand(command: opentype.PathCommand): Command {
  switch (command.type) {
    case 'M':
      return { kind: 'move', to: finite(command) };
    case 'L':
      return { kind: 'line', to: finite(command) };
    case 'Q':
      return { kind: 'quadratic', by: finite({ x: command.x1, y: command.y1 }), to: finite(command) };
    case 'C':
      return {
        kind: 'cubic',
        by: finite({ x: command.x1, y: command.y1 }),
        and: finite({ x: command.x2, y: command.y2 }),
        to: finite(command),
      };
    case 'Z':
      return { kind: 'close' };
  }
}

function finite({ x, y }: { x: number; y: number }): { x: number; y: number } {
  if (!Number.isFinite(x) || !Number.isFinite(y)) throw new Error('A glyph of this font is damaged.');
  return { x, y };
}
