import { downloadsOf } from '../../http/downloads.ts';
import type { PublicUrls } from '../../http/public-urls.ts';
import type { StoredDocument } from '../../store/store.ts';

/**
 * `Link` of a document's page (RFC 8288), for programs that do not read HTML: how to cite it (RFC 8574), what describes
 * it, and the same in IIIF. Public addresses are percent-encoded, so none can end its brackets.
 */
export function documentLinks(document: StoredDocument, urls: PublicUrls): string {
  const description = downloadsOf(document, urls).flatMap((download) =>
    download.kind === 'plain-text' || download.kind === 'tei'
      ? []
      : [link(download.url, 'describedby', download.format, download.profile)],
  );
  return [
    link(urls.documentPage(document.id), 'cite-as'),
    ...description,
    link(urls.tei(document.id), 'alternate', 'application/tei+xml'),
    ...([3, 2] as const).map((version) =>
      link(
        urls.manifestOfVersion(document.id, version),
        'alternate',
        'application/ld+json',
        `http://iiif.io/api/presentation/${version}/context.json`,
      ),
    ),
  ].join(', ');
}

function link(url: string, relation: string, type?: string, profile?: string): string {
  // The type is a quoted string, so what is quoted within is escaped.
  const whole = profile === undefined ? type : String.raw`${type ?? ''};profile=\"${profile}\"`;
  return `<${url}>; rel="${relation}"${whole === undefined ? '' : `; type="${whole}"`}`;
}
