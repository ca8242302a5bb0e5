import { z } from 'zod';
import { identifier, languageMap, reference, requiredStatement, rights, text } from './yaml-values.ts';

/** `collection.yaml`. Only a title is required. */
export const collectionSchema = z.strictObject({
  title: languageMap,
  summary: languageMap.exactOptional(),
  level: text.exactOptional(),
  reference: reference.exactOptional(),
  repository: languageMap.exactOptional(),
  rights: rights.exactOptional(),
  requiredStatement: requiredStatement.exactOptional(),
  order: z.array(identifier).default([]),
});
