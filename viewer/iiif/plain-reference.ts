import type { Canvas, Manifest } from './manifest.ts';
import type { Wording } from './language-map.ts';

/** Title, page and where it comes from: what can be said of anybody's document, who writes out no citations. */
export function plainReference(
  { title, statement }: Pick<Manifest, 'title' | 'statement'>,
  canvas: Pick<Canvas, 'label'> | undefined,
  address: string,
): string {
  return [wordsOf(title), canvas?.label ?? '', wordsOf(statement?.value)]
    .filter((part) => part !== '')
    .map((part) => (/[.?!…]$/u.test(part) ? part : `${part}.`))
    .concat(address)
    .join(' ');
}

/** A statement may be HTML: its words alone, on one line. */
export function wordsOf(wording: Wording | undefined): string {
  const text = wording?.values.join(', ') ?? '';
  return text
    .replace(/<[^<>]{0,2000}>/g, ' ')
    .replace(/&(amp|lt|gt|quot|nbsp);/g, (entity, name: string) => ENTITIES[name] ?? entity)
    .replace(/\s+/gu, ' ')
    .trim();
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' };
