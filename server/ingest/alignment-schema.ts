import { z } from 'zod';
import { identifier, text } from './yaml-values.ts';

/** Where one end of a link stands: by the ids of segments, ours or the source's own, by its words, or best by both. */
const end = z
  .strictObject({
    segments: z.array(text).min(1, 'must name a segment, or be left out').exactOptional(),
    words: text.exactOptional(),
    /** Which of several places in the segments where the words stand, from 1. */
    occurrence: text
      .regex(/^[1-9]\d{0,3}$/, 'must be a whole number from 1')
      .transform(Number)
      .exactOptional(),
  })
  .refine(({ segments, words }) => segments !== undefined || words !== undefined, {
    error: 'must name segments, words or both',
  });

const link = z.strictObject({ rendering: end, original: end });

const corrections = z.strictObject({
  /** What a machine linked, and a person found right. */
  confirmed: z.array(link).default([]),
  /** What a person linked. */
  made: z.array(link).default([]),
  /** What is no link; without an original, what renders nothing at all. */
  cut: z.array(z.strictObject({ rendering: end, original: end.exactOptional() })).default([]),
});

/** `alignment.yaml`, beside document.yaml: by the id of a translation, what persons say of its links. */
export const alignmentSchema = z.record(identifier, corrections);

export type AlignmentFile = z.output<typeof alignmentSchema>;
export type Corrections = z.output<typeof corrections>;
export type LinkEnd = z.output<typeof end>;
