import { z } from 'zod';
import { webAddress } from '../../viewer/iiif/uri.ts';
import { leastContrast, withContrast } from '../model/contrast.ts';
import { languageKey, languageMap, text } from './yaml-values.ts';

/** WCAG 2.2, 1.4.3: of text. */
const LEAST_CONTRAST = 4.5;
/** An imprint is a page or two. */
const LONGEST = 40_000;

const address = text.refine(isWebAddress, {
  error: 'must be a whole address of the web, such as https://example.org/',
});

/** `Text`, or by language. Markup in it is cleaned when it is read. */
const words = z
  .union([prose(), z.record(languageKey, prose())])
  .transform((value) => (typeof value === 'string' ? { none: value } : value))
  .refine((map) => Object.keys(map).length > 0, 'must have a value in some language');

/**
 * `institution.yaml`, beside `manifests/` and `images/`: who publishes the archive. Only a name is required.
 * What it says of files and markup has yet to be looked at.
 */
export const institutionSchema = z.strictObject({
  name: languageMap,
  logo: text.exactOptional(),
  link: address.exactOptional(),
  colours: z
    .strictObject({ accent: z.strictObject({ light: accent('light'), dark: accent('dark') }) })
    .exactOptional(),
  footer: words.exactOptional(),
  imprint: words.exactOptional(),
  home: words.exactOptional(),
});

export type InstitutionEntry = z.output<typeof institutionSchema>;

/** A website nobody can read is nobody's wish: what is too pale is refused, with the nearest that is not. */
function accent(scheme: 'light' | 'dark') {
  const form =
    'must be a colour in quotes, such as "#8e2f1f" (without them, YAML takes what follows # for a remark)';
  return z
    .string({ error: ({ input }) => (input === undefined ? undefined : form) })
    .trim()
    .regex(/^#[0-9a-fA-F]{6}$/, { error: form, abort: true })
    .toLowerCase()
    .superRefine((colour, context) => {
      const found = leastContrast(colour, scheme);
      if (found >= LEAST_CONTRAST) return;
      // Rounded down: 4.496 is not enough and must not read as if it were.
      const told = (Math.floor(found * 10) / 10).toFixed(1);
      context.addIssue({
        code: 'custom',
        message: `must have a contrast of ${LEAST_CONTRAST}:1 with the ${scheme} ground; ${colour} has ${told}:1. The nearest that has it is "${withContrast(colour, scheme, LEAST_CONTRAST)}"`,
      });
    });
}

function prose() {
  return text.max(LONGEST, `must not be longer than ${LONGEST} characters`);
}

/** No name and password: whoever follows the link would send them along. */
function isWebAddress(value: string): boolean {
  const url = webAddress(value);
  return url !== undefined && new URL(url).username === '';
}
