import { unionOf, type Box, type Point } from '../../server/model/box.ts';
import { apply, boundsOf, placing, transform, turning, type Outline } from './outline.ts';
import { seededRandom, seedOf, type Random } from './random.ts';
import type { Block, Sheet, Typing } from './sheet.ts';
import { typeface } from './typeface.ts';

/** One blow of one type: the shape as it stands on the scan, after the sheet was turned. */
export type Stroke = {
  outline: Outline;
  /** 0 to 1. */
  opacity: number;
  /** Thickness added around the shape, in pixels. */
  swelling: number;
  /** The box of its ink on the scan. */
  ink: Box;
  /** The same on the sheet, before it was turned. */
  flat: Box;
};

export type TypedWord = {
  id: string;
  /** As transcribed: without the hyphen that breaks it. */
  content: string;
  box: Box;
  strokes: readonly Stroke[];
  /** No blank stands between the one before and it. */
  joined?: boolean;
  /** The word it is half of, if the line breaks it. */
  broken?: { part: 1 | 2; whole: string };
  /** The hyphen typed after it at the line's end. */
  hyphen?: Box;
};

export type TypedLine = {
  id: string;
  /** What the line says, a broken word with its hyphen. */
  content: string;
  box: Box;
  /** The four corners of the line's ink, which leans as the sheet does. */
  polygon: readonly Point[];
  baseline: readonly [Point, Point];
  words: readonly TypedWord[];
};

export type TypedBlock = { id: string; box: Box; lines: readonly TypedLine[] };

/** Types the sheet: every glyph placed, every box measured from the ink's own curves. */
export function typeSheet(sheet: Sheet): TypedBlock[] {
  const { typing, page } = sheet;
  const random = seededRandom(seedOf(`typing ${page} ${typing.face}`));
  const whole = brokenWords(sheet.blocks);
  let lineNumber = 0;
  let y = typing.origin.y;
  return sheet.blocks.map((block, blockIndex): TypedBlock => {
    y += block.skip * typing.leading;
    const lines = block.lines.map((text, index): TypedLine => {
      lineNumber += 1;
      const id = `p${page}-l${String(lineNumber).padStart(2, '0')}`;
      // The carriage stops a little differently each time.
      const stop = random.normal(1.1);
      const start =
        typing.direction === 'vertical'
          ? { x: typing.origin.x - (y - typing.origin.y), y: typing.origin.y + stop }
          : { x: typing.origin.x + stop, y };
      y += typing.leading * (block.leading ?? 1);
      return typeLine({ id, text, start, block, sheet, random, broken: whole.get(block)?.[index] ?? {} });
    });
    return { id: `p${page}-b${blockIndex + 1}`, box: around(lines.map(({ box }) => box)), lines };
  });
}

type Broken = { first?: string; last?: string };

type LineToType = {
  id: string;
  text: string;
  start: Point;
  block: Block;
  sheet: Sheet;
  random: Random;
  broken: Broken;
};

function typeLine({ id, text, start, block, sheet, random, broken }: LineToType): TypedLine {
  const { typing } = sheet;
  const step = typing.pitch * (block.spaced === true ? 2 : 1);
  const words: TypedWord[] = [];
  const flats: Box[] = [];
  const turn = turning({ x: sheet.size.width / 2, y: sheet.size.height / 2 }, sheet.turn);
  const indent = text.length - text.trimStart().length;
  const found = [...text.matchAll(typing.strings === 'characters' ? /\S/gu : /\S+/gu)];
  const place = (at: number): Point => {
    const blank = columns(text.slice(0, indent), typing) * typing.pitch;
    const along = columns(text.slice(indent, at), typing) * step;
    return typing.direction === 'vertical'
      ? { x: start.x, y: start.y + blank + along }
      : { x: start.x + blank + along, y: start.y };
  };

  for (const [index, match] of found.entries()) {
    const typed = match[0].replace('¬', '-');
    const isBroken = match[0].endsWith('¬');
    const letters = Array.from(typed);
    const strokes = letters.map((letter, offset) =>
      strike(letter, place(match.index + offset), typing, turn, random),
    );
    const rule =
      block.underlined === true
        ? letters.map((_, offset) => {
            const { x, y } = place(match.index + offset);
            return strike('_', { x, y: y + typing.fontSize * 0.02 }, typing, turn, random);
          })
        : [];
    const hyphen = isBroken ? strokes.at(-1) : undefined;
    const body = isBroken ? strokes.slice(0, -1) : strokes;
    flats.push(...[...strokes, ...rule].map(({ flat }) => flat));
    const half = halfOf(index === 0, index === found.length - 1 && isBroken, broken);
    words.push({
      id: `${id}-w${String(index + 1).padStart(2, '0')}`,
      content: isBroken ? match[0].slice(0, -1) : match[0],
      box: around([...body, ...rule].map(({ ink }) => ink)),
      strokes: [...strokes, ...rule],
      ...(index > 0 && /\S$/u.test(text.slice(0, match.index)) ? { joined: true } : {}),
      ...(half === undefined ? {} : { broken: half }),
      ...(hyphen === undefined ? {} : { hyphen: hyphen.ink }),
    });
  }
  const flat = around(flats);
  const corner = (x: number, y: number): Point => apply(turn, { x, y });
  return {
    id,
    content: text.trim().replace(/\s+/gu, ' ').replace('¬', '-'),
    box: around(words.flatMap(({ box, hyphen }) => (hyphen === undefined ? [box] : [box, hyphen]))),
    polygon: [
      corner(flat.x, flat.y),
      corner(flat.x + flat.width, flat.y),
      corner(flat.x + flat.width, flat.y + flat.height),
      corner(flat.x, flat.y + flat.height),
    ],
    baseline:
      typing.direction === 'vertical'
        ? // Vertical writing hangs on the middle of its column.
          [
            corner(start.x + typing.pitch / 2, flat.y),
            corner(start.x + typing.pitch / 2, flat.y + flat.height),
          ]
        : [corner(flat.x, start.y), corner(flat.x + flat.width, start.y)],
    words,
  };
}

