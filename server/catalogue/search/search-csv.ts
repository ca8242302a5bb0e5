import type { PublicUrls } from '../../http/public-urls.ts';
import { formatReference } from '../../model/document.ts';
import type { DocumentResult, DocumentsAnswer, Passage } from '../../search/search.ts';
import { plainWords } from '../words.tsx';
import { csv } from './csv.ts';
import { canvasRegions } from './search-json.ts';
import { hitWords, plainSnippet } from './snippet.tsx';

const DOCUMENT_COLUMNS = ['document', 'manifest', 'title', 'kind', 'date', 'reference'];
const PASSAGE_COLUMNS = [
  'role',
  'language',
  'leaf',
  'words',
  'passage',
  'counterpart language',
  'counterpart',
  'annotation',
  'canvas',
];

/** A page of results as a table: one row for each passage, one for a document of which only the record was hit. */
export function searchCsv({ results }: DocumentsAnswer, urls: PublicUrls): string {
  return csv([
    [...DOCUMENT_COLUMNS, ...PASSAGE_COLUMNS],
    ...results.flatMap((result) => {
      const about = documentFields(result, urls);
      if (result.passages.length === 0) return [[...about, ...recordFields(result)]];
      return result.passages.map((passage) => [...about, ...passageFields(result.document, passage, urls)]);
    }),
  ]);
}

function documentFields({ document, record }: DocumentResult, urls: PublicUrls): string[] {
  const { reference } = record;
  const repository = reference?.repository;
  return [
    urls.documentPage(document),
    urls.manifest(document),
    plainWords(record.title, 'en'),
    record.kind ?? '',
    record.dates[0]?.edtf ?? '',
    reference === undefined
      ? ''
      : formatReference(reference, repository === undefined ? undefined : plainWords(repository, 'en')),
  ];
}

function recordFields({ recordHits }: DocumentResult): string[] {
  const [hit] = recordHits;
  const fields =
    hit === undefined ? [] : ['record', hit.language, '', hitWords(hit.snippet), plainSnippet(hit.snippet)];
  return PASSAGE_COLUMNS.map((_, index) => fields[index] ?? '');
}

function passageFields(document: string, passage: Passage, urls: PublicUrls): string[] {
  const { role, language, page, snippet, counterpart, text, segment } = passage;
  return [
    role,
    language,
    page?.folio ?? '',
    hitWords(snippet),
    plainSnippet(snippet),
    counterpart?.language ?? '',
    counterpart?.value ?? '',
    urls.annotation(document, text, segment),
    canvasRegions(document, passage, urls)[0] ?? '',
  ];
}
