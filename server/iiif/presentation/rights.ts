/**
 * The form of a licence's or a statement's URI that Presentation API 3.0 §3.1 asks for: `http`, although both
 * sites now send people to `https`, and of a rights statement the `vocab` URI, not its page for people.
 */
export function rightsUri(rights: string): string {
  return rights
    .replace(/^https:\/\/(?=(creativecommons|rightsstatements)\.org\/)/, 'http://')
    .replace(/^(http:\/\/rightsstatements\.org)\/page\/([^?#]*).*$/, '$1/vocab/$2');
}
