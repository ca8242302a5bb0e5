/** Ids are permanent and stand in URLs: lower-case letters, digits and single hyphens between them. */
const IDENTIFIER = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const LONGEST = 128;

export function isIdentifier(text: string): boolean {
  return text.length <= LONGEST && IDENTIFIER.test(text);
}
