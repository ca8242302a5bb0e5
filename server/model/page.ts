import type { Size } from './box.ts';

/** One side of a leaf; its canvas keeps the size of its first scan for good. */
export type Page = {
  id: string;
  /** As people cite it: "705", "705 verso", "12a". */
  folio: string;
  canvas: Size;
  /** Absent: the leaf's scan is not held, or could not be read. */
  image?: PageImage;
};

export type PageImage = Size & {
  /** `{document}_{page}` when first ingested; stays. */
  id: string;
  /** Names the pyramid in the cache: sha-256 of the source's bytes, and its part where it has several. */
  key: string;
  /** Of the source, in archive-relative form: what the pyramid is built from again if the cache is gone. */
  file: string;
  /** 0-based page of a multi-page TIFF. */
  part: number;
  /** Pixels per inch of the paper, where the source says what can be true. */
  resolution?: number;
};

/** A leaf without a scan has a canvas of A4 proportions. */
export const EMPTY_CANVAS: Size = { width: 2480, height: 3508 };
