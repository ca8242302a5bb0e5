import { isStyle } from '../iiif/citations.ts';

const KEY = 'diptych.citation-style';

/** The style that was chosen last in this browser; whatever stands there is looked at first. */
export function rememberedStyle(): string | undefined {
  try {
    const style = window.localStorage.getItem(KEY);
    return style !== null && isStyle(style) ? style : undefined;
  } catch {
    // Where storage is forbidden, nothing is remembered.
    return undefined;
  }
}

export function rememberStyle(style: string): void {
  try {
    window.localStorage.setItem(KEY, style);
  } catch {
    // Then it holds until the page is left.
  }
}
