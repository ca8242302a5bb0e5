import type { Box, Size } from '../../model/box.ts';
import type { Level } from '../../pyramid/levels.ts';

/** Where in a pyramid a region is read from, and how the answer comes of it. */
export type LevelPart = {
  level: Level;
  /** What is read, in pixels of the level. */
  box: Box;
  /** The size to which that is resized. */
  scaled: Size;
  /** The answer, in pixels of what was resized: all of it, or its middle. */
  window: Box;
};

/**
 * How far, in pixels of the answer, an edge of the region may be moved so that it falls between two pixels of a
 * level. Less than what an eye sees, and what keeps thumbnails of odd sizes from reading the full image.
 */
const LARGEST_SHIFT = 0.25;

/**
 * The smallest level that still has every pixel that the answer needs, and on whose pixels the region's edges
 * fall. What lies on the ladder is so cut out of its own level as it is.
 */
export function chooseLevel(
  pyramid: Size & { levels: readonly Level[] },
  region: Box,
  size: Size,
): LevelPart {
  for (const level of pyramid.levels.toReversed()) {
    const across = spanOf(
      { start: region.x, length: region.width, of: pyramid.width },
      size.width,
      level.width,
      level.scale,
    );
    const down = spanOf(
      { start: region.y, length: region.height, of: pyramid.height },
      size.height,
      level.height,
      level.scale,
    );
    if (isUsable(across) && isUsable(down)) return { level, ...joined(across, down, size) };
  }
  // The full image is always exact, also when the answer is larger than it.
  const { width, height } = pyramid;
  return {
    level: { page: 0, scale: 1, width, height },
    box: region,
    scaled: size,
    window: { x: 0, y: 0, ...size },
  };
}

/** The same for one direction. `shift`: how far the worse edge is moved, in pixels of the answer. */
type Span = { from: number; to: number; scaled: number; at: number; shift: number };

type Part = { start: number; length: number; of: number };

function spanOf(part: Part, answer: number, levelLength: number, scale: number): Span {
  const span = bareSpan(part, answer, levelLength, scale);
  if (span.shift <= LARGEST_SHIFT || span.to - span.from < answer) return span;
  return spanWithMargins(part, answer, levelLength, scale) ?? span;
}

/** The pixels nearest to the region's edges, and no others. */
function bareSpan({ start, length, of }: Part, answer: number, levelLength: number, scale: number): Span {
  const end = start + length;
  const from = Math.min(Math.round(start / scale), levelLength - 1);
  // The last pixel of a level stands for what is left at the image's edge: Image API 3.0 §8.
  const onLadder = end === of && levelLength - from === answer && Math.ceil(length / scale) === answer;
  const to = onLadder ? levelLength : Math.max(from + 1, Math.round(end / scale));
  // What is left may be less than half of it. At the border the picture is then stretched, and all that lies
  // before is moved by less: that much would not be right for a region that others have to join.
  const weight = end === of ? 0.5 : 1;
  const moved = Math.max(Math.abs(from * scale - start), onLadder ? 0 : weight * Math.abs(to * scale - end));
  return { from, to, scaled: answer, at: 0, shift: (moved * answer) / length };
}

/** Level pixels that are read beside the region at the most, on each side: a hundredth of a usual region. */
const LARGEST_MARGIN = 8;

/**
 * Some pixels beside the region as well, so many that its edges fall between two pixels once all is resized,
 * and what is beside can be cut off again. The next larger level would mean to read four times the pixels.
 */
function spanWithMargins({ start, length }: Part, answer: number, levelLength: number, scale: number) {
  const [left, right] = [start / scale, (start + length) / scale];
  const wanted = answer / (right - left);
  let best: Span | undefined;
  const first = Math.max(0, Math.floor(left) - LARGEST_MARGIN);
  const last = Math.min(levelLength, Math.ceil(right) + LARGEST_MARGIN);
  for (let from = Math.floor(left); from >= first; from -= 1) {
    for (let to = Math.ceil(right); to <= last; to += 1) {
      const scaled = Math.round((to - from) * wanted);
      const ratio = scaled / (to - from);
      const at = Math.round((left - from) * ratio);
      const moved = Math.max(
        Math.abs(from + at / ratio - left),
        Math.abs(from + (at + answer) / ratio - right),
      );
      const span = { from, to, scaled, at, shift: moved * wanted };
      if (span.shift < (best?.shift ?? Infinity)) best = span;
    }
  }
  return best;
}

function isUsable({ from, to, scaled, shift }: Span): boolean {
  return to - from >= scaled && shift <= LARGEST_SHIFT;
}

function joined(across: Span, down: Span, size: Size): Omit<LevelPart, 'level'> {
  return {
    box: {
      x: across.from,
      y: down.from,
      width: across.to - across.from,
      height: down.to - down.from,
    },
    scaled: { width: across.scaled, height: down.scaled },
    window: { x: across.at, y: down.at, width: size.width, height: size.height },
  };
}
