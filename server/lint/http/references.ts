import { idOf, listOf, stringsOf, typesOf, type JsonRecord } from '../../../viewer/iiif/json.ts';
import { withoutFragment } from '../catalog.ts';
import { under, type Path } from '../json-path.ts';
import { isInTarget, type Node } from '../node.ts';
import type { Reading } from '../reading.ts';
import { imageServiceVersion } from '../services.ts';

/** Something that a document points to, and what it says of it. */
export type Reference =
  /** IIIF, described at its own address. `owner`: the resource whose annotations it holds. `member`: of a collection. */
  | {
      kind: 'description';
      url: string;
      path: Path;
      types: readonly string[];
      owner: string | undefined;
      member: boolean;
    }
  | { kind: 'content'; url: string; path: Path; format: unknown }
  | {
      kind: 'image-service';
      url: string;
      path: Path;
      service: JsonRecord;
      version: 1 | 2 | 3;
      image: JsonRecord;
    }
  | { kind: 'search-service'; url: string; path: Path; types: readonly string[] };

/** What is checked first, if not everything can be. */
const ORDER: Record<Reference['kind'], number> = {
  description: 0,
  'image-service': 1,
  'search-service': 2,
  content: 3,
};

/** Everything that a document points to, once each, what matters most to a reader first. */
export function referencesOf({ nodes }: Pick<Reading, 'nodes'>): Reference[] {
  const found = new Map<string, Reference>();
  for (const node of nodes) {
    for (const reference of [...ofNode(node), ...bareUris(node)]) {
      const key = `${reference.kind} ${reference.url}`;
      const before = found.get(key);
      // Of a page that is named twice, it counts where its annotations belong.
      const isBetter =
        before?.kind === 'description' &&
        reference.kind === 'description' &&
        before.owner === undefined &&
        reference.owner !== undefined;
      if (before === undefined || isBetter) found.set(key, reference);
    }
  }
  return [...found.values()].sort((one, other) => ORDER[one.kind] - ORDER[other.kind]);
}

function ofNode(node: Node): Reference[] {
  const { kind, value, path, place, role, parent } = node;
  const url = withoutFragment(idOf(value) ?? '');
  if (!/^https?:\/\//i.test(url)) return [];
  if (kind === 'Service') return ofService(node, url);
  // What an annotation is about may stand anywhere; only its containers must be had.
  if (isInTarget(node)) return role === 'partOf' ? [description(node, url)] : [];
  if (kind === 'Content') {
    const isPartOf = role === 'partOf';
    const isEmbedded =
      value.chars !== undefined || value['cnt:chars'] !== undefined || value.type === 'Feature';
    return isPartOf || isEmbedded ? [] : [{ kind: 'content', url, path, format: value.format }];
  }
  // Content Search 2.0 §4.2.2: the collection of all hits is described in the response, and nowhere else.
  if (kind === 'AnnotationCollection' && (value.first !== undefined || value.total !== undefined)) return [];
  const isLink = place === 'reference' && !['Canvas', 'Sequence', 'Annotation'].includes(kind);
  // A range that is described elsewhere in the document need not be anywhere else.
  const isRange = kind === 'Range' && parent?.kind === 'Range';
  return isLink && !isRange ? [description(node, url)] : [];
}

function description(node: Node, url: string): Reference {
  const { value, path, role, parent } = node;
  const isAnnotated =
    role === 'annotations' || role === 'otherContent' || (role === 'items' && parent?.kind === 'Canvas');
  const isMember =
    ['items', 'members', 'manifests', 'collections'].includes(role) && parent?.kind === 'Collection';
  return {
    ...{ kind: 'description', url, path, types: typesOf(value), member: isMember },
    owner: isAnnotated && parent !== undefined ? idOf(parent.value) : undefined,
  };
}

function ofService(node: Node, url: string): Reference[] {
  const { value, path, parent } = node;
  const version = imageServiceVersion(value);
  if (version !== undefined)
    return [
      {
        kind: 'image-service',
        url: url.replace(/\/(?:info\.json)?$/, ''),
        path,
        service: value,
        version,
        image: parent?.value ?? {},
      },
    ];
  const types = typesOf(value);
  const isSearch =
    types.some((type) => /^Search(?:Service)?/.test(type)) ||
    stringsOf(value.profile).some((one) => /api\/search\/\d\/search$/.test(one));
  return isSearch ? [{ kind: 'search-service', url, path, types }] : [];
}

/** Pages that are named by their URI alone, which are no resources of the document. */
function bareUris({ kind, value, path }: Node): Reference[] {
  const names: readonly string[] =
    kind === 'AnnotationPage' || kind === 'AnnotationCollection'
      ? ['first', 'last', 'prev', 'next']
      : kind === 'Canvas'
        ? ['otherContent']
        : [];
  return names.flatMap((name) =>
    stringsOf(listOf(value[name]))
      .filter((uri) => /^https?:\/\//i.test(uri))
      .map((uri): Reference => ({
        ...{
          kind: 'description',
          url: withoutFragment(uri),
          path: under(path, name),
          types: [],
          member: false,
        },
        owner: name === 'otherContent' ? idOf(value) : undefined,
      })),
  );
}
