/** Red, green and blue, 0 to 255. */
type Rgb = readonly [number, number, number];

const HEX = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/;

/** What a page's text stands on, and what stands on a filled button, as `look/tokens.css` has them. */
export const GROUNDS = {
  light: { grounds: ['#fbfaf7', '#f4f1ea'], onAccent: '#fffdf9' },
  dark: { grounds: ['#16171a', '#1e1f23'], onAccent: '#1a1210' },
} as const;

/** How far two colours, `#rrggbb` in lower case, are from each other: 1 to 21. WCAG 2.2, "contrast ratio". */
export function contrast(one: string, other: string): number {
  const [a, b] = [luminance(rgb(one)), luminance(rgb(other))];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** The least contrast that text of this colour has in a scheme: with the grounds, and with what a button says on it. */
export function leastContrast(colour: string, scheme: 'light' | 'dark'): number {
  const { grounds, onAccent } = GROUNDS[scheme];
  return Math.min(...[...grounds, onAccent].map((ground) => contrast(colour, ground)));
}

/**
 * The colour itself where its contrast is enough, else the nearest to it, darker in the light scheme and lighter
 * in the dark one, whose contrast is.
 *
 * @param least 21 at most can be asked, and black or white is what comes of too much.
 */
export function withContrast(colour: string, scheme: 'light' | 'dark', least: number): string {
  const end = scheme === 'light' ? 0 : 255;
  for (let step = 0; step < 100; step += 1) {
    const mixed = hex(mix(rgb(colour), end, step / 100));
    if (leastContrast(mixed, scheme) >= least) return mixed;
  }
  return scheme === 'light' ? '#000000' : '#ffffff';
}

/** `142 47 31`, as CSS takes it. */
export function channels(colour: string): string {
  return rgb(colour).join(' ');
}

function mix([red, green, blue]: Rgb, end: number, part: number): Rgb {
  const towards = (from: number) => Math.round(from + (end - from) * part);
  return [towards(red), towards(green), towards(blue)];
}

function hex(colour: Rgb): string {
  return `#${colour.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

function rgb(colour: string): Rgb {
  const [, red = '00', green = '00', blue = '00'] = HEX.exec(colour) ?? [];
  return [Number.parseInt(red, 16), Number.parseInt(green, 16), Number.parseInt(blue, 16)];
}

/** WCAG 2.2, "relative luminance". */
function luminance(colour: Rgb): number {
  const [red, green, blue] = colour.map((channel) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}
