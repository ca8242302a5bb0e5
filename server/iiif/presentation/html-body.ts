import { SaxesParser } from 'saxes';
import type { Segment } from '../../model/text.ts';

/**
 * The value of a segment's TextualBody: its markup as one well-formed element, which is what Presentation
 * API 3.0 §4.5 lets a value that is HTML be; its plain text where it has no markup or the markup is no XML.
 */
export function bodyOf(segment: Segment): { value: string; format: 'text/plain' | 'text/html' } {
  const { html } = segment;
  // Without a tag it says no more than the plain text does.
  if (html?.includes('<')) {
    const element = segment.granularity === 'block' || segment.granularity === 'paragraph' ? 'p' : 'span';
    const value = `<${element}>${html.trim()}</${element}>`;
    if (isWellFormed(value)) return { value, format: 'text/html' };
  }
  return { value: segment.value, format: 'text/plain' };
}

function isWellFormed(xml: string): boolean {
  const parser = new SaxesParser();
  let failed = false;
  parser.on('error', () => {
    failed = true;
  });
  parser.write(xml).close();
  return !failed;
}
