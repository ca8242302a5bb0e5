import { describe, expect, it } from 'vitest';
import { diagnose } from '../../../viewer/state/manifest-diagnosis.ts';

const address = 'https://example.org/manifest';
const answer = (body: string, init?: ResponseInit) => () => Promise.resolve(new Response(body, init));

describe('why an address gave no manifest', () => {
  it('is the status of the answer', async () => {
    expect(await diagnose(address, answer('<html>', { status: 404 }))).toContain('The server answered 404');
    expect(await diagnose(address, answer('{}', { status: 503 }))).toContain('The server answered 503');
  });

  it('is that what came is not JSON', async () => {
    const headers = { 'content-type': 'text/html' };
    expect(await diagnose(address, answer('<p>hello', { headers }))).toMatch(
      /What came is not JSON.*text\/html/,
    );
  });

  it('is unknown where nothing can be asked', async () => {
    expect(await diagnose(address, () => Promise.reject(new TypeError('no')))).toContain('CORS');
  });
});
