import { coverageOf, type Coverage } from './model/coverage.ts';
import { QuotedText } from './language/quotation.ts';
import { Failure } from './model/failure.ts';
import { SURE, type Segment } from './model/text.ts';
import type { Store, StoredDocument } from './store/store.ts';

/** What `diptych align` tells of one translation. */
type Told = { document: string; translation: string; original: string; coverage: Coverage; texts: Texts };

type Texts = { original: readonly Segment[]; translation: readonly Segment[] };

/**
 * How the translations of documents are linked to their originals.
 *
 * @param id of a document; all of them if there is none.
 * @throws Failure `document-not-found`.
 */
export async function readCoverage(store: Store, id: string | undefined): Promise<Told[]> {
  const ids = id === undefined ? [...(await store.ingestStates()).keys()] : [id];
  const told: Told[] = [];
  for (const one of ids) {
    const document = await store.document(one);
    if (document?.state === 'present') told.push(...(await coverageIn(store, document)));
    else if (id !== undefined) {
      throw new Failure('document-not-found', { message: 'There is no such document', received: id });
    }
  }
  return told;
}

async function coverageIn(store: Store, document: StoredDocument): Promise<Told[]> {
  const told: Told[] = [];
  for (const { id, role, translationOf } of document.texts) {
    if (role !== 'translation' || translationOf === undefined) continue;
    const texts = {
      original: await store.segments(document.id, translationOf),
      translation: await store.segments(document.id, id),
    };
    const coverage = coverageOf(texts.original, texts.translation);
    told.push({ document: document.id, translation: id, original: translationOf, coverage, texts });
  }
  return told;
}

/** For people: a line or two for each translation, or all that is to be looked at. */
export function coverageWords(told: readonly Told[], { report }: { report: boolean }): string {
  if (told.length === 0) return 'There is no translation whose original is in the archive.';
  return told.map((one) => [...summaryOf(one), ...(report ? detailsOf(one) : [])].join('\n')).join('\n');
}

/** For programs: ids and not words. */
export function coverageJson(told: readonly Told[]): string {
  const plain = told.map(({ document, translation, original, coverage }) => ({
    ...{ document, translation, original },
    ...coverage,
    untranslated: coverage.untranslated.map(({ id }) => id),
    withoutSource: coverage.withoutSource.map(({ id }) => id),
    unsure: coverage.unsure.map(({ id, confidence, link }) => ({
      segment: id,
      confidence,
      parts: link?.parts ?? [],
    })),
  }));
  return JSON.stringify(plain, null, 2);
}

function summaryOf({ document, translation, original, coverage }: Told): string[] {
  const { linked, least, middle, untranslated, withoutSource, unsure } = coverage;
  const count = linked.hand + linked.confirmed + linked.machine;
  const how = [
    [linked.hand, 'by hand'],
    [linked.confirmed, 'confirmed'],
    [linked.machine, 'by machine'],
  ]
    .filter(([number]) => number !== 0)
    .map(([number, words]) => `${number} ${words}`);
  const sure =
    least === undefined
      ? ''
      : `; sureness ${percent(least)} at least, ${percent(middle ?? least)} in the middle`;
  return [
    `${document}: ${translation} renders ${original}`,
    `  Linked: ${count} of ${coverage.translationCount}${how.length === 0 ? '' : ` (${how.join(', ')}${sure})`}. Without a translation: ${untranslated.length} of ${coverage.originalCount}. Without a source: ${withoutSource.length}. Less sure than ${percent(SURE)}: ${unsure.length}.`,
  ];
}

function detailsOf({ original, translation, coverage, texts }: Told): string[] {
  const { untranslated, withoutSource, unsure } = coverage;
  const list = (title: string, segments: readonly Segment[]) =>
    segments.length === 0 ? [] : [`  ${title}:`, ...segments.map((segment) => `    ${named(segment)}`)];
  const guesses = unsure.map((segment) => correctionOf(segment, texts.original));
  return [
    ...list(`What of ${original} has no translation`, untranslated),
    ...list(`What of ${translation} has no source`, withoutSource),
    ...(guesses.length === 0
      ? []
      : [
          `  Links to look at, the least sure first, as alignment.yaml wants them: under "confirmed" if they are right,`,
          `  with other ends under "made", under "cut" if they are wrong.`,
          `${translation}:`,
          `  confirmed:`,
          ...guesses.flat(),
        ]),
  ];
}

/** Ready to be copied. Words are quoted, so that the link outlives changes of the text. */
function correctionOf(
  { id, value, link, confidence }: Segment & { confidence: number },
  original: readonly Segment[],
): string[] {
  const values = new Map(original.map((segment) => [segment.id, segment.value]));
  const parts = link?.parts ?? [];
  const words = parts
    .map(({ segment, start, end }) => values.get(segment)?.slice(start, end) ?? '')
    .join(' ');
  const ids = [...new Set(parts.map(({ segment }) => segment))];
  const text = new QuotedText(original.map((segment) => ({ id: segment.id, text: segment.value })));
  const places = text.occurrences(words, new Set(ids));
  const place = places.findIndex(
    ([first]) => first?.line === parts[0]?.segment && first?.start === parts[0]?.start,
  );
  const which = places.length > 1 && place >= 0 ? `, occurrence: ${place + 1}` : '';
  return [
    `    - rendering: { segments: [${id}], words: ${quoted(value)} } # ${percent(confidence)}`,
    `      original: { segments: [${ids.join(', ')}], words: ${quoted(words)}${which} }`,
  ];
}

function named({ id, value, places }: Segment): string {
  const page = places[0]?.page;
  return `${page === undefined ? '' : `${page} `}${id}  ${shortened(value)}`;
}

function shortened(value: string): string {
  const words = value.replace(/\s+/g, ' ');
  return words.length > 90 ? `${words.slice(0, 89)}…` : words;
}

/** JSON's strings are YAML's too. */
function quoted(words: string): string {
  return JSON.stringify(words.replace(/\s+/g, ' '));
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
