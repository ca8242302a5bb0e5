import { unionOf, type Box, type Point, type Size } from '../model/box.ts';
import { Failure } from '../model/failure.ts';
import type { ParsedSegment, ParsedText, Sheet, SheetMark } from '../model/parsed-text.ts';
import { boundsOf, readBox, readPoints, readSize, type ReadBox } from './alto-geometry.ts';
import { assembleLine, type LinePiece } from './alto-line.ts';
import { AltoVocabulary, type AltoKind } from './alto-signs.ts';
import { decodeText } from './decode-text.ts';
import { ProblemList } from './problem-list.ts';
import { MOST_SEGMENTS } from './sheet-list.ts';
import { readXml } from './xml-reader.ts';

const MOST_BYTES = 64 * 2 ** 20;

type Attributes = Readonly<Record<string, string>>;

type OpenSheet = { frame?: Size; segments: ParsedSegment[] };

type OpenLine = {
  id: string | undefined;
  line: number;
  read: ReadBox;
  pieces: LinePiece[];
  kind: AltoKind;
  polygon?: Point[];
};

/**
 * ALTO 2 to 4: a sheet for each Page, a segment for each TextLine with words in it, in the order of the file. Tags
 * and styles say which blocks are stamps, notes in the margin or footnotes, and which words are struck, added or
 * uncertain; WC, what the machine thought of a word, is kept with the word and makes none uncertain.
 * A file that breaks off keeps what came before. Throws Failure `text-file-malformed` if that is nothing.
 */
export function parseAlto(bytes: Uint8Array): ParsedText {
  const { text, problems: decoding } = decodeText(bytes, 'xml', MOST_BYTES);
  const reader = new AltoReader();
  for (const problem of decoding) reader.problems.add(problem);
  const fault = readXml(text, reader);
  const sheets = reader.sheets();
  if (fault !== undefined) {
    if (!sheets.some(({ segments }) => segments.length > 0)) {
      throw new Failure('text-file-malformed', {
        message: `The file ${fault.message}`,
        place: `line ${fault.line}`,
      });
    }
    reader.problems.add({
      severity: 'error',
      code: 'text-malformed',
      line: fault.line,
      message: `The file ${fault.message}; only what stands before this line is read.`,
    });
  }
  if (fault === undefined && sheets.length === 0) {
    throw new Failure('text-file-malformed', 'There is no Page in this file');
  }
  return { sheets, problems: reader.problems.all() };
}

/** Follows the elements of a file. Element names are those of the schema; what it does not know it passes over. */
class AltoReader {
  readonly problems = new ProblemList();
  readonly #path: string[] = [];
  readonly #sheets: OpenSheet[] = [];
  #unit = '';
  #image = '';
  readonly #vocabulary = new AltoVocabulary();
  /** What the open elements around a line say of it, innermost last. */
  readonly #kinds: { name: string; kind: AltoKind }[] = [];
  #blocks = 0;
  #lines = 0;
  #block: string | undefined;
  #line: OpenLine | undefined;
  #string: Extract<LinePiece, { kind: 'string' }> | undefined;

