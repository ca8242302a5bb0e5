export type Scheme = 'light' | 'dark';

/**
 * Mirador's own controls in the colours of `look/tokens.css`, for Material UI computes with them and takes no
 * variables. The accent is the page's own, which may be an institution's; where it is no colour to compute with, as
 * in a reader's forced colours, it is ours.
 *
 * @param accent what the page's `--accent` is at present, in its present scheme.
 */
export function themesWith(accent: string): Record<Scheme, object> {
  const own = /^#[0-9a-f]{6}$/i.test(accent.trim()) ? accent.trim() : undefined;
  return {
    light: palette('light', {
      ground: '#fbfaf7',
      surface: '#f4f1ea',
      ink: '#1d1c1a',
      accent: own ?? '#8e2f1f',
    }),
    dark: palette('dark', {
      ground: '#16171a',
      surface: '#1e1f23',
      ink: '#e7e4dc',
      accent: own ?? '#e08a73',
    }),
  };
}

/** The accent of the page as its style sheets have it now. */
export function pageAccent(): string {
  return getComputedStyle(document.documentElement).getPropertyValue('--accent');
}

function palette(
  mode: Scheme,
  colours: { ground: string; surface: string; ink: string; accent: string },
): object {
  return {
    palette: {
      mode,
      primary: { main: colours.accent },
      secondary: { main: colours.accent },
      background: { default: colours.ground, paper: colours.ground },
      text: { primary: colours.ink },
      shades: { dark: colours.surface, main: colours.ground, light: colours.surface },
    },
    typography: { fontFamily: "'Source Sans 3 Variable', system-ui, sans-serif" },
    shape: { borderRadius: 2 },
  };
}
