/**
 * Keeps the page's own address in step with the canvas that is shown, so that it can be copied and reloaded:
 * `?page=` with the last part of the canvas's id on a document of ours, `?canvas=` with the whole id elsewhere.
 */
export function rememberCanvas(canvasId: string, ofOurs: boolean): void {
  const url = new URL(window.location.href);
  if (ofOurs) url.searchParams.set('page', lastPart(canvasId));
  else url.searchParams.set('canvas', canvasId);
  if (url.href !== window.location.href) window.history.replaceState(window.history.state, '', url);
}

function lastPart(uri: string): string {
  const part = uri.split('/').at(-1) ?? uri;
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
