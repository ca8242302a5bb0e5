import { Failure } from '../model/failure.ts';
import type { ParsedText } from '../model/parsed-text.ts';
import type { TextFormat } from '../model/text.ts';
import { parseAlto } from './alto.ts';
import { parseHtml } from './html.ts';
import { parsePlainText } from './plain-text.ts';
import { decodeText } from './decode-text.ts';
import { rootOf } from './xml-reader.ts';

/** By the end of the file's name; undefined for files that are no texts. */
export function formatFor(fileName: string): TextFormat | undefined {
  const ending = /\.([a-z]+)$/i.exec(fileName)?.[1]?.toLowerCase();
  return ending === undefined ? undefined : FORMATS.get(ending);
}

/** Reads a text of any format that we know. Throws Failure `text-file-malformed` if nothing in it can be read. */
export function parseText(fileName: string, bytes: Uint8Array): ParsedText {
  switch (formatFor(fileName)) {
    case 'alto':
      requireAlto(bytes);
      return parseAlto(bytes);
    case 'html':
      return parseHtml(bytes);
    case 'plain-text':
      return parsePlainText(bytes);
    case undefined:
      throw new Failure('text-file-malformed', {
        message: 'Texts are read by the end of their names, and this one is not known',
        expected: SUPPORTED,
        received: fileName,
      });
  }
}

const FORMATS: ReadonlyMap<string, TextFormat> = new Map([
  ['xml', 'alto'],
  ['alto', 'alto'],
  ['html', 'html'],
  ['htm', 'html'],
  ['xhtml', 'html'],
  ['txt', 'plain-text'],
]);

const SUPPORTED = 'ALTO (.xml), HTML (.html, .htm) or plain text (.txt)';

/** Bytes in which the root element is looked for. */
const HEAD = 65_536;

/** By root element; those that people have lying beside their scans. */
const OTHER_XML: ReadonlyMap<string, string> = new Map([
  ['pcgts', 'PAGE XML'],
  ['tei', 'TEI'],
  ['mets', 'METS, which lists files and holds no text itself'],
  ['ead', 'EAD, a finding aid'],
  ['html', 'HTML under a name that ends in .xml'],
]);

/** Names end in .xml for many formats; the root element tells. */
function requireAlto(bytes: Uint8Array): void {
  const root = rootOf(decodeText(bytes.subarray(0, HEAD), 'xml', HEAD).text);
  // Without a root it is not XML: reading it says where and why.
  if (root === undefined || root.name.toLowerCase() === 'alto') return;
  const kind = OTHER_XML.get(root.name.toLowerCase());
  throw new Failure('text-file-malformed', {
    message:
      kind === undefined
        ? `This XML begins with <${root.name.slice(0, 40)}>, which is no format that is read`
        : `This is ${kind}`,
    expected: SUPPORTED,
  });
}
