import type { ReactElement } from 'react';
import type { Page, PageImage } from '../model/page.ts';
import type { StoredDocument } from '../store/store.ts';
import { useMessages } from './interface.tsx';
import type { Messages } from './messages/messages.ts';
import { Day } from './time-words.tsx';

type DocumentWords = Messages['document'];

type Scan = { page: Page; image: PageImage };

/** What is known of the scans: how many, in which formats and sizes, and since when; of each leaf shown here in a table. */
export function ScanFacts({
  document: { pages },
  leaves,
  created,
}: {
  document: StoredDocument;
  leaves: readonly Page[];
  /** When each was first read in (ISO 8601), by the id of its image. */
  created: ReadonlyMap<string, string>;
}): ReactElement | null {
  const messages = useMessages();
  const words = messages.document;
  const scans = scansOf(pages);
  if (scans.length === 0) return null;
  const here = scansOf(leaves);
  return (
    <div className="scan-facts">
      <p>{summaryOf(scans, pages.length, words)}</p>
      {here.length === 0 ? null : (
        <details className="more">
          <summary>{words.eachScan}</summary>
          {/* It can be wider than a phone, and is then moved with the keys as well. */}
          <div className="wide-table" tabIndex={0} role="group" aria-label={words.eachScan}>
            <table className="scan-table">
              <thead>
                <tr>
                  {COLUMNS.map((name) => (
                    <th key={name} scope="col">
                      {words.scanColumns[name]}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {here.map(({ page, image }) => {
                  const time = created.get(image.id);
                  return (
                    <tr key={page.id}>
                      <th scope="row">{messages.folio(page.folio)}</th>
                      <td>{words.scanSize(image.width, image.height)}</td>
                      <td>
                        {fileOf(image)}
                        {image.part > 0 ? words.partOf(image.part + 1) : ''}
                      </td>
                      <td>
                        {image.resolution === undefined
                          ? words.notStated
                          : words.resolution(image.resolution)}
                      </td>
                      <td>{time === undefined ? words.notKnown : <Day time={time} />}</td>
                    </tr>
                  );
                })}
              </tbody>
            </table>
          </div>
        </details>
      )}
    </div>
  );
}

const COLUMNS = ['leaf', 'size', 'file', 'resolution', 'created'] as const;

function scansOf(pages: readonly Page[]): Scan[] {
  return pages.flatMap((page) => (page.image === undefined ? [] : [{ page, image: page.image }]));
}

/** `7 of 8 leaves are held as scans: JPEG, 1240 × 1754 pixels, 150 dpi.` */
function summaryOf(scans: readonly Scan[], leaves: number, words: DocumentWords): string {
  const images = scans.map(({ image }) => image).sort((a, b) => a.width * a.height - b.width * b.height);
  const [least, most] = [images[0], images.at(-1)];
  const sizes = [least, most].map((image) => words.scanSize(image?.width ?? 0, image?.height ?? 0));
  const [small = '', large = ''] = sizes;
  const stated = images.flatMap(({ resolution }) => (resolution === undefined ? [] : [resolution]));
  const formats = [...new Set(images.map(({ file }) => formatOf(file)))].filter((name) => name !== '');
  const facts = [
    ...(formats.length === 0 ? [] : [words.scanFormats(formats)]),
    small === large ? small : words.scanSizes(small, large),
    resolutionOf(stated, images.length, words),
  ];
  return `${words.scansHeld(scans.length, leaves)}: ${facts.join(', ')}.`;
}

function resolutionOf(stated: readonly number[], scans: number, words: DocumentWords): string {
  if (stated.length === 0) return words.resolutionUnknown;
  const [low, high] = [stated.reduce((a, b) => Math.min(a, b)), stated.reduce((a, b) => Math.max(a, b))];
  const range = Math.round(low) === Math.round(high) ? words.resolution(low) : words.resolutions(low, high);
  return stated.length < scans ? words.whereStated(range) : range;
}

const FORMATS: Readonly<Record<string, string>> = {
  jpg: 'JPEG',
  jpeg: 'JPEG',
  tif: 'TIFF',
  tiff: 'TIFF',
  png: 'PNG',
  webp: 'WebP',
  gif: 'GIF',
  avif: 'AVIF',
};

function formatOf(file: string): string {
  const ending = /\.([a-z]+)$/i.exec(file)?.[1]?.toLowerCase() ?? '';
  return FORMATS[ending] ?? ending.toUpperCase();
}

/** Its name alone: where it lies is the archive's own business. */
function fileOf({ file }: PageImage): string {
  return file.slice(file.lastIndexOf('/') + 1);
}
