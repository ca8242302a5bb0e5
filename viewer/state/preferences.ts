import { ROW_UNITS, type RowUnit } from './grids.ts';
import { readWeights, type Weights } from './weights.ts';

/** Where the scan stands: beside the texts, or above them. */
export const SCAN_SIDES = ['left', 'right', 'top'] as const;
export type ScanSide = (typeof SCAN_SIDES)[number];

/** `faithful`: lines end where they do on the page. `reading`: words flow, and divided ones are whole again. */
export const READING_MODES = ['faithful', 'reading'] as const;
export type ReadingMode = (typeof READING_MODES)[number];

/** How a reader likes the room, whatever stands in it. */
export type Preferences = {
  side: ScanSide;
  /** Whether the scan is shown, and whether the texts are; never neither. */
  scan: boolean;
  texts: boolean;
  /** The scan's part of the width where it stands beside the texts, and of the height where it stands above them. */
  beside: number;
  above: number;
  /** How wide the columns of the texts are. */
  weights: Weights;
  mode: ReadingMode;
  unit: RowUnit;
  /** Size of the texts, and the height of their lines, in steps from the usual one. */
  size: number;
  spacing: number;
  /** The scan moves to what is being read. */
  follow: boolean;
  /** Only what a person has linked or confirmed is shown as linked. */
  trusting: boolean;
  /** Two pages side by side, as in an open book. */
  book: boolean;
};

export const USUAL: Preferences = {
  ...{ side: 'left', scan: true, texts: true, beside: 0.5, above: 0.4, weights: [] },
  ...{ mode: 'faithful', unit: 'sentences', size: 0, spacing: 0 },
  ...{ follow: true, trusting: false, book: false },
};

/** Bounds of a part of the room: a pane that is shown can be seen. */
export const LEAST_PART = 0.15;
export const MOST_PART = 0.85;

/** Bounds of the steps of size and of spacing. */
export const STEPS = { size: { least: -2, most: 6 }, spacing: { least: -1, most: 3 } } as const;

/** What was kept, as far as it is what this version keeps; the rest is as usual. Never throws. */
export function readPreferences(kept: unknown): Preferences {
  const record: Partial<Record<string, unknown>> =
    typeof kept === 'object' && kept !== null ? { ...kept } : {};
  const oneOf = <Value>(name: string, values: readonly Value[], usual: Value): Value =>
    values.find((value) => value === record[name]) ?? usual;
  const yes = (name: string, usual: boolean) => oneOf(name, [true, false], usual);
  const within = (name: string, least: number, most: number, usual: number): number => {
    const value = record[name];
    return typeof value === 'number' && value >= least && value <= most ? value : usual;
  };
  const steps = ({ least, most }: { least: number; most: number }) =>
    Array.from({ length: most - least + 1 }, (_, index) => least + index);
  const [scan, texts] = [yes('scan', USUAL.scan), yes('texts', USUAL.texts)];
  return {
    side: oneOf('side', SCAN_SIDES, USUAL.side),
    scan,
    texts: texts || !scan,
    beside: within('beside', LEAST_PART, MOST_PART, USUAL.beside),
    above: within('above', LEAST_PART, MOST_PART, USUAL.above),
    weights: readWeights(record.weights),
    mode: oneOf('mode', READING_MODES, USUAL.mode),
    unit: oneOf('unit', ROW_UNITS, USUAL.unit),
    size: oneOf('size', steps(STEPS.size), USUAL.size),
    spacing: oneOf('spacing', steps(STEPS.spacing), USUAL.spacing),
    follow: yes('follow', USUAL.follow),
    trusting: yes('trusting', USUAL.trusting),
    book: yes('book', USUAL.book),
  };
}

/** One pane is always there: whoever hides the last one gets the other. */
export function withPane(
  preferences: Preferences,
  pane: 'scan' | 'texts',
  isShown: boolean,
): Pick<Preferences, 'scan' | 'texts'> {
  const other = pane === 'scan' ? 'texts' : 'scan';
  const shown = { scan: preferences.scan, texts: preferences.texts, [pane]: isShown };
  return { ...shown, [other]: shown[other] || !isShown };
}
