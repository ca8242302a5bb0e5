import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../server/config.ts';

describe('readConfig', () => {
  it('has a default that works for every setting', () => {
    expect(readConfig({}, {}, '/specimens')).toMatchObject({
      archive: '/specimens',
      var: resolve('var'),
      host: '127.0.0.1',
      port: 8080,
      publicUrl: undefined,
      maxPixels: 1_000_000_000,
      tileMemory: 64_000_000,
      derivativeCache: 1_000_000_000,
      refuseLargerBoxes: false,
      accessLog: undefined,
    });
  });

  it('takes each from the environment, and the flag before that', () => {
    const environment = {
      DIPTYCH_TILE_MEMORY: '0',
      DIPTYCH_DERIVATIVE_CACHE: '5',
      DIPTYCH_REFUSE_LARGER_BOXES: 'yes',
      DIPTYCH_ACCESS_LOG: '-',
    };
    expect(readConfig({}, environment, '/')).toMatchObject({
      tileMemory: 0,
      derivativeCache: 5_000_000,
      refuseLargerBoxes: true,
      accessLog: '-',
    });
    const flags = {
      tileMemory: '7',
      derivativeCache: '8',
      refuseLargerBoxes: false,
      accessLog: 'log/access',
    };
    expect(readConfig(flags, environment, '/')).toMatchObject({
      tileMemory: 7_000_000,
      derivativeCache: 8_000_000,
      refuseLargerBoxes: false,
      accessLog: resolve('log/access'),
    });
  });

  it.each([
    ['PORT', '65536'],
    ['DIPTYCH_MAX_PIXELS', '0'],
    ['DIPTYCH_TILE_MEMORY', '-1'],
    ['DIPTYCH_TILE_MEMORY', '1e3'],
    ['DIPTYCH_DERIVATIVE_CACHE', 'much'],
    ['DIPTYCH_REFUSE_LARGER_BOXES', 'perhaps'],
    ['DIPTYCH_PUBLIC_URL', 'ftp://example.org'],
  ])('names the setting %s that %j does not fit', (name, text) => {
    expect(() => readConfig({}, { [name]: text }, '/')).toThrow(
      expect.objectContaining({ code: 'setting-invalid', message: expect.stringContaining(name) }),
    );
  });
});