/** How many columns a text takes. */
export function columns(text: string, { narrow = 1 }: Pick<Typing, 'narrow'>): number {
  return Array.from(text).reduce((sum, letter) => sum + (/[ -~]/.test(letter) ? narrow : 1), 0);
}

/** Every type of a worn machine sits a little off, the same way each time; every blow differs besides. */
function strike(
  letter: string,
  at: Point,
  typing: Typing,
  turn: Parameters<typeof transform>[1],
  random: Random,
): Stroke {
  const { outline, advance } = typeface(typing.face).glyph(letter);
  const slug = seededRandom(seedOf(`${typing.face} ${letter}`));
  const isCapital = letter !== letter.toLowerCase();
  const drop = slug.normal(0.55) + (isCapital ? -0.9 : 0);
  const lean = slug.normal(0.35);
  const heavy = slug.normal(0.075);
  const place = {
    x:
      at.x +
      (typing.pitch * columns(letter, typing) - advance * typing.fontSize) / 2 +
      slug.normal(0.35) +
      random.normal(0.3),
    y: at.y + drop + random.normal(0.4),
  };
  const flatOutline = transform(outline, placing(place, lean + random.normal(0.25), typing.fontSize));
  const turned = transform(flatOutline, turn);
  const swelling = Math.max(0.1, 0.75 + heavy * 2 + random.normal(0.22));
  const opacity = Math.min(1, Math.max(0.5, 0.88 + heavy + random.normal(0.07)));
  return {
    outline: turned,
    opacity,
    swelling,
    ink: swollen(boundsOf(turned), swelling, letter),
    flat: swollen(boundsOf(flatOutline), swelling, letter),
  };
}

function swollen(box: Box | undefined, swelling: number, letter: string): Box {
  if (box === undefined) throw new Error(`"${letter}" has no ink.`);
  const more = swelling / 2;
  return { x: box.x - more, y: box.y - more, width: box.width + swelling, height: box.height + swelling };
}

/** For every line the whole words that its first and last words are halves of. */
function brokenWords(blocks: readonly Block[]): Map<Block, Broken[]> {
  const found = new Map<Block, Broken[]>(blocks.map((block) => [block, block.lines.map((): Broken => ({}))]));
  const all = blocks.flatMap((block) =>
    block.lines.map((text, index) => ({ text, broken: found.get(block)?.[index] })),
  );
  for (const [index, { text, broken }] of all.entries()) {
    const next = all[index + 1];
    if (!text.endsWith('¬') || broken === undefined || next?.broken === undefined) continue;
    const start = /\S+$/u.exec(text)?.[0].slice(0, -1) ?? '';
    const rest = /^\s*(\S+)/u.exec(next.text)?.[1] ?? '';
    const whole = start + rest.replace(/[.,;:!?)"“]+$/u, '');
    broken.last = whole;
    next.broken.first = whole;
  }
  return found;
}

function halfOf(isFirst: boolean, isLast: boolean, broken: Broken): TypedWord['broken'] {
  if (isLast && broken.last !== undefined) return { part: 1, whole: broken.last };
  if (isFirst && broken.first !== undefined) return { part: 2, whole: broken.first };
  return undefined;
}

function around(boxes: readonly Box[]): Box {
  const box = unionOf(boxes);
  if (box === undefined) throw new Error('A line of a specimen has no words.');
  return box;
}
