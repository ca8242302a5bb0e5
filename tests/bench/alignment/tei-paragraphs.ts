import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SaxesParser } from 'saxes';
import type { Pairing } from './bead-score.ts';

/** The paragraphs of a letter or report and of its translation, and which of them belong together. */
export type Paragraphs = { name: string; original: string[]; translation: string[]; truth: Pairing[] };

type Block = { id: string | undefined; words: string };

/**
 * TEI files with a division `original` and one `translation`. Paragraphs with ids (`p.nl.3`) belong to those of the same
 * number; without, the n-th to the n-th, in files that have as many of both.
 */
export function readTeiParagraphs(folder: string): Paragraphs[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.xml'))
    .sort()
    .flatMap((file) => {
      const { original, translation } = blocksOf(readFileSync(join(folder, file), 'utf8'));
      const named = [...original, ...translation].every(({ id }) => id !== undefined);
      const known = named || original.length === translation.length;
      if (original.length === 0 || translation.length === 0 || !known) return [];
      const truth = original.flatMap((block, source) => {
        const target = named
          ? translation.findIndex(({ id }) => numberOf(id) === numberOf(block.id))
          : source;
        const other = translation[target];
        const empty = block.words === '' || other === undefined || other.words === '';
        return empty ? [] : [{ source: [source], target: [target] }];
      });
      const words = (blocks: readonly Block[]) => blocks.map((block) => block.words);
      return [{ name: file, original: words(original), translation: words(translation), truth }];
    });
}

function numberOf(id: string | undefined): string | undefined {
  return id?.slice(id.lastIndexOf('.') + 1);
}

function blocksOf(xml: string): { original: Block[]; translation: Block[] } {
  const found: { original: Block[]; translation: Block[] } = { original: [], translation: [] };
  let into: Block[] | undefined;
  let block: Block | undefined;
  let notes = 0;
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'div')
      into =
        attributes.type === 'original'
          ? found.original
          : attributes.type === 'translation'
            ? found.translation
            : into;
    if (name === 'note') notes += 1;
    if (into === undefined || (name !== 'p' && name !== 'ab')) return;
    block = { id: attributes['xml:id'], words: '' };
    into.push(block);
  });
  parser.on('text', (text) => {
    if (block !== undefined && notes === 0) block.words += text;
  });
  parser.on('closetag', ({ name }) => {
    if (name === 'note') notes -= 1;
    if (name === 'div') into = undefined;
    if ((name !== 'p' && name !== 'ab') || block === undefined) return;
    block.words = block.words.replace(/\s+/g, ' ').trim();
    block = undefined;
  });
  parser.write(xml).close();
  return found;
}
