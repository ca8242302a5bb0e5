import { readFileSync } from 'node:fs';
import { z } from 'zod';

const variantsSchema = z.array(
  z.object({ id: z.string(), kind: z.string(), forms: z.record(z.string(), z.array(z.string())) }),
);

/** One distinct spelling of a person or place; the scheme is the first under which the list has it. */
export type Form = { entity: string; scheme: string; form: string };

export function readVariants(path: string): Form[] {
  const seen = new Set<string>();
  return variantsSchema.parse(JSON.parse(readFileSync(path, 'utf8'))).flatMap(({ id, forms }) =>
    Object.entries(forms).flatMap(([scheme, spellings]) =>
      spellings.flatMap((form) => {
        const name = `${id}\n${form.normalize('NFC')}`;
        if (seen.has(name)) return [];
        seen.add(name);
        return [{ entity: id, scheme, form }];
      }),
    ),
  );
}

/** Every second entity, from the first or from the second. */
export function half(forms: readonly Form[], odd: boolean): Form[] {
  const order = Array.from(new Set(forms.map(({ entity }) => entity)));
  return forms.filter(({ entity }) => (order.indexOf(entity) % 2 === 1) === odd);
}
