import type { SegmentForm } from '../model/text.ts';
import { signsIn, type Sign } from '../../viewer/iiif/signs.ts';

type Attributes = Readonly<Record<string, string>>;

/** What ALTO can say of words: it has no words for a note's sign. The outermost element comes first. */
export const ALTO_SIGNS = ['struck', 'added', 'uncertain', 'gap'] as const satisfies readonly Sign[];
export type AltoSign = (typeof ALTO_SIGNS)[number];

/** What a segment's markup says that ALTO can say as well. */
export function altoSignsIn(html: string | undefined): readonly AltoSign[] {
  if (html === undefined) return [];
  const found = signsIn(html);
  return ALTO_SIGNS.filter((sign) => found.has(sign));
}

/** What a block, a line or a String is said to be, by its tags and its style. */
export type AltoKind = { form?: SegmentForm; signs: readonly AltoSign[] };

/**
 * By the LABEL of a tag, without its case, blanks and the endings `zone` and `line`: the vocabulary of SegmOnto
 * (StampZone, MarginTextZone, HeadingLine), what people write by hand in eScriptorium and Transkribus, and the words
 * that we write ourselves.
 */
const FORMS: ReadonlyMap<string, SegmentForm> = new Map<string, SegmentForm>([
  ['stamp', 'stamp'],
  ['margintext', 'marginalia'],
  ['marginalia', 'marginalia'],
  ['marginal', 'marginalia'],
  ['marginalnote', 'marginalia'],
  ['margin', 'marginalia'],
  ['footnote', 'footnote'],
  ['footnotes', 'footnote'],
  ['endnote', 'footnote'],
  ['endnotes', 'footnote'],
  ['heading', 'heading'],
  ['title', 'heading'],
  ['note', 'note'],
  ['verse', 'verse'],
  ['item', 'item'],
  ['listitem', 'item'],
]);

const SIGNS: ReadonlyMap<string, AltoSign> = new Map<string, AltoSign>([
  ['struck', 'struck'],
  ['deleted', 'struck'],
  ['deletion', 'struck'],
  ['added', 'added'],
  ['addition', 'added'],
  // SegmOnto's InterlinearLine: what stands between the lines was added there.
  ['interlinear', 'added'],
  ['uncertain', 'uncertain'],
  ['unclear', 'uncertain'],
  ['gap', 'gap'],
  ['illegible', 'gap'],
]);

/** What the forms and signs are called in the files that we write. */
export const FORM_LABELS: Readonly<Record<SegmentForm, string>> = {
  stamp: 'StampZone',
  marginalia: 'MarginTextZone',
  footnote: 'footnote',
  heading: 'heading',
  note: 'note',
  verse: 'verse',
  item: 'item',
};

/** More tags and styles than any file has. */
const MOST = 10_000;

/** The Tags and Styles of a file, by their IDs, as they come. */
export class AltoVocabulary {
  readonly #kinds = new Map<string, AltoKind>();

  /** LayoutTag, StructureTag, RoleTag or OtherTag; a named entity is no form of a text. */
  addTag({ ID, LABEL = '', TYPE = '' }: Attributes): void {
    // SegmOnto's `Zone:kind`; some say all in the type.
    const words = [...LABEL.slice(0, 100).split(/[:#]/), TYPE.slice(0, 100)].map(plain);
    const forms = words.flatMap((word) => FORMS.get(word) ?? []);
    // MarginTextZone:footnote is a footnote first.
    const form = forms.find((found) => found === 'footnote') ?? forms[0];
    const sign = words.map((word) => SIGNS.get(word)).find((found) => found !== undefined);
    if (form === undefined && sign === undefined) return;
    this.#add(ID, {
      ...(form === undefined ? {} : { form }),
      signs: sign === undefined ? [] : [sign],
    });
  }

  addStyle({ ID, FONTSTYLE = '' }: Attributes): void {
    if (isStruck(FONTSTYLE)) this.#add(ID, { signs: ['struck'] });
  }

  /** @param inherited from the element around it: a form of its own replaces that, signs come to it. */
  kindOf({ TAGREFS = '', STYLEREFS = '', STYLE = '' }: Attributes, inherited: AltoKind): AltoKind {
    const named = `${TAGREFS} ${STYLEREFS}`
      .split(/\s+/, MOST_REFERENCES)
      .flatMap((id) => this.#kinds.get(id) ?? []);
    const form = named.find((kind) => kind.form !== undefined)?.form ?? inherited.form;
    const found = new Set([...inherited.signs, ...named.flatMap(({ signs }) => signs)]);
    if (isStruck(STYLE)) found.add('struck');
    return {
      ...(form === undefined ? {} : { form }),
      signs: ALTO_SIGNS.filter((sign) => found.has(sign)),
    };
  }

  #add(id: string | undefined, kind: AltoKind): void {
    if (id !== undefined && this.#kinds.size < MOST) this.#kinds.set(id, kind);
  }
}

const MOST_REFERENCES = 50;

function plain(label: string): string {
  return label
    .toLowerCase()
    .replace(/[^\p{L}]/gu, '')
    .replace(/(?:zone|line)$/, '');
}

/** `strikethrough` is in the schema since ALTO 4; it is a list of words. */
function isStruck(styles: string): boolean {
  return /(?:^|\s)strikethrough(?:\s|$)/i.test(styles);
}
