import { describe, expect, it } from 'vitest';
import { isUri, webAddress } from '../../../viewer/iiif/uri.ts';

describe('webAddress', () => {
  it('takes http and https and nothing else', () => {
    expect(webAddress('https://example.org/a b?c=d')).toBe('https://example.org/a%20b?c=d');
    for (const text of [
      'javascript:alert(1)',
      'data:text/html,x',
      '//example.org',
      'example.org',
      '/a',
      '',
    ]) {
      expect(webAddress(text), text).toBeUndefined();
    }
    expect(webAddress(`https://example.org/${'a'.repeat(5000)}`)).toBeUndefined();
  });
});

describe('isUri', () => {
  it('knows the names that archives give to canvases, and none that a browser would run', () => {
    for (const name of [
      'https://example.org/c/1',
      'urn:uuid:1-2',
      'tag:example.org,2020:c1',
      'ark:/12345/x',
    ]) {
      expect(isUri(name), name).toBe(true);
    }
    for (const name of ['javascript:alert(1)', 'data:text/html,x', 'https://a b', 'c1', 'https://', '']) {
      expect(isUri(name), name).toBe(false);
    }
    expect(isUri(`urn:${'a'.repeat(5000)}`)).toBe(false);
  });
});
