import { describe, expect, it } from 'vitest';
import type { Box } from '../../../server/model/box.ts';
import { inkMask, strokesToSvg } from '../../../scripts/specimens/ink.ts';
import { report } from '../../../scripts/specimens/documents/report.ts';
import { riverMemorandum } from '../../../scripts/specimens/documents/river-memorandum.ts';
import { SPECIMENS } from '../../../scripts/specimens/documents/specimens.ts';
import { telegram } from '../../../scripts/specimens/documents/telegram.ts';
import { typeSheet, type Stroke } from '../../../scripts/specimens/typing.ts';

const LEAVES = SPECIMENS.flatMap(({ leaves }) => leaves);
/** Ink that is at least this strong (of 255) counts as seen; fainter is the blur around it. */
const SEEN = 56;
const AROUND = 14;

describe.each(LEAVES.map(({ sheet }) => ({ name: `${sheet.typing.face} ${sheet.page}`, sheet })))(
  'typeSheet on $name',
  ({ sheet }) => {
    const lines = typeSheet(sheet).flatMap((block) => block.lines);

    it('boxes every line within 2 pixels of its ink, measured on the line drawn alone', async () => {
      expect(lines.length).toBeGreaterThan(10);
      for (const line of lines) {
        const strokes = line.words.flatMap((word) => word.strokes);
        expectWithin(2, await inkOf(strokes, line.box, sheet.typing.softness), line.box, line.id);
      }
    });

    it('boxes every word within 2 pixels of its ink, the hyphen at the line’s end apart', async () => {
      const words = lines.flatMap((line) => line.words);
      for (const word of words.filter((_, index) => index % 4 === 0 || words[index]?.hyphen !== undefined)) {
        const { hyphen } = word;
        const body = hyphen === undefined ? word.strokes : word.strokes.filter(({ ink }) => ink !== hyphen);
        expectWithin(2, await inkOf(body, word.box, sheet.typing.softness), word.box, word.id);
      }
    });

    it('keeps every line on the sheet and every word within its line', () => {
      for (const line of lines) {
        expect(line.box.x).toBeGreaterThan(sheet.paper.edge.left);
        expect(line.box.x + line.box.width).toBeLessThan(sheet.size.width - sheet.paper.edge.right);
        expect(line.box.y + line.box.height).toBeLessThan(sheet.size.height - sheet.paper.edge.bottom);
        for (const { box } of line.words) {
          expect(box.x).toBeGreaterThanOrEqual(line.box.x);
          expect(box.y + box.height).toBeLessThanOrEqual(line.box.y + line.box.height + 1e-6);
        }
      }
    });
  },
);

describe('typeSheet', () => {
  it('would be caught if a box were three pixels off', async () => {
    const [first] = telegram.leaves;
    const line = first === undefined ? undefined : typeSheet(first.sheet)[0]?.lines[0];
    if (line === undefined) throw new Error('The telegram has no first line.');
    const seen = await inkOf(
      line.words.flatMap((word) => word.strokes),
      line.box,
      telegram.leaves[0]?.sheet.typing.softness ?? 0,
    );
    expect(() => expectWithin(2, seen, { ...line.box, x: line.box.x + 3 }, line.id)).toThrow(/off by/);
  });

  it('gives lines ids that are unique in the whole text and say the page', () => {
    for (const { leaves } of SPECIMENS) {
      const ids = leaves.flatMap(({ sheet }) =>
        typeSheet(sheet).flatMap(({ lines }) => lines.map(({ id }) => id)),
      );
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids.every((id) => /^p\d+-l\d\d$/.test(id))).toBe(true);
    }
  });

  it('joins a word that the line’s end breaks, and leaves its punctuation out of the whole', () => {
    const [first] = telegram.leaves;
    const words =
      first === undefined
        ? []
        : typeSheet(first.sheet).flatMap(({ lines }) => lines.flatMap((line) => line.words));
    const halves = words.filter(({ broken }) => broken !== undefined);
    expect(halves.map(({ content, broken }) => [content, broken?.part, broken?.whole])).toEqual([
      ['транс', 1, 'транспортом'],
      ['портом.', 2, 'транспортом'],
    ]);
    expect(halves[0]?.hyphen).toBeDefined();
  });

  it('turns a line with its sheet: the baseline falls to the right on a sheet turned clockwise', () => {
    const [first] = telegram.leaves;
    expect(first?.sheet.turn).toBe(0.6);
    const line = first === undefined ? undefined : typeSheet(first.sheet)[5]?.lines[1];
    const [left, right] = line?.baseline ?? [];
    const slope = ((right?.y ?? 0) - (left?.y ?? 0)) / ((right?.x ?? 0) - (left?.x ?? 0));
    expect(slope).toBeCloseTo(Math.tan((0.6 * Math.PI) / 180), 4);
  });

  it('types vertical lines from right to left, high and narrow, with the characters one below the other', () => {
    const lines = riverMemorandum.leaves
      .flatMap(({ sheet }) => typeSheet(sheet))
      .flatMap((block) => block.lines);
    expect(lines.length).toBeGreaterThan(10);
    for (const [index, { box, words }] of lines.entries()) {
      expect(box.height).toBeGreaterThan(3 * box.width);
      const before = lines[index - 1]?.box;
      if (before !== undefined) expect(box.x + box.width).toBeLessThan(before.x);
      const tops = words.map((word) => word.box.y);
      expect(tops).toEqual(tops.toSorted((a, b) => a - b));
      expect(words.slice(1).every(({ joined }) => joined === true)).toBe(true);
    }
  });

  it('types the same thing twice', () => {
    const [first] = report.leaves;
    expect(first).toBeDefined();
    if (first !== undefined) expect(typeSheet(first.sheet)).toEqual(typeSheet(first.sheet));
  });
});

async function inkOf(strokes: readonly Stroke[], near: Box, softness: number): Promise<Box> {
  const area = {
    x: Math.floor(near.x) - AROUND,
    y: Math.floor(near.y) - AROUND,
    width: Math.ceil(near.width) + 2 * AROUND,
    height: Math.ceil(near.height) + 2 * AROUND,
  };
  const mask = await inkMask(strokesToSvg(strokes), area, softness);
  expect(mask.length).toBe(area.width * area.height);
  let [left, top, right, bottom] = [area.width, area.height, -1, -1];
  for (const [at, ink] of mask.entries()) {
    if (ink < SEEN) continue;
    const x = at % area.width;
    const y = Math.floor(at / area.width);
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  return { x: area.x + left, y: area.y + top, width: right - left + 1, height: bottom - top + 1 };
}

function expectWithin(pixels: number, seen: Box, declared: Box, id: string): void {
  const off = [
    seen.x - declared.x,
    seen.y - declared.y,
    seen.x + seen.width - declared.x - declared.width,
    seen.y + seen.height - declared.y - declared.height,
  ];
  expect(
    Math.max(...off.map(Math.abs)),
    `${id} is off by ${off.map((value) => value.toFixed(1)).join(', ')}`,
  ).toBeLessThanOrEqual(pixels);
}
