/** Statements of rightsstatements.org, by the code in their URI. */
const STATEMENTS = new Map([
  ['InC', 'In copyright'],
  ['InC-OW-EU', 'In copyright: EU orphan work'],
  ['InC-EDU', 'In copyright: educational use permitted'],
  ['InC-NC', 'In copyright: non-commercial use permitted'],
  ['InC-RUU', 'In copyright: rights-holders unlocatable or unidentifiable'],
  ['NoC-CR', 'No copyright: contractual restrictions'],
  ['NoC-NC', 'No copyright: non-commercial use only'],
  ['NoC-OKLR', 'No copyright: other known legal restrictions'],
  ['NoC-US', 'No copyright: United States'],
  ['CNE', 'Copyright not evaluated'],
  ['UND', 'Copyright undetermined'],
  ['NKC', 'No known copyright'],
]);

/** What a rights URI is called; undefined for one that we do not know, which is then shown itself. */
export function rightsName(uri: string): string | undefined {
  const statement = /^https?:\/\/rightsstatements\.org\/(?:vocab|page)\/([A-Za-z-]+)\//.exec(uri)?.[1];
  if (statement !== undefined) return STATEMENTS.get(statement);
  const creative = /^https?:\/\/creativecommons\.org\/(licenses|publicdomain)\/([a-z-]+)\/(\d\.\d)/.exec(uri);
  if (creative === null) return undefined;
  const [, kind, code = '', version = ''] = creative;
  if (kind === 'licenses') return `CC ${code.toUpperCase()} ${version}`;
  return code === 'zero' ? `CC0 ${version}, public domain` : 'Public domain';
}
