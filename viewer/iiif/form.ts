/** What a segment is within its text, in the words of our own JSON-LD context. */
export const FORMS = ['heading', 'item', 'note', 'verse', 'stamp', 'marginalia', 'footnote'] as const;
export type Form = (typeof FORMS)[number];

/** The form that an annotation names; undefined where it names none that we know. */
export function formOf(value: unknown): Form | undefined {
  return FORMS.find((form) => form === value);
}
