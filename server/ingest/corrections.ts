import type { Decision } from '../alignment/link-texts.ts';
import { QuotedText } from '../language/quotation.ts';
import type { Problem } from '../model/problem.ts';
import type { LinkOrigin, Segment, SegmentPart } from '../model/text.ts';
import type { AlignmentFile, Corrections, LinkEnd } from './alignment-schema.ts';
import { withLink, type TextInLanguage } from './find-links.ts';
import { inOrder } from './in-order.ts';

/** A decision, and how the link that it makes came about. */
type Correction = Decision & { origin: LinkOrigin };

/** What the corrections of a translation are about in its texts as they are now. What fits nothing any more is reported. */
export function resolveCorrections(
  corrections: Corrections,
  { translation, original }: { translation: TextInLanguage; original: TextInLanguage },
  { file, text }: { file: string; text: string },
): { corrections: Correction[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const [here, there] = [new Ends(translation.segments), new Ends(original.segments)];
  const lists = [
    ...corrections.confirmed.map((link, index) => ({ ...link, origin: 'confirmed' as const, index })),
    ...corrections.made.map((link, index) => ({ ...link, origin: 'hand' as const, index })),
    ...corrections.cut.map((link, index) => ({ ...link, origin: undefined, index })),
  ];
  const resolved = lists.flatMap(({ rendering, original: rendered, origin, index }): Correction[] => {
    const at = `${text}.${LIST[origin ?? 'cut']}[${index + 1}]`;
    const [to, from] = [here.locate(rendering), rendered === undefined ? [] : there.locate(rendered)];
    for (const [end, found] of [
      ['translation', to],
      ['original', from],
    ] as const) {
      if (typeof found !== 'string') continue;
      const message = `It fits the ${end} no more: ${found}. Nothing was linked by it; mend it, or take it out.`;
      problems.push({ severity: 'warning', code: 'correction-misfit', file, at, message });
    }
    if (typeof to === 'string' || typeof from === 'string') return [];
    const segments = mostly(to, translation.segments);
    if (segments.length === 0) return [];
    const decided = { rendering: segments, original: from };
    return origin === undefined
      ? [{ kind: 'apart', ...decided, origin: 'hand' }]
      : [{ kind: 'joined', ...decided, origin }];
  });
  return { corrections: resolved, problems: [...problems, ...contradictions(resolved, file, text)] };
}

/** What is said to render something cannot be said to render nothing. */
function contradictions(corrections: readonly Correction[], file: string, text: string): Problem[] {
  const joined = new Set(corrections.flatMap(({ kind, rendering }) => (kind === 'joined' ? rendering : [])));
  return corrections.flatMap(({ kind, rendering, original }): Problem[] => {
    const both = kind === 'apart' && original.length === 0 ? rendering.filter((id) => joined.has(id)) : [];
    const message = `The segment ${both.join(', ')} is cut from everything, and linked as well; it stays linked.`;
    return both.length === 0
      ? []
      : [{ severity: 'warning', code: 'correction-misfit', file, at: `${text}.cut`, message }];
  });
}

const LIST = { confirmed: 'confirmed', hand: 'made', cut: 'cut' } as const;

/** Corrections of texts that there are not. */
export function strayCorrections(
  alignment: AlignmentFile,
  translations: readonly string[],
  file: string,
): Problem[] {
  return Object.keys(alignment)
    .filter((id) => !translations.includes(id))
    .map((at): Problem => ({
      ...{ severity: 'error', code: 'reference-unknown', file, at },
      message: `"${at}" is no translation of another text of this document (${translations.length === 0 ? 'there is none' : `there are ${translations.join(', ')}`}).`,
    }));
}

/** The translation with the links that persons made and confirmed, and without those that they cut. */
export function applyCorrections(
  segments: readonly Segment[],
  corrections: readonly Correction[],
  original: TextInLanguage,
): Segment[] {
  const placed = {
    language: original.language,
    segments: new Map(original.segments.map((segment) => [segment.id, segment])),
  };
  return segments.map((segment) => {
    const own = corrections.filter(({ rendering }) => rendering.includes(segment.id));
    const joined = own.filter(({ kind }) => kind === 'joined');
    const cut = own.filter(({ kind }) => kind === 'apart');
    if (joined.length > 0) {
      const parts = inOrder(
        joined.flatMap((one) => one.original),
        original.segments,
      );
      const origin = joined.some((one) => one.origin === 'hand') ? 'hand' : 'confirmed';
      return withLink(segment, { parts, origin }, placed);
    }
    const { link, ...unlinked } = segment;
    if (link === undefined || cut.length === 0) return segment;
    const all = cut.some((one) => one.original.length === 0);
    const gone = new Set(cut.flatMap((one) => one.original.map((part) => part.segment)));
    const parts = all ? [] : link.parts.filter((part) => !gone.has(part.segment));
    return parts.length === 0 ? { ...unlinked, renders: [] } : withLink(segment, { ...link, parts }, placed);
  });
}

/** The segments of a text, as ends of links name them. */
class Ends {
  readonly #segments: readonly Segment[];
  readonly #text: QuotedText;

  constructor(segments: readonly Segment[]) {
    this.#segments = segments;
    this.#text = new QuotedText(segments.map(({ id, value }) => ({ id, text: value })));
  }

  /** The parts that an end names, or why it names none. */
  locate({ segments = [], words, occurrence }: LinkEnd): SegmentPart[] | string {
    const isNamed = ({ id, sourceId }: Segment, name: string) => id === name || sourceId === name;
    const named = this.#segments.filter((segment) => segments.some((name) => isNamed(segment, name)));
    const whole = named.map(({ id, value }) => ({ segment: id, start: 0, end: value.length }));
    if (words === undefined) {
      const missing = segments.filter((name) => !named.some((segment) => isNamed(segment, name)));
      return missing.length > 0 ? `there is no segment ${missing.join(', ')}` : whole;
    }
    // A dash, or stars, has nothing that could be looked for.
    if (named.length > 0 && same(named.map(({ value }) => value).join(' '), words)) return whole;
    const found = this.#text.find(words, new Set(named.map(({ id }) => id)), occurrence);
    if ('parts' in found) return found.parts.map(({ line, start, end }) => ({ segment: line, start, end }));
    const quoted = `“${words.slice(0, 60)}${words.length > 60 ? '…' : ''}”`;
    return found.missing === 'absent'
      ? `its words ${quoted} are not there`
      : `its words ${quoted} stand in several places; say which by segments and occurrence`;
  }
}

function same(a: string, b: string): boolean {
  return a.replace(/\s+/g, ' ').trim() === b.replace(/\s+/g, ' ').trim();
}

/** Sentences of a translation are linked whole: those of which more than half is named. */
function mostly(parts: readonly SegmentPart[], segments: readonly Segment[]): string[] {
  const lengths = new Map(segments.map(({ id, value }) => [id, value.length]));
  const most = parts.filter(({ segment, start, end }) => end - start > (lengths.get(segment) ?? 0) / 2);
  const chosen = most.length > 0 ? most : parts.slice(0, 1);
  return [...new Set(chosen.map(({ segment }) => segment))];
}
