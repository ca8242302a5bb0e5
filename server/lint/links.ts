import { idOf, listOf, recordsOf } from '../../viewer/iiif/json.ts';
import type { Rules } from './finding.ts';
import { under } from './json-path.ts';
import type { Node } from './node.ts';
import type { Setting } from './setting.ts';
import { quoted, shown } from './shown.ts';

export const LINK_RULES = {
  'see-also-twice': {
    severity: 'error',
    section: 'Presentation 3.0 §3.3.1 seeAlso',
    mend: 'Give each representation a URI of its own.',
  },
  'total-invalid': {
    severity: 'error',
    section: 'Web Annotation Data Model §5.1',
    section2: 'Presentation 2.1 §3.5 total',
    mend: 'Give the number of annotations, as a whole number.',
  },
  'page-link-invalid': {
    severity: 'error',
    section: 'Web Annotation Data Model §5',
    section2: 'Presentation 2.1 §3.5',
    mend: 'Give the URI of the page, or an object with its "id" and "type".',
  },
  'supplementary-unread': {
    severity: 'advice',
    section: 'Presentation 3.0 §3.3.2 supplementary',
    mend: 'Name the collection in each annotation page\'s "partOf" instead: common parsers fail on the object that the specification wants here.',
  },
} satisfies Rules;

export function checkLinks({ kind, value, path }: Node, { report, version }: Setting): void {
  if (version === 3) {
    const seen = new Map<string, unknown>();
    recordsOf(value.seeAlso).forEach((link, index) => {
      const id = idOf(link);
      if (id === undefined) return;
      if (seen.has(id) && seen.get(id) !== link.format)
        report(
          'see-also-twice',
          under(path, 'seeAlso', index),
          `${quoted(id)} is given in ${shown(seen.get(id))} and in ${shown(link.format)}.`,
        );
      seen.set(id, link.format);
    });
    if (kind === 'Range' && value.supplementary !== undefined)
      report('supplementary-unread', under(path, 'supplementary'), 'The range links to its texts.');
  }
  if (kind !== 'AnnotationPage' && kind !== 'AnnotationCollection') return;
  for (const name of ['total', 'startIndex']) {
    const count = value[name];
    if (count !== undefined && !(Number.isInteger(count) && Number(count) >= 0))
      report('total-invalid', under(path, name), `"${name}" is ${shown(count)}.`);
  }
  for (const name of ['first', 'last', 'prev', 'next']) {
    const [page, ...others] = listOf(value[name]);
    if (page !== undefined && (others.length > 0 || !/^https?:/.test(idOf(page) ?? '')))
      report(
        'page-link-invalid',
        under(path, name),
        `"${name}" is ${shown(others.length > 0 ? value[name] : page)}.`,
      );
  }
}
