import { Failure } from '../model/failure.ts';
import type { ParsedProblem } from '../model/parsed-text.ts';

export type DecodedText = { text: string; problems: readonly ParsedProblem[] };

/** Where a format says in which encoding it is, if it has no byte-order mark. */
export type Declaration = 'xml' | 'html' | 'none';

/** Characters from the beginning that are looked at for a declaration, and for what is no text at all. */
const HEAD = 4096;

/**
 * Bytes to text with `\n` for every line end and without control characters (but tab and form feed). A byte-order
 * mark is believed first, then the declaration, then UTF-8. Throws Failure `text-file-malformed` for what is no
 * text or larger than `most` bytes; bytes that the encoding does not have become U+FFFD and a problem.
 */
export function decodeText(bytes: Uint8Array, declaration: Declaration, most: number): DecodedText {
  if (bytes.length > most) {
    throw new Failure('text-file-malformed', {
      message: 'The file is larger than texts may be; cut it into several files',
      expected: `at most ${Math.floor(most / 2 ** 20)} MB`,
      received: `${Math.ceil(bytes.length / 2 ** 20)} MB`,
    });
  }
  refuseOtherKinds(bytes);
  const problems: ParsedProblem[] = [];
  const encoding = encodingOf(bytes, declaration, problems);
  const text = decode(bytes, encoding, problems).replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n');
  refuseBinary(text);
  return { text: withoutControls(text), problems };
}

/** Without control characters (but tab, line end and form feed) and the two that no XML may hold. */
export function withoutControls(text: string): string {
  return text.replace(CONTROLS, '');
}

const CONTROLS = /[^\P{Cc}\t\n\f]|[\ufffe\uffff]/gu;

const SIGNATURES: readonly [prefix: string, kind: string][] = [
  ['%PDF-', 'a PDF'],
  ['PK\u0003\u0004', 'a zip archive (as .docx, .odt and .epub are)'],
  ['\u00d0\u00cf\u0011\u00e0', 'a document of old Microsoft Office'],
  ['{\\rtf', 'RTF'],
];

function refuseOtherKinds(bytes: Uint8Array): void {
  const start = String.fromCharCode(...bytes.subarray(0, 8));
  const kind = SIGNATURES.find(([prefix]) => start.startsWith(prefix))?.[1];
  if (kind !== undefined) {
    throw new Failure(
      'text-file-malformed',
      `This is ${kind}, whatever its name says; save the text as HTML or plain text`,
    );
  }
}

function encodingOf(bytes: Uint8Array, declaration: Declaration, problems: ParsedProblem[]): string {
  const marked = byMark(bytes) ?? byZeros(bytes);
  if (marked !== undefined) return marked;
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD));
  const declared = declaration === 'none' ? undefined : DECLARED[declaration].exec(head)?.[1];
  if (declared === undefined) return 'utf-8';
  const known = knownEncoding(declared);
  if (known === undefined) {
    problems.push({
      severity: 'warning',
      code: 'text-malformed',
      line: 1,
      message: `The encoding "${declared}" is not known; the file is read as UTF-8.`,
    });
  }
  // A file that could be read as far as its declaration is not in UTF-16.
  return known === undefined || known.startsWith('utf-16') ? 'utf-8' : known;
}

const DECLARED = {
  xml: /^\s*<\?xml[^>]{0,200}?\sencoding\s*=\s*["']([\w.:-]{1,40})["']/,
  html: /<meta\s[^>]{0,400}?charset\s*=\s*["']?\s*([\w.:-]{1,40})/i,
};

function byMark(bytes: Uint8Array): string | undefined {
  const [a, b, c, d] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if ((a === 0xff && b === 0xfe && c === 0 && d === 0) || (a === 0 && b === 0 && c === 0xfe && d === 0xff)) {
    throw new Failure('text-file-malformed', 'This is UTF-32, which is not read; save the file as UTF-8');
  }
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  return undefined;
}

/** UTF-16 without its mark: spaces and line ends have a zero on the same side each time. */
function byZeros(bytes: Uint8Array): string | undefined {
  const head = bytes.subarray(0, HEAD);
  const zeros = [0, 0];
  head.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  if (odd > head.length / 25 && even === 0) return 'utf-16le';
  if (even > head.length / 25 && odd === 0) return 'utf-16be';
  return undefined;
}

function knownEncoding(label: string): string | undefined {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    // RangeError: no encoding of that name.
    return undefined;
  }
}

function decode(bytes: Uint8Array, encoding: string, problems: ParsedProblem[]): string {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return encoding === 'windows-1252' ? text.replace(/[\u0080-\u009f]/g, windowsCharacter) : text;
  } catch {
    // TypeError: some bytes are not of this encoding.
    const text = new TextDecoder(encoding).decode(bytes);
    const bad = text.match(/\ufffd/g)?.length ?? 0;
    if (bad > text.length / 10) {
      throw new Failure(
        'text-file-malformed',
        `Most of the file is not ${encoding.toUpperCase()}; save it as UTF-8`,
      );
    }
    problems.push({
      severity: 'error',
      code: 'text-malformed',
      line: lineAt(text, Math.max(0, text.indexOf('\ufffd'))),
      message: `Bytes that are not ${encoding.toUpperCase()} (the first of ${bad} is in this line) are shown as \ufffd; save the file as UTF-8.`,
    });
    return text;
  }
}

/**
 * What windows-1252 has at 0x80 to 0x9f: Node from 20.18.3 on decodes it as Latin-1, which has controls
 * there (nodejs/node#56542).
 */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function windowsCharacter(control: string): string {
  return WINDOWS.charAt(control.charCodeAt(0) - 0x80);
}

function refuseBinary(text: string): void {
  const head = text.slice(0, HEAD);
  if ((head.match(CONTROLS)?.length ?? 0) > head.length / 50) {
    throw new Failure('text-file-malformed', 'This is not a text: it is full of control characters');
  }
}

/** The 1-based line that a position is in. */
export function lineAt(text: string, position: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < position; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}
