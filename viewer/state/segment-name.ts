import { decoded } from './last-part.ts';

/** `ru.s1` of `.../texts/ru/annotations/s1`, as annotations of this site are called. */
export function segmentName(annotation: string): string | undefined {
  const [text, annotations, segment] = annotation.split('/').slice(-3);
  return annotations === 'annotations' && text !== undefined && segment !== undefined
    ? `${decoded(text)}.${decoded(segment)}`
    : undefined;
}
