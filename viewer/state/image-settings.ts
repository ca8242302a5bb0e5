import { say } from '../messages/messages.ts';
import { withinHalfTurn } from './rotation.ts';

/** How the reader wants to see the scans of a document. */
export type ImageSettings = {
  /** In per cent; 100 leaves it as it is. */
  contrast: number;
  /** In per cent; 100 leaves it as it is. */
  brightness: number;
  negative: boolean;
  grey: boolean;
  /** Clockwise, more than -180 and at most 180. */
  degrees: number;
};

export const PLAIN: ImageSettings = {
  contrast: 100,
  brightness: 100,
  negative: false,
  grey: false,
  degrees: 0,
};

/** In per cent. Below half nothing can be read; a carbon copy needs up to four times the contrast. */
export const REACH = {
  contrast: { least: 50, most: 400 },
  brightness: { least: 50, most: 250 },
} as const;

export function isPlain(settings: ImageSettings): boolean {
  return changesOf(settings).length === 0;
}

/** A tenth of a degree is as askew as anybody lays a sheet on the glass. */
export function turnedBy(settings: ImageSettings, degrees: number): ImageSettings {
  return { ...settings, degrees: tenth(withinHalfTurn(tenth(degrees))) };
}

function tenth(degrees: number): number {
  return Math.round(degrees * 10) / 10;
}

/**
 * A tone between paper and faint ink, of 1, which contrast leaves as it is. CSS has half a tone for that, and both the
 * paper and the carbon on it are lighter than that: both would turn white.
 */
const PIVOT = 0.75;

/** As a CSS filter; empty where nothing is to be filtered. */
export function filterOf({ contrast, brightness, negative, grey }: ImageSettings): string {
  return [
    grey ? 'grayscale(1)' : '',
    brightness === 100 ? '' : `brightness(${brightness / 100})`,
    contrast === 100
      ? ''
      : `brightness(${0.5 / PIVOT}) contrast(${contrast / 100}) brightness(${PIVOT / 0.5})`,
    negative ? 'invert(1)' : '',
  ]
    .filter((part) => part !== '')
    .join(' ');
}

/** What is not as it was scanned, in words; none where all is. */
export function changesOf({ contrast, brightness, negative, grey, degrees }: ImageSettings): string[] {
  return [
    negative ? say('imageIsNegative') : '',
    grey ? say('imageIsGrey') : '',
    contrast === 100 ? '' : say('imageContrastBy', { percent: contrast }),
    brightness === 100 ? '' : say('imageBrightnessBy', { percent: brightness }),
    degrees === 0 ? '' : say('imageTurnedBy', { degrees }),
  ].filter((change) => change !== '');
}

/** Reads what was kept; whatever is not of our making is left as it was scanned. */
export function parseSettings(kept: string | null): ImageSettings {
  let json: unknown;
  try {
    json = JSON.parse(kept ?? '');
  } catch {
    return PLAIN;
  }
  if (typeof json !== 'object' || json === null) return PLAIN;
  const has: Readonly<Record<string, unknown>> = { ...json };
  const settings = {
    contrast: percent(has.contrast, REACH.contrast),
    brightness: percent(has.brightness, REACH.brightness),
    negative: has.negative === true,
    grey: has.grey === true,
  };
  const { degrees } = has;
  const turn = typeof degrees === 'number' && Number.isFinite(degrees) ? degrees : 0;
  return turnedBy({ ...settings, degrees: 0 }, turn);
}

function percent(value: unknown, { least, most }: { least: number; most: number }): number {
  return typeof value === 'number' && value >= least && value <= most ? Math.round(value) : 100;
}

/** For this visit only: who comes back another day sees the paper. @param document the manifest's address. */
export function rememberedSettings(document: string): ImageSettings {
  try {
    return parseSettings(sessionStorage.getItem(keyOf(document)));
  } catch {
    // A browser that keeps nothing for sites says so by throwing.
    return PLAIN;
  }
}

export function rememberSettings(document: string, settings: ImageSettings): void {
  try {
    if (isPlain(settings)) sessionStorage.removeItem(keyOf(document));
    else sessionStorage.setItem(keyOf(document), JSON.stringify(settings));
  } catch {
    // Nothing is kept then.
  }
}

function keyOf(document: string): string {
  return `diptych-image ${document}`;
}
