import type { Canvas, Manifest } from '../iiif/manifest.ts';
import type { Mount } from './mount.ts';
import type { Whereabouts } from './whereabouts.ts';

/** What a dialog is about: the document, the page that is shown, and where on it the reader is. */
export type Reader = { mount: Mount; manifest: Manifest; canvas: Canvas; whereabouts: Whereabouts };
