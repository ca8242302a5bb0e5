import { expect } from 'vitest';
import type { Answer } from './raw-request.ts';

/** That it is refused with this status, and told so in the way that every error is. */
export function expectRefusal(answer: Answer, status: number | readonly number[]): void {
  const { headers, bytes } = answer;
  const text = bytes.toString();
  expect(typeof status === 'number' ? [status] : status, text.slice(0, 300)).toContain(answer.status);
  expect(headers['content-type']).toMatch(/^application\/json\b/);
  expect(headers['access-control-allow-origin']).toBe('*');
  const body: unknown = JSON.parse(text);
  expect(body).toMatchObject({
    error: expect.stringMatching(/^[a-z-]+$/),
    message: expect.stringMatching(/\w/),
  });
  expect(text).not.toMatch(/node_modules|\.ts:\d|\/tmp\//);
}
