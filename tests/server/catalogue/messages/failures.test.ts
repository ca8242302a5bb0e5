import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { messagesIn } from '../../../../server/catalogue/messages/messages.ts';

const server = join(import.meta.dirname, '../../../../server');

/** What failures of a page can say: the literals behind `message:` and `expected:`, with `7` for what they name. */
function failureWords(): string[] {
  const files = ['catalogue', 'search'].flatMap((folder) =>
    readdirSync(join(server, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => join(server, folder, name)),
  );
  const sources = [...files, join(server, 'app.ts'), join(server, 'store/lookup.ts')];
  return sources.flatMap((file) => {
    const text = readFileSync(file, 'utf8');
    const failures = [...text.matchAll(/new Failure\(([\s\S]*?)\n? *\);/g)].map(([, inner = '']) => inner);
    return [...failures, ...text.matchAll(/code: '[^']+', message: '[^']+'/g)].flatMap((inner) =>
      [...String(inner).matchAll(/(?:message|expected):\s*(?:'([^']+)'|`([^`]+)`)/g)]
        .map(([, plain, made]) => plain ?? made ?? '')
        .concat(
          [...String(inner).matchAll(/^'[a-z-]+', *(?:'([^']+)'|`([^`]+)`)/g)].map(
            ([, a, b]) => a ?? b ?? '',
          ),
        )
        .map((words) => words.replace(/\$\{[^}]*\}/g, '7')),
    );
  });
}

describe('failures in Russian', () => {
  const { failure, contentState } = messagesIn('ru');

  it('have words for whatever a page may fail by', () => {
    const words = failureWords();
    expect(words.length).toBeGreaterThan(40);
    expect(words).toContain('The archive has no such document');
    expect(words.filter((english) => !/\p{Script=Cyrillic}/u.test(failure(english) ?? ''))).toEqual([]);
  });

  it('keep what they name', () => {
    expect(failure('There is nothing at /x/(y)')).toBe('По адресу /x/(y) ничего нет');
    expect(failure('a whole number from 1 to 100')).toBe('целое число от 1 до 100');
    // A replacement string would read `$&` as a pattern.
    expect(failure('The parameter $& is no date')).toBe('Параметр $& — не дата');
  });

  it('say why a content state is refused, and where', () => {
    expect(failure('The link names nothing to open')).toBe(contentState.refusal.empty);
    expect(failure('The link names nothing to open (target)')).toBe(`${contentState.refusal.empty} (target)`);
  });

  it('leave unsaid what has no Russian', () => {
    expect(failure('/var/x.tif: no image')).toBeUndefined();
    expect(messagesIn('en').failure('/var/x.tif: no image')).toBe('/var/x.tif: no image');
  });
});