  open(name: string, attributes: Attributes, line: number): void {
    this.#path.push(name);
    switch (name) {
      case 'Page':
        this.#openPage(attributes, line);
        break;
      case 'LayoutTag':
      case 'StructureTag':
      case 'RoleTag':
      case 'OtherTag':
        this.#vocabulary.addTag(attributes);
        break;
      case 'TextStyle':
        this.#vocabulary.addStyle(attributes);
        break;
      case 'LeftMargin':
      case 'RightMargin':
        // ALTO: the margin "may contain margin notes"; heads and feet of pages hold numbers as well.
        this.#enter(name, { ...this.#kind(), form: 'marginalia' });
        break;
      case 'ComposedBlock':
        this.#enter(name, this.#vocabulary.kindOf(attributes, this.#kind()));
        break;
      case 'TextBlock':
        this.#enter(name, this.#vocabulary.kindOf(attributes, this.#kind()));
        this.#blocks += 1;
        this.#block = attributes.ID ?? `block-${this.#blocks}`;
        break;
      case 'TextLine':
        this.#line = {
          id: attributes.ID,
          line,
          read: readBox(attributes),
          pieces: [],
          kind: this.#vocabulary.kindOf(attributes, this.#kind()),
        };
        break;
      case 'String':
        this.#openString(attributes, line);
        break;
      case 'SP':
        this.#line?.pieces.push({ kind: 'space' });
        break;
      case 'HYP':
        this.#line?.pieces.push({ kind: 'hyphen', content: attributes.CONTENT ?? '-' });
        break;
      case 'Polygon':
        this.#addPolygon(attributes.POINTS ?? '');
        break;
    }
  }

  text(text: string): void {
    if (this.#path.at(-1) === 'MeasurementUnit') this.#unit += text.slice(0, 20);
    else if (this.#path.at(-1) === 'fileName' && this.#path.at(-2) === 'sourceImageInformation') {
      this.#image += text.slice(0, 500);
    }
  }

  close(name: string): void {
    this.#path.pop();
    if (this.#kinds.at(-1)?.name === name) this.#kinds.pop();
    if (name === 'TextLine') this.#closeLine();
    else if (name === 'String') this.#string = undefined;
    else if (name === 'TextBlock') this.#block = undefined;
  }

  /** Of a file with one page, the image that it names is that page's; several pages have each their own order only. */
  sheets(): Sheet[] {
    const name = this.#image.trim().split(/[/\\]/).at(-1) ?? '';
    const mark: SheetMark =
      name === '' || this.#sheets.length !== 1 ? { kind: 'none' } : { kind: 'image', name };
    return this.#sheets.map((sheet) => ({ mark, ...sheet }));
  }

  #kind(): AltoKind {
    return this.#kinds.at(-1)?.kind ?? { signs: [] };
  }

  #enter(name: string, kind: AltoKind): void {
    this.#kinds.push({ name, kind });
  }

  #openPage(attributes: Attributes, line: number): void {
    const { size, faults } = readSize(attributes);
    this.#sheets.push({ ...(size === undefined ? {} : { frame: size }), segments: [] });
    if (size !== undefined) return;
    const what = faults.length === 0 ? 'has no WIDTH and HEIGHT' : `has ${faults.join(' and ')}`;
    const effect = this.#inPixels()
      ? 'coordinates are taken as pixels of the scan'
      : 'its lines are kept without boxes';
    this.problems.add({
      severity: 'warning',
      code: 'text-frame-differs',
      line,
      at: attributes.ID ?? 'Page',
      message: `The page ${what}; ${effect}.`,
    });
  }

  #openString(attributes: Attributes, line: number): void {
    if (this.#line === undefined) return;
    const { box, faults } = readBox(attributes);
    const confidence = Number.parseFloat(attributes.WC ?? '');
    const { signs } = this.#vocabulary.kindOf(attributes, this.#line.kind);
    this.#string = {
      kind: 'string',
      content: attributes.CONTENT ?? '',
      ...(box === undefined ? {} : { box }),
      ...(confidence >= 0 && confidence <= 1 ? { confidence } : {}),
      ...(signs.length === 0 ? {} : { signs }),
    };
    this.#line.pieces.push(this.#string);
    if (faults.length === 0) return;
    this.problems.add({
      severity: 'warning',
      code: 'text-malformed',
      line,
      at: attributes.ID ?? this.#line.id ?? 'String',
      message: `The word "${this.#string.content.slice(0, 40)}" has ${faults.join(' and ')}.`,
    });
  }

  /** An outline is its parent's: of the line, or of a String that says no box of its own. */
  #addPolygon(points: string): void {
    const [parent, shape] = this.#path.slice(-3);
    if (shape !== 'Shape' || this.#line === undefined) return;
    const polygon = readPoints(points);
    if (polygon === undefined) return;
    if (parent === 'TextLine') this.#line.polygon ??= polygon;
    if (parent === 'String' && this.#string !== undefined) {
      const box = this.#string.box ?? boundsOf(polygon);
      if (box !== undefined) this.#string.box = box;
    }
  }

  #closeLine(): void {
    const line = this.#line;
    this.#line = undefined;
    const sheet = this.#sheets.at(-1);
    if (line === undefined || sheet === undefined) return;
    const { value, html, words } = assembleLine(line.pieces);
    if (value === '') return;
    this.#lines += 1;
    if (this.#lines === MOST_SEGMENTS + 1) {
      this.problems.add({
        severity: 'error',
        code: 'text-malformed',
        line: line.line,
        message: `Only the first ${MOST_SEGMENTS} lines are read; cut the text into several files.`,
      });
    }
    if (this.#lines > MOST_SEGMENTS) return;
    // Millimetres or inches mean nothing without the size of the page in the same unit.
    const usable = sheet.frame !== undefined || this.#inPixels();
    const box = usable ? boxOf(line) : undefined;
    if (usable) this.#reportBox(line, box, value);
    sheet.segments.push({
      ...(line.id === undefined ? {} : { sourceId: line.id }),
      granularity: 'line',
      value,
      ...(html === undefined ? {} : { html }),
      ...(line.kind.form === undefined ? {} : { form: line.kind.form }),
      ...(this.#block === undefined ? {} : { block: this.#block }),
      ...(box === undefined ? {} : { box }),
      ...(box === undefined || line.polygon === undefined ? {} : { polygon: line.polygon }),
      words: usable ? words : [],
      renders: [],
    });
  }

  #reportBox({ id, line, read }: OpenLine, box: Box | undefined, value: string): void {
    if (box !== undefined && read.faults.length === 0) return;
    const why = read.faults.length === 0 ? 'says no place' : `has ${read.faults.join(' and ')}`;
    const effect = box === undefined ? 'it is kept without a box' : 'its box is made of the rest';
    this.problems.add({
      severity: 'warning',
      code: box === undefined ? 'line-without-box' : 'text-malformed',
      line,
      at: id ?? 'TextLine',
      message: `The line "${value.slice(0, 40)}" ${why}; ${effect}.`,
    });
  }

  #inPixels(): boolean {
    const unit = this.#unit.trim().toLowerCase();
    return unit === '' || unit === 'pixel';
  }
}

/** The line's own box, else that of its outline, else that of its words. */
function boxOf({ read, polygon, pieces }: OpenLine): Box | undefined {
  const own = read.box ?? (polygon === undefined ? undefined : boundsOf(polygon));
  return (
    own ??
    unionOf(
      pieces.flatMap((piece) => (piece.kind === 'string' && piece.box !== undefined ? [piece.box] : [])),
    )
  );
}
