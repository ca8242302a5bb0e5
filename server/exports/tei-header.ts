import { escapeXml } from '../formats/xml-text.ts';
import type { PublicUrls } from '../http/public-urls.ts';
import { formatReference, type DocumentDate } from '../model/document.ts';
import { inLanguage, type LanguageMap } from '../model/language-map.ts';
import type { StoredDocument, StoredText } from '../store/store.ts';

/** What the record says of a document, who made its texts, and where it is kept: TEI P5, chapter 2. */
export function teiHeader({ id, record, texts }: StoredDocument, urls: PublicUrls): string {
  const made = texts.flatMap((text) => respStatements(text));
  const rights = record.rights === undefined ? '' : escapeXml(record.rights);
  return `<teiHeader>
<fileDesc>
<titleStmt>${inAll('title', record.title)}${record.creators.map(({ name }) => inAll('author', name)).join('')}${made.join('')}</titleStmt>
<publicationStmt><distributor><ref target="${escapeXml(urls.home())}">${escapeXml(urls.home())}</ref></distributor><idno type="URI">${escapeXml(urls.documentPage(id))}</idno>${
    rights === '' ? '' : `<availability><licence target="${rights}">${rights}</licence></availability>`
  }</publicationStmt>
<sourceDesc>${source(record.reference)}</sourceDesc>
</fileDesc>
<profileDesc>
<creation>${record.dates.map(writeDate).join('')}</creation>${
    record.languages.length === 0
      ? ''
      : `\n<langUsage>${record.languages.map((tag) => `<language ident="${escapeXml(tag)}">${escapeXml(tag)}</language>`).join('')}</langUsage>`
  }
</profileDesc>
</teiHeader>`;
}

/** Each form of a name in its own language. */
function inAll(element: string, map: LanguageMap): string {
  return Object.entries(map)
    .flatMap(([tag, values]) =>
      values.map((value) => `<${element}${languageOf(tag)}>${escapeXml(value)}</${element}>`),
    )
    .join('');
}

function respStatements({ role: textRole, language, contributors }: StoredText): string[] {
  return contributors.map(
    ({ name, role }) =>
      `<respStmt><resp>${escapeXml(`${role ?? textRole} (${language})`)}</resp>${inAll('name', name)}</respStmt>`,
  );
}

function source(reference: StoredDocument['record']['reference']): string {
  if (reference === undefined) return '<p>No call number is known.</p>';
  const { repository } = reference;
  const shown = repository === undefined ? undefined : inLanguage(repository, 'en');
  const holder =
    shown === undefined
      ? ''
      : `<repository${languageOf(shown.language)}>${escapeXml(shown.values.join('; '))}</repository>`;
  const number = formatReference({ levels: reference.levels }, undefined);
  return `<msDesc><msIdentifier>${holder}<idno>${escapeXml(number)}</idno></msIdentifier></msDesc>`;
}

/** Of what EDTF can say, `when` takes plain dates only. */
function writeDate({ role, edtf, shown }: DocumentDate): string {
  const type = role === undefined ? '' : ` type="${escapeXml(role.replace(/\s+/g, '-'))}"`;
  const when = /^\d{4}(?:-\d{2}){0,2}$/.test(edtf) ? ` when="${edtf}"` : '';
  const words = shown === undefined ? { language: 'none', values: [edtf] } : inLanguage(shown, 'en');
  return `<date${type}${when}${languageOf(words.language)}>${escapeXml(words.values.join('; '))}</date>`;
}

function languageOf(tag: string): string {
  return tag === 'none' ? '' : ` xml:lang="${escapeXml(tag)}"`;
}
