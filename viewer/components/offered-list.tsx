import type { ReactElement } from 'react';
import { directionOf } from '../iiif/direction.ts';
import { languageTag } from '../iiif/language-map.ts';
import type { Offered } from '../iiif/offers.ts';
import { languageName, say } from '../messages/messages.ts';

/** What can be opened or saved, each with the kind of file and the language that it is said to have. */
export function OfferedList({ offered }: { offered: readonly Offered[] }): ReactElement {
  return (
    <ul className="desk-offers">
      {offered.map(({ address, label, format, language }) => (
        <li key={address}>
          <a
            href={address}
            type={format === '' ? undefined : format}
            target="_blank"
            rel="noopener noreferrer"
          >
            <span
              lang={languageTag(label?.language)}
              dir={label === undefined ? undefined : directionOf(label.language)}
            >
              {label?.values.join(', ') ?? lastPartOf(address)}
            </span>
          </a>
          <span className="desk-offer-kind">
            {[formatName(format), language === '' ? '' : languageName(language)]
              .filter((part) => part !== '')
              .join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  );
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

function lastPartOf(address: string): string {
  return new URL(address).pathname.split('/').at(-1) ?? address;
}
