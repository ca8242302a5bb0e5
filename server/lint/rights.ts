import type { Rules } from './finding.ts';
import { under, type Path } from './json-path.ts';
import type { Node } from './node.ts';
import type { Setting } from './setting.ts';
import { quoted, shown } from './shown.ts';

export const RIGHTS_RULES = {
  'rights-invalid': {
    severity: 'error',
    section: 'Presentation 3.0 §3.1 rights',
    mend: 'Give one URI, as a string; words for people go into requiredStatement.',
  },
  'rights-form': {
    severity: 'error',
    section: 'Presentation 3.0 §3.1 rights',
    mend: 'Use the URI that names the licence, with http, as in http://creativecommons.org/licenses/by/4.0/.',
  },
  'rights-unregistered': {
    severity: 'warning',
    section: 'Presentation 3.0 §3.1 rights',
    mend: 'Use a URI of Creative Commons or RightsStatements.org, and say your own terms in requiredStatement.',
  },
} satisfies Rules;

const CREATIVE_COMMONS =
  /^http:\/\/creativecommons\.org\/(?:licenses\/(?:by|by-sa|by-nd|by-nc|by-nc-sa|by-nc-nd|sa|nd|nc|nc-sa|nd-nc|by-nd-nc|sampling|sampling\+|nc-sampling\+|devnations)\/\d\.\d\/(?:[a-z]{2,8}\/)?(?:igo\/)?|publicdomain\/(?:zero|mark)\/1\.0\/|publicdomain\/)$/;
const RIGHTS_STATEMENTS = /^http:\/\/rightsstatements\.org\/vocab\/[A-Za-z]+(?:-[A-Za-z]+)*\/1\.0\/$/;

export function checkRights({ value, path }: Node, { report, version }: Setting): void {
  // In Presentation 2.1 `license` is any URI.
  if (version === 3 && value.rights !== undefined)
    checkRightsUri(value.rights, under(path, 'rights'), report);
}

export function checkRightsUri(rights: unknown, path: Path, report: Setting['report']): void {
  if (typeof rights !== 'string') {
    report('rights-invalid', path, `It is ${shown(rights)} and no string.`);
  } else if (!/^\w[\w+.-]*:/.test(rights) || !URL.canParse(rights)) {
    report('rights-invalid', path, `${quoted(rights)} is no URI.`);
  } else if (/^https?:\/\/(?:www\.)?(?:creativecommons|rightsstatements)\.org\//i.test(rights)) {
    if (!CREATIVE_COMMONS.test(rights) && !RIGHTS_STATEMENTS.test(rights))
      report('rights-form', path, `${quoted(rights)} is not the URI that its publisher defines.`);
  } else {
    report(
      'rights-unregistered',
      path,
      `${quoted(rights)} is of neither Creative Commons nor RightsStatements.org.`,
    );
  }
}
