import { ROOT, under, type Path } from './json-path.ts';

type Frame = { keys: Set<string> | undefined; key: string | number };

/** Nobody reads of more. */
const MOST = 1000;

/**
 * Where an object of a JSON text has a key for the second time. JSON.parse keeps the last value and says
 * nothing, so that everybody else may see another document (RFC 8259 §4).
 * @param text well-formed JSON.
 */
export function repeatedKeys(text: string): Path[] {
  const found: Path[] = [];
  const frames: Frame[] = [];
  let isKey = false;
  for (let at = 0; at < text.length && found.length < MOST; at += 1) {
    const frame = frames.at(-1);
    switch (text[at]) {
      case '{':
        frames.push({ keys: new Set(), key: '' });
        isKey = true;
        break;
      case '[':
        frames.push({ keys: undefined, key: 0 });
        isKey = false;
        break;
      case '}':
      case ']':
        frames.pop();
        break;
      case ',':
        isKey = frame?.keys !== undefined;
        if (typeof frame?.key === 'number') frame.key += 1;
        break;
      case '"': {
        const end = endOfString(text, at);
        if (isKey && frame?.keys !== undefined) {
          frame.key = keyOf(text.slice(at, end + 1));
          if (frame.keys.has(frame.key)) found.push(under(ROOT, ...frames.map(({ key }) => key)));
          frame.keys.add(frame.key);
          isKey = false;
        }
        at = end;
        break;
      }
      default:
        break;
    }
  }
  return found;
}

function endOfString(text: string, start: number): number {
  let end = start + 1;
  while (end < text.length && text[end] !== '"') end += text[end] === '\\' ? 2 : 1;
  return end;
}

function keyOf(quoted: string): string {
  const key: unknown = quoted.includes('\\') ? JSON.parse(quoted) : quoted.slice(1, -1);
  return String(key);
}
