import { idOf, isRecord, listOf, stringsOf, typesOf, type JsonRecord } from '../../viewer/iiif/json.ts';
import type { Report, Rules } from './finding.ts';
import { ROOT, under, type Path } from './json-path.ts';
import { listed, quoted, shown } from './shown.ts';

export const SEARCH_RULES = {
  'search-collection-shared': {
    severity: 'error',
    section: 'Content Search 2.0 §4.3.3',
    mend: 'Give the pages in "annotations" a collection of their own.',
  },
  'search-paging-incomplete': {
    severity: 'error',
    section: 'Content Search 2.0 §4.2.2',
    mend: 'Embed the collection of all hits in "partOf", with "first".',
  },
  'search-link-malformed': {
    severity: 'error',
    section: 'Content Search 2.0 §4.2.2',
    mend: 'Give an object with "id" and the type "AnnotationPage".',
  },
  'search-container-incomplete': {
    severity: 'error',
    section: 'Content Search 1.0 §3.3.3',
    mend: 'Give "@id" and "@type" of what the target is in.',
  },
  'search-layer-untyped': {
    severity: 'error',
    section: 'Content Search 1.0 §3.3.2',
    mend: 'Give the layer "@type": "sc:Layer".',
  },
  'search-annotation-referenced': {
    severity: 'error',
    section: 'Content Search 2.0 §4.2.1; 1.0 §3.3.1',
    mend: 'Embed every annotation whole.',
  },
  'ignored-malformed': {
    severity: 'error',
    section: 'Content Search 2.0 §4.2.4; 1.0 §3.4.1',
    mend: 'Give the names of the parameters that were ignored, as an array of strings.',
  },
  'search-context-order': {
    severity: 'error',
    section: 'Content Search 1.0 §3.4',
    mend: 'List the Presentation context first, then the Search context.',
  },
  'hit-malformed': {
    severity: 'error',
    section: 'Content Search 1.0 §3.4',
    mend: 'Give each hit "@type": "search:Hit" and the ids of its annotations among "resources".',
  },
  'terms-malformed': {
    severity: 'error',
    section: 'Content Search 2.0 §5.2; 1.0 §4.3',
    mend: 'Give a list of terms, each with what is to be asked for.',
  },
} satisfies Rules;

/** Content Search 2.0 §4: an annotation page with more to it. */
export function checkSearch2(document: JsonRecord, report: Report): void {
  checkIgnored(document, report);
  for (const [index, item] of listOf(document.items).entries()) {
    if (isRecord(item) && item.type === 'Annotation' && item.target === undefined)
      report(
        'search-annotation-referenced',
        under(ROOT, 'items', index),
        'The annotation has nothing but its id.',
      );
  }
  const isPaged =
    document.next !== undefined || document.prev !== undefined || document.startIndex !== undefined;
  const collection = listOf(document.partOf).find(
    (part) => isRecord(part) && part.type === 'AnnotationCollection',
  );
  if (isPaged && collection === undefined) {
    report('search-paging-incomplete', ROOT, 'The page is one of several, and of no collection.');
  } else if (isPaged && isRecord(collection) && collection.first === undefined) {
    report('search-paging-incomplete', under(ROOT, 'partOf'), 'The collection does not say its first page.');
  }
  checkPageLinks(document, ROOT, ['next', 'prev'], report);
  if (isRecord(collection)) checkPageLinks(collection, under(ROOT, 'partOf'), ['first', 'last'], report);
  const id = idOf(collection);
  listOf(document.annotations).forEach((page, index) => {
    const shared =
      isRecord(page) && id !== undefined && listOf(page.partOf).some((part) => idOf(part) === id);
    if (shared)
      report(
        'search-collection-shared',
        under(ROOT, 'annotations', index, 'partOf'),
        `${quoted(id)} is also the collection of the hits.`,
      );
  });
}

/** In Presentation 3.0 they may be URIs. What an object lacks is told elsewhere. */
function checkPageLinks(value: JsonRecord, path: Path, names: readonly string[], report: Report): void {
  for (const name of names) {
    const link = value[name];
    if (link !== undefined && !isRecord(link))
      report('search-link-malformed', under(path, name), `"${name}" is ${shown(link)}.`);
  }
}

