import { OPENING } from '../iiif/spreads.ts';

/** A canvas as Mirador has it: of manifesto.js, which reads any property of the JSON. */
type MiradorCanvas = { getProperty(name: string): unknown };

/**
 * Which canvases Mirador shows together: in the place of its own `CanvasGroupings`, which takes the first page of every
 * document for the front of a volume. See vite.config.ts.
 */
export class CanvasGroupings {
  readonly #groups: MiradorCanvas[][] = [];

  constructor(canvases: readonly MiradorCanvas[], view = 'single') {
    let before: unknown;
    for (const canvas of canvases) {
      const opening = view === 'book' ? canvas.getProperty(OPENING) : undefined;
      if (opening !== undefined && opening === before) this.#groups.at(-1)?.push(canvas);
      else this.#groups.push([canvas]);
      before = opening;
    }
  }

  groupings(): readonly (readonly MiradorCanvas[])[] {
    return this.#groups;
  }
}
