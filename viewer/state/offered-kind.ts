import type { Offered } from '../iiif/offers.ts';
import { languageName, say } from '../messages/messages.ts';

/** `PDF · Russian`: what kind of file it is, but for what its name says already, and the language that it is in. */
export function offeredKind({ label, format, language }: Omit<Offered, 'address'>): string {
  const kind = formatName(format);
  const isNamed = label?.values.some((value) => value.toLowerCase() === kind.toLowerCase()) === true;
  return [isNamed ? '' : kind, language === '' ? '' : languageName(language)]
    .filter((part) => part !== '')
    .join(' · ');
}

/** Media types that people know by a name. */
const FORMATS: Readonly<Record<string, string>> = {
  'application/pdf': 'PDF',
  'application/epub+zip': 'EPUB',
  'application/zip': 'ZIP',
  'application/json': 'JSON',
  'application/ld+json': 'JSON-LD',
  'application/xml': 'XML',
  'text/xml': 'XML',
  'text/csv': 'CSV',
  'text/html': 'HTML',
  'text/markdown': 'Markdown',
  'application/tei+xml': 'TEI',
  'application/rtf': 'RTF',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'DOCX',
  'application/x-research-info-systems': 'RIS',
  'application/x-bibtex': 'BibTeX',
  'application/vnd.citationstyles.csl+json': 'CSL-JSON',
  'image/jpeg': 'JPEG',
  'image/png': 'PNG',
  'image/tiff': 'TIFF',
};

function formatName(format: string): string {
  const [type = ''] = format.toLowerCase().split(';');
  if (type === 'text/plain') return say('formatPlain');
  return Object.hasOwn(FORMATS, type) ? (FORMATS[type] ?? type) : type;
}