/** §3.3.3: what tells who has not loaded it yet where a target is to be found. */
function checkContainers(document: JsonRecord, report: Report): void {
  listOf(document.resources).forEach((annotation, index) => {
    const on = isRecord(annotation) ? annotation.on : undefined;
    const within = isRecord(on) ? on.within : undefined;
    const isWhole = listOf(within).every(
      (one) => isRecord(one) && idOf(one) !== undefined && (one['@type'] ?? one.type) !== undefined,
    );
    if (!isWhole)
      report(
        'search-container-incomplete',
        under(ROOT, 'resources', index, 'on', 'within'),
        'What the target is in has no id or no type.',
      );
  });
}

/** Content Search 1.0 §3: an annotation list, maybe with hits. */
export function checkSearch1(document: JsonRecord, report: Report): void {
  const contexts = stringsOf(document['@context']);
  const [presentation, search] = ['presentation/2', 'search/1'].map((part) =>
    contexts.findIndex((context) => context.includes(part)),
  );
  if (presentation !== undefined && search !== undefined && presentation > search && search !== -1)
    report(
      'search-context-order',
      under(ROOT, '@context'),
      'The Search context comes before the Presentation context.',
    );
  if (isRecord(document.within) && !typesOf(document.within).includes('Layer'))
    report('search-layer-untyped', under(ROOT, 'within'), 'What the list is within has no type.');
  checkContainers(document, report);
  checkIgnored(isRecord(document.within) ? document.within : {}, report, 'within');
  listOf(document.resources).forEach((item, index) => {
    if (typeof item === 'string' || (isRecord(item) && item.on === undefined))
      report(
        'search-annotation-referenced',
        under(ROOT, 'resources', index),
        'The annotation has nothing but its id.',
      );
  });
  const known = new Set(listOf(document.resources).map(idOf));
  listOf(document.hits).forEach((hit, index) => {
    const annotations = isRecord(hit) ? stringsOf(hit.annotations) : [];
    const isHit = isRecord(hit) && hit['@type'] === 'search:Hit' && annotations.length > 0;
    const stray = annotations.find((id) => !known.has(id));
    const odd = ['match', 'before', 'after'].find(
      (name) => isRecord(hit) && hit[name] !== undefined && typeof hit[name] !== 'string',
    );
    const at = under(ROOT, 'hits', index);
    if (!isHit) report('hit-malformed', at, 'It is no hit with annotations.');
    else if (stray !== undefined)
      report('hit-malformed', at, `${quoted(stray)} is none of the annotations that were found.`);
    else if (odd !== undefined) report('hit-malformed', under(at, odd), `"${odd}" is ${shown(hit[odd])}.`);
  });
}

/** Autocomplete: a TermPage of 2.0, or a TermList of 1.0. */
export function checkTerms(document: JsonRecord, version: 1 | 2, report: Report): void {
  const [list, needed] =
    version === 2 ? (['items', ['value']] as const) : (['terms', ['match', 'url']] as const);
  const id = idOf(document);
  if (id === undefined) report('terms-malformed', ROOT, 'The list of terms has no id.');
  if (document['@context'] === undefined) report('context-missing', ROOT, 'The document has no "@context".');
  const terms = document[list];
  if (!Array.isArray(terms)) report('terms-malformed', ROOT, `"${list}" is ${shown(terms)} and no array.`);
  listOf(terms).forEach((term, index) => {
    const missing = needed.filter((name) => !isRecord(term) || typeof term[name] !== 'string');
    if (missing.length > 0)
      report('terms-malformed', under(ROOT, list, index), `A term has no ${listed(missing)}.`);
  });
  checkIgnored(document, report);
}

function checkIgnored(part: JsonRecord, report: Report, ...keys: readonly string[]): void {
  const { ignored } = part;
  if (ignored !== undefined && !(Array.isArray(ignored) && ignored.every((name) => typeof name === 'string')))
    report('ignored-malformed', under(ROOT, ...keys, 'ignored'), `"ignored" is ${shown(ignored)}.`);
}
