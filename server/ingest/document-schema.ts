import { z } from 'zod';
import type { ContentsEntry } from '../model/document.ts';
import { TEXT_ORIGINS, TEXT_ROLES, TEXT_STATUSES } from '../model/text.ts';
import {
  agent,
  edtf,
  flag,
  identifier,
  languageMap,
  languageTag,
  pair,
  reference,
  requiredStatement,
  rights,
  text,
} from './yaml-values.ts';

type ContentsInput = { label: unknown; page: unknown; children?: unknown };

const contents: z.ZodType<ContentsEntry, ContentsInput> = z.strictObject({
  label: languageMap,
  page: text,
  get children() {
    return z.array(contents).default([]);
  },
});

/** An image by its file name; `scan.tif#2` is the second page of a multi-page file. */
const page = z.strictObject({
  id: identifier.exactOptional(),
  image: text.exactOptional(),
  folio: text.exactOptional(),
  missing: flag.default(false),
});

const textEntry = z.strictObject({
  id: identifier.exactOptional(),
  role: z.enum(TEXT_ROLES),
  translationOf: identifier.exactOptional(),
  language: languageTag,
  label: languageMap.exactOptional(),
  files: z.array(text).min(1, 'must name a file'),
  /** Ids of pages, one for each sheet of the files in their order. */
  pages: z.array(text).exactOptional(),
  contributors: z.array(agent).default([]),
  origin: z.enum(TEXT_ORIGINS).default('human'),
  status: z.enum(TEXT_STATUSES).default('draft'),
  rights: rights.exactOptional(),
});

/** `document.yaml`. Only a title is required. */
export const documentSchema = z.strictObject({
  title: languageMap,
  kind: text.exactOptional(),
  dates: z
    .array(
      z.strictObject({
        role: text.exactOptional(),
        edtf,
        shown: languageMap.exactOptional(),
        calendar: text.default('gregorian'),
      }),
    )
    .default([]),
  summary: languageMap.exactOptional(),
  languages: z.array(languageTag).default([]),
  creators: z.array(agent).default([]),
  recipients: z.array(agent).default([]),
  contributors: z.array(agent).default([]),
  people: z.array(agent).default([]),
  places: z.array(agent).default([]),
  subjects: z.array(languageMap).default([]),
  reference: reference.exactOptional(),
  identifiers: z
    .array(pair)
    .default([])
    .transform((pairs) => pairs.map(({ name, value }) => ({ scheme: name, value }))),
  rights: rights.exactOptional(),
  requiredStatement: requiredStatement.exactOptional(),
  donors: z.array(languageMap).default([]),
  classification: languageMap.exactOptional(),
  related: z.array(z.strictObject({ document: identifier, role: text.exactOptional() })).default([]),
  access: z
    .enum(['open'], { error: 'must be open: access control does not exist yet, so nothing else can be kept' })
    .default('open'),
  formerly: z.array(identifier).default([]),
  contents: z.array(contents).default([]),
  pages: z.array(page).min(1, 'must name a page, or be left out').exactOptional(),
  texts: z.array(textEntry).exactOptional(),
});

export type DocumentFile = z.output<typeof documentSchema>;
export type PageEntry = z.output<typeof page>;
export type TextEntry = z.output<typeof textEntry>;
