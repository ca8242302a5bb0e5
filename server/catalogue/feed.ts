import { dateWords } from '../language/date-words.ts';
import type { PublicUrls } from '../http/public-urls.ts';
import { inLanguage, type LanguageMap } from '../model/language-map.ts';
import type { DocumentSummary } from '../store/store.ts';
import { mediaType } from './alternate-links.tsx';
import type { Site } from './assets.ts';
import { escapeXml } from './escape-xml.ts';
import { capitalised } from './kind-words.ts';
import { english as messages } from './messages/en/messages.ts';
import { plainWords } from './words.tsx';

export const FEED_TYPE = 'application/atom+xml';

/** A feed has to say when it changed: one of an empty archive never did. */
const NEVER = '1970-01-01T00:00:00Z';

/** The documents added or changed last, newest first (Atom, RFC 4287): their permanent addresses are their ids. */
export function feed(site: Site, documents: readonly DocumentSummary[]): string {
  const { urls } = site;
  const archive = site.name ?? { none: [messages.software] };
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <id>${escapeXml(urls.feed())}</id>
  ${words('title', archive)}
  ${words('subtitle', { [messages.language]: [messages.recent] })}
  <updated>${escapeXml(documents[0]?.updated ?? NEVER)}</updated>
  <author><name>${name(archive)}</name><uri>${escapeXml(urls.home())}</uri></author>
  <generator>${escapeXml(messages.software)}</generator>
  <link rel="self" type="${FEED_TYPE}" href="${escapeXml(urls.feed())}"/>
  <link rel="alternate" type="text/html" href="${escapeXml(urls.home())}"/>
${documents.map((document) => entry(document, urls)).join('')}</feed>
`;
}

function entry({ id, record, pageCount, texts, updated }: DocumentSummary, urls: PublicUrls): string {
  const address = escapeXml(urls.documentPage(id));
  const contributors = [...record.contributors, ...texts.flatMap((text) => text.contributors)];
  const parts = [
    `<id>${address}</id>`,
    words('title', record.title),
    `<updated>${escapeXml(updated)}</updated>`,
    // Who wrote it, where that is known; else the feed's own author, the archive, holds for the entry (§4.2.1).
    ...names(record.creators.map((agent) => agent.name)).map(
      (creator) => `<author><name>${creator}</name></author>`,
    ),
    ...names(contributors.map((agent) => agent.name)).map(
      (contributor) => `<contributor><name>${contributor}</name></contributor>`,
    ),
    `<link rel="alternate" type="text/html" href="${address}"/>`,
    `<link rel="alternate" type="${escapeXml(mediaType(3))}" href="${escapeXml(urls.manifest(id))}"/>`,
    ...(record.kind === undefined ? [] : [`<category term="${escapeXml(record.kind)}"/>`]),
    ...(record.rights === undefined ? [] : [`<rights>${escapeXml(record.rights)}</rights>`]),
    words('summary', record.summary ?? factsOf(record, pageCount)),
  ];
  return `  <entry>\n${parts.map((part) => `    ${part}\n`).join('')}  </entry>\n`;
}

/** `Telegram, 7 October 1950, 2 leaves`: a reader of feeds has to have something to go by. */
function factsOf({ kind, dates: [date] }: DocumentSummary['record'], pageCount: number): LanguageMap {
  const facts = [
    ...(kind === undefined ? [] : [capitalised(kind)]),
    ...(date === undefined ? [] : [plainWords(dateWords(date), messages.language)]),
    messages.leavesCount(pageCount),
  ];
  return { [messages.language]: [facts.join(', ')] };
}

/** Plain text, in the language that the catalogue shows it in. */
function words(element: 'title' | 'subtitle' | 'summary', map: LanguageMap): string {
  const { language, values } = inLanguage(map, messages.language);
  const tag = language === 'none' ? '' : ` xml:lang="${escapeXml(language)}"`;
  return `<${element}${tag}>${escapeXml(values.join('; '))}</${element}>`;
}

/** Each once; a person without a name would not be one (§3.2). */
function names(maps: readonly LanguageMap[]): string[] {
  return [...new Set(maps.map(name))].filter((one) => one !== '');
}

function name(map: LanguageMap): string {
  return escapeXml(inLanguage(map, messages.language).values[0] ?? '').trim();
}
