/** What the page says of itself on the element that the reading room takes over. */
export type Mount = {
  /** The manifest's address, absolute. */
  manifest: string;
  /** The id of the canvas to open; undefined for the first. */
  canvas: string | undefined;
  /** The document's page, where this is a document of the same site. */
  document: string | undefined;
  /** The way back that the page offered. */
  back: string | undefined;
  /** Of the interface, BCP 47. */
  language: string;
};

/** Undefined if the element names no manifest. */
export function readMount(element: HTMLElement): Mount | undefined {
  const { manifest, canvas, document: page } = element.dataset;
  const address = webAddress(manifest);
  if (address === undefined) return undefined;
  const back =
    webAddress(page) ?? webAddress(element.querySelector('header a')?.getAttribute('href') ?? undefined);
  return {
    manifest: address,
    canvas: canvas === '' ? undefined : canvas,
    document: webAddress(page),
    back,
    language: 'en',
  };
}

/** Only http and https: a `javascript:` address must never become a link or a request. */
function webAddress(address: string | undefined): string | undefined {
  if (address === undefined || address === '') return undefined;
  try {
    const url = new URL(address, document.baseURI);
    return /^https?:$/.test(url.protocol) ? url.href : undefined;
  } catch {
    return undefined;
  }
}
