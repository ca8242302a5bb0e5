import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatPanes, paneNames, parsePanes } from '../../../viewer/iiif/panes.ts';

describe('panes in an address', () => {
  it('say where the scan stands by where it is named', () => {
    expect(parsePanes('scan,ru,en')).toEqual({ scan: 'left', texts: ['ru', 'en'] });
    expect(parsePanes('ru,en,scan')).toEqual({ scan: 'right', texts: ['ru', 'en'] });
    expect(parsePanes('scan-above,en')).toEqual({ scan: 'top', texts: ['en'] });
    expect(parsePanes('en')).toEqual({ scan: undefined, texts: ['en'] });
    expect(parsePanes('scan')).toEqual({ scan: 'left', texts: [] });
  });

  it.each([undefined, null, '', ',', ',,'])('say nothing where nothing is named: %j', (words) => {
    expect(parsePanes(words)).toBeUndefined();
  });

  it('are not overrun, and survive what is no UTF-8', () => {
    expect(parsePanes('a,'.repeat(1000))?.texts).toHaveLength(12);
    expect(parsePanes('%E0%A4%A,b')?.texts).toEqual(['%E0%A4%A', 'b']);
  });

  it('are read as they were written, whatever texts are called', () => {
    const name = fc.string({ minLength: 1 }).filter((word) => word !== 'scan' && word !== 'scan-above');
    const scan = fc.constantFrom(...(['left', 'right', 'top', undefined] as const));
    fc.assert(
      fc.property(scan, fc.array(name, { minLength: 1, maxLength: 5 }), (side, texts) => {
        expect(parsePanes(formatPanes({ scan: side, texts }))).toEqual({ scan: side, texts });
      }),
    );
  });

  it('call texts by the last part of their names where that tells them apart', () => {
    const [ru, en] = ['https://a.example/texts/ru  ', 'https://a.example/texts/en  '];
    expect([...paneNames([ru, en]).values()]).toEqual(['ru', 'en']);
    const other = 'https://b.example/texts/en  ';
    expect([...paneNames([en, other]).values()]).toEqual([en.trim(), other.trim()]);
    const scan = 'https://a.example/texts/scan';
    expect(paneNames([scan]).get(scan)).toBe(scan);
  });
});
