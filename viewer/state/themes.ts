export type Scheme = 'light' | 'dark';

/** Mirador's own controls in the colours of `look/tokens.css`; Material UI computes with them and takes no variables. */
export const themes = {
  light: palette('light', { ground: '#fbfaf7', surface: '#f4f1ea', ink: '#1d1c1a', accent: '#8e2f1f' }),
  dark: palette('dark', { ground: '#16171a', surface: '#1e1f23', ink: '#e7e4dc', accent: '#e08a73' }),
};

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
