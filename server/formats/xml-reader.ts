import { SaxesParser } from 'saxes';
import { Failure } from '../model/failure.ts';

/** Elements and their text as they come; names without their namespace's prefix. */
export type XmlHandler = {
  open: (name: string, attributes: Readonly<Record<string, string>>, line: number) => void;
  close: (name: string) => void;
  text: (text: string) => void;
};

/** Where and why a file stops being XML. */
export type XmlFault = { line: number; message: string };

/** No description of a page goes deeper; a hostile file does. */
const DEEPEST = 100;

/**
 * Reads XML up to its end or its first fault, which is given back: what was read before it is good.
 *
 * A DOCTYPE is skipped and never fetched. Entities of its own make it a fault: they are what a "billion laughs"
 * file is made of, and no format that is read here needs them.
 */
export function readXml(text: string, handler: XmlHandler): XmlFault | undefined {
  const parser = new SaxesParser({ xmlns: false, position: true });
  let depth = 0;
  let line = 1;
  parser.on('doctype', (doctype) => {
    if (/<!ENTITY/i.test(doctype)) throw fault('declares entities of its own, which are not allowed');
  });
  parser.on('opentagstart', () => {
    // The parser has read one character beyond the name: a line end is of the next line.
    line = parser.columnIndex === 0 ? parser.line - 1 : parser.line;
    depth += 1;
    if (depth > DEEPEST) throw fault(`nests elements deeper than ${DEEPEST}`);
  });
  parser.on('opentag', ({ name, attributes }) => handler.open(localName(name), attributes, line));
  parser.on('closetag', ({ name }) => {
    depth -= 1;
    handler.close(localName(name));
  });
  parser.on('text', (found) => handler.text(found));
  parser.on('cdata', (found) => handler.text(found));
  parser.on('error', ({ message }) => {
    throw fault(`is not well-formed XML (${message.replace(/^\d+:\d+:\s*/, '').replace(/\.$/, '')})`);
  });
  try {
    // The one control character that a text may have and XML may not.
    parser.write(text.replace(/\f/g, ' ')).close();
    return undefined;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { line: parser.line, message: error.detail.message };
  }

  function fault(message: string): Failure {
    return new Failure('text-file-malformed', { message, place: `line ${parser.line}` });
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** The root element's name without its prefix and its namespace; undefined if the text begins otherwise. */
export function rootOf(text: string): { name: string; namespace: string } | undefined {
  let at = 0;
  for (;;) {
    while (/\s|\ufeff/.test(text.charAt(at))) at += 1;
    if (text.startsWith('<!--', at)) at = after('-->');
    else if (text.startsWith('<?', at)) at = after('?>');
    else if (/^<!doctype/i.test(text.slice(at, at + 9))) at = afterDoctype();
    else break;
  }
  const [, prefix = '', name, rest = ''] =
    /^<([\w.-]+:)?([\w.-]+)([^>]*)/.exec(text.slice(at, at + 8192)) ?? [];
  if (name === undefined) return undefined;
  const declared = prefix === '' ? 'xmlns' : `xmlns:${prefix.slice(0, -1)}`;
  const [, namespace = ''] = new RegExp(`\\s${declared}\\s*=\\s*["']([^"']*)`).exec(rest) ?? [];
  return { name, namespace };

  function after(end: string): number {
    const found = text.indexOf(end, at);
    return found === -1 ? text.length : found + end.length;
  }

  function afterDoctype(): number {
    const bracket = text.slice(at, after('>')).indexOf('[');
    if (bracket === -1) return after('>');
    const close = text.indexOf(']', at + bracket);
    return close === -1 ? text.length : text.indexOf('>', close) + 1 || text.length;
  }
}
