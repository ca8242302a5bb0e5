import { describe, expect, it } from 'vitest';
import { readBeside, withBeside, withBesideCanvas } from '../../../viewer/state/beside-address.ts';

const read = 'https://ours.example/read/telegram?page=706&q=rapport';
const manifest = 'https://other.example/iiif/letter/manifest?a=1&b=2';

describe('the address of a room with two documents', () => {
  it('says what it was told, and keeps the place in the first', () => {
    for (const canvas of [undefined, 'https://other.example/c/1', 'urn:canvas:2']) {
      const address = withBeside(read, { manifest, canvas });
      expect(readBeside(address)).toEqual({ manifest, canvas });
      expect(new URL(address).searchParams.get('page')).toBe('706');
      expect(new URL(address).searchParams.get('q')).toBe('rapport');
    }
  });

  it('has none beside once that is closed, nor any page of it', () => {
    const address = withBeside(read, { manifest, canvas: 'https://other.example/c/1' });
    expect(withBeside(address, undefined)).toBe(read);
    expect(readBeside(read)).toBeUndefined();
    expect(readBeside(`${read}&beside=`)).toBeUndefined();
  });

  it('forgets the page of a document when another takes its place', () => {
    const address = withBeside(read, { manifest, canvas: 'https://other.example/c/1' });
    const next = { manifest: 'https://third.example/manifest', canvas: undefined };
    expect(readBeside(withBeside(address, next))).toEqual(next);
  });

  it('turns pages of the one beside only where there is one', () => {
    const address = withBeside(read, { manifest, canvas: undefined });
    expect(readBeside(withBesideCanvas(address, 'https://other.example/c/2'))).toEqual({
      manifest,
      canvas: 'https://other.example/c/2',
    });
    expect(withBesideCanvas(read, 'https://other.example/c/2')).toBe(read);
  });

  it('takes nothing for a manifest but an http or https address', () => {
    const hostile = [
      'javascript:alert(1)',
      'data:application/json,{}',
      'file:///etc/passwd',
      '/manifest',
      'x',
    ];
    for (const text of [...hostile, `https://other.example/${'a'.repeat(5000)}`]) {
      expect(readBeside(`${read}&beside=${encodeURIComponent(text)}`)).toBe('refused');
    }
  });

  it('opens the first page where the page asked for is no name of one', () => {
    const address = `${withBeside(read, { manifest, canvas: undefined })}&beside-canvas=`;
    for (const canvas of ['javascript:alert(1)', 'two words', ''])
      expect(readBeside(address + encodeURIComponent(canvas))).toEqual({ manifest, canvas: undefined });
  });
});
