import { createHash } from 'node:crypto';
import { open, realpath } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { decodeText } from '../formats/decode-text.ts';
import { readXml, rootOf } from '../formats/xml-reader.ts';
import { Failure } from '../model/failure.ts';
import type { Logo, LogoType } from '../model/institution.ts';
import { recogniseFormat } from '../pyramid/file-format.ts';
import { sharp } from '../pyramid/sharp.ts';

export type ReadLogo = { logo: Logo; bytes: Buffer };

/** Every page loads it. */
const MOST_BYTES = 300_000;
/** On either side. */
const MOST_PIXELS = 4000;

const TYPES: Readonly<Record<string, LogoType>> = {
  png: 'image/png',
  webp: 'image/webp',
  jpeg: 'image/jpeg',
};

/** An SVG that does more than draw: scripts, pages within it, links and whatever it would fetch. */
const ACTIVE_ELEMENTS = new Set(
  'script foreignObject iframe object embed audio video canvas handler listener a image feImage'.split(' '),
);
const SVG = 'http://www.w3.org/2000/svg';

/**
 * The logo of an institution: a small SVG, PNG, WebP or JPEG in the archive, told apart by its content. It is
 * hostile until it was read: its path may lead out of the archive, also by a link, its name may lie, a raster
 * image may be a bomb and an SVG a program. Not covered: how a browser draws an SVG, which is why it is served
 * apart from the pages and in a sandbox.
 *
 * @param file path from the archive's folder, with forward slashes.
 * @returns what is wrong, in words that follow the key, where it cannot be used.
 */
export async function readLogo(archive: string, file: string): Promise<ReadLogo | { wrong: string }> {
  const bytes = await readInside(archive, file);
  if (!Buffer.isBuffer(bytes)) return bytes;
  const format = recogniseFormat(bytes.subarray(0, 32));
  const type = format.kind === 'readable' ? TYPES[format.format] : undefined;
  const found = type === undefined ? svgSize(bytes) : await rasterSize(bytes);
  if ('wrong' in found) return found;
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 16);
  return { logo: { type: type ?? 'image/svg+xml', ...found, hash }, bytes };
}

async function readInside(archive: string, file: string): Promise<Buffer | { wrong: string }> {
  const absent = { wrong: `names ${file}, which is no file of the archive` };
  const [root, path] = await Promise.all(
    [archive, join(archive, file)].map((one) => realpath(one).catch(() => undefined)),
  );
  if (root === undefined || path === undefined) return absent;
  if (!path.startsWith(`${root}${sep}`)) return { wrong: 'must be a file inside the archive' };
  try {
    const handle = await open(path);
    try {
      const status = await handle.stat();
      if (!status.isFile()) return absent;
      if (status.size > MOST_BYTES) {
        return {
          wrong: `must be ${MOST_BYTES / 1000} kB at most, since every page loads it; it has ${status.size} bytes`,
        };
      }
      // No more than was looked at, whatever is appended meanwhile.
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(status.size), 0, status.size, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await handle.close();
    }
  } catch (error) {
    return { wrong: `cannot be read (${error instanceof Error ? error.message : String(error)})` };
  }
}

type Size = { width: number; height: number };

async function rasterSize(bytes: Buffer): Promise<Size | { wrong: string }> {
  try {
    const options = { limitInputPixels: MOST_PIXELS * MOST_PIXELS, failOn: 'error' } as const;
    const { width, height } = await sharp(bytes, options).metadata();
    if (width > MOST_PIXELS || height > MOST_PIXELS) {
      return { wrong: `must be ${MOST_PIXELS} pixels wide and high at most; it is ${width} x ${height}` };
    }
    // Decoded to its end: a file that was cut off has a good head.
    await sharp(bytes, options).stats();
    return { width, height };
  } catch (error) {
    return { wrong: `is damaged (${error instanceof Error ? error.message : String(error)})` };
  }
}

function svgSize(bytes: Buffer): Size | { wrong: string } {
  const text = svgText(bytes);
  const root = text === undefined ? undefined : rootOf(text);
  if (text === undefined || root?.name !== 'svg' || root.namespace !== SVG) {
    return { wrong: 'must be an SVG, PNG, WebP or JPEG, whatever its name says' };
  }
  let size: Size | undefined;
  let depth = 0;
  const dangers = new Set<string>();
  const fault = readXml(text, {
    open: (name, attributes) => {
      if (depth === 0) size = sizeOf(attributes);
      depth += 1;
      for (const danger of dangersOf(name, attributes)) dangers.add(danger);
    },
    close: () => {
      depth -= 1;
    },
    text: (words) => {
      if (/@import|url\(\s*['"]?\s*(?!['"]?\s*#)[^\s)]/i.test(words))
        dangers.add('a style that fetches something');
    },
  });
  if (fault !== undefined) return { wrong: `is damaged: line ${fault.line} of it ${fault.message}` };
  const [danger] = dangers;
  if (danger !== undefined) return { wrong: `must only draw, but has ${danger}` };
  return size ?? { wrong: 'must say its size: an SVG needs a viewBox, or a width and a height in pixels' };
}

function svgText(bytes: Buffer): string | undefined {
  try {
    return decodeText(bytes, 'xml', MOST_BYTES).text;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return undefined;
  }
}

function dangersOf(name: string, attributes: Readonly<Record<string, string>>): string[] {
  const found = ACTIVE_ELEMENTS.has(name) ? [`<${name}>`] : [];
  for (const [attribute, value] of Object.entries(attributes)) {
    const own = attribute.slice(attribute.indexOf(':') + 1).toLowerCase();
    if (own.startsWith('on')) found.push(`an event handler (${attribute})`);
    else if (own === 'href' && !value.trim().startsWith('#')) found.push('a reference to another file');
    else if (/url\(\s*['"]?\s*(?!['"]?\s*#)[^\s)]/i.test(value)) found.push('a style that fetches something');
  }
  return found;
}

function sizeOf({ viewBox = '', width, height }: Readonly<Record<string, string>>): Size | undefined {
  const [, , w, h] = viewBox.trim().split(/[\s,]+/);
  return positive(w, h) ?? positive(width, height);
}

function positive(width = '', height = ''): Size | undefined {
  const [w, h] = [width, height].map((length) =>
    /^[\d.]{1,10}(px)?$/.test(length) ? Number.parseFloat(length) : NaN,
  );
  return w !== undefined && h !== undefined && w > 0 && h > 0 ? { width: w, height: h } : undefined;
}
