import { isRecord, listOf } from '../../viewer/iiif/json.ts';
import { under, type Path } from './json-path.ts';
import type { Node } from './node.ts';

/** A text for people, in its place. */
export type Wording = {
  text: string;
  /** As the document says it; undefined where it does not. */
  language: string | undefined;
  path: Path;
  /** The property, or `label` and `value` of a statement. */
  property: string;
  /** Whether HTML may be in it: Presentation 3.0 §4.5, 2.1 §4.4. */
  mayBeHtml: boolean;
};

const PLAIN = new Set(['label']);
const PROPERTIES = {
  2: ['label', 'description', 'attribution'],
  3: ['label', 'summary'],
} as const;

/** The texts that a resource has for people. What is no text is passed over: that is told elsewhere. */
export function wordingsOf({ kind, value, path }: Node, version: 2 | 3): Wording[] {
  if (kind === 'Service') return [];
  const properties = kind === 'Statement' ? (['label', 'value'] as const) : PROPERTIES[version];
  return properties.flatMap((property) => {
    const at = under(path, property);
    const texts = version === 3 ? mapped(value[property], at) : repeated(value[property], at);
    return texts.map((text) => ({ ...text, property, mayBeHtml: !PLAIN.has(property) }));
  });
}

type Found = Pick<Wording, 'text' | 'language' | 'path'>;

/** Presentation 3.0 §4.4: texts by language. */
function mapped(map: unknown, path: Path): Found[] {
  if (!isRecord(map)) return [];
  return Object.entries(map).flatMap(([language, texts]) => {
    if (!Array.isArray(texts)) return [];
    return texts.flatMap((text: unknown, index) =>
      typeof text === 'string' ? [{ text, language, path: under(path, language, index) }] : [],
    );
  });
}

/** Presentation 2.1 §4.3: a string, an object with `@value`, or several of them. */
function repeated(value: unknown, path: Path): Found[] {
  return listOf(value).flatMap((one, index) => {
    const at = Array.isArray(value) ? under(path, index) : path;
    if (typeof one === 'string') return [{ text: one, language: undefined, path: at }];
    if (!isRecord(one) || typeof one['@value'] !== 'string') return [];
    const language = one['@language'];
    return [
      {
        text: one['@value'],
        language: typeof language === 'string' ? language : undefined,
        path: under(at, '@value'),
      },
    ];
  });
}
