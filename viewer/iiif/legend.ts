import type { Form } from './form.ts';
import { SIGNS, signsIn, type Sign } from './signs.ts';

/** Forms that show what they are by a sign of their own; headings and lists need no explanation. */
export const SIGNED_FORMS = ['stamp', 'marginalia', 'footnote'] as const;
export type SignedForm = (typeof SIGNED_FORMS)[number];

export type LegendEntry = Sign | SignedForm;

/** All there are, in the order in which they are explained. */
export const LEGEND: readonly LegendEntry[] = [...SIGNS, ...SIGNED_FORMS];

/** The signs that occur in these segments, in the order in which they are explained; none where none occurs. */
export function legendOf(
  segments: Iterable<{ html?: string | undefined; form?: Form | undefined }>,
): readonly LegendEntry[] {
  const found = new Set<string>();
  for (const { html, form } of segments) {
    if (form !== undefined) found.add(form);
    if (html !== undefined) for (const sign of signsIn(html)) found.add(sign);
  }
  return LEGEND.filter((entry) => found.has(entry));
}

/** The form, where it shows itself by a sign of its own. */
export function signedForm(form: Form | undefined): SignedForm | undefined {
  return SIGNED_FORMS.find((signed) => signed === form);
}
