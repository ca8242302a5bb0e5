import { expect, it } from 'vitest';
import { viewingDirectionOf } from '../../../viewer/iiif/viewing-direction.ts';

it('reads which side the next page is on, of a manifest or its sequence', () => {
  expect(viewingDirectionOf({ viewingDirection: 'right-to-left' })).toBe('rtl');
  expect(viewingDirectionOf({ sequences: [{ viewingDirection: 'right-to-left' }] })).toBe('rtl');
  expect(viewingDirectionOf({ viewingDirection: 'left-to-right' })).toBe('ltr');
});

it('takes what says nothing that is known to be read from left to right, as the specification has it', () => {
  for (const other of [{}, null, { viewingDirection: 7 }, { viewingDirection: 'sideways' }])
    expect(viewingDirectionOf(other)).toBe('ltr');
});

it('knows no side where pages follow each other from above or from below', () => {
  expect(viewingDirectionOf({ viewingDirection: 'top-to-bottom' })).toBeUndefined();
  expect(viewingDirectionOf({ sequences: [{ viewingDirection: 'bottom-to-top' }] })).toBeUndefined();
});
