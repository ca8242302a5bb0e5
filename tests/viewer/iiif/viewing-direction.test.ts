import { expect, it } from 'vitest';
import { viewingDirectionOf } from '../../../viewer/iiif/viewing-direction.ts';

it('reads which side the next page is on, of a manifest or its sequence', () => {
  expect(viewingDirectionOf({ viewingDirection: 'right-to-left' })).toBe('rtl');
  expect(viewingDirectionOf({ sequences: [{ viewingDirection: 'right-to-left' }] })).toBe('rtl');
  expect(viewingDirectionOf({ viewingDirection: 'left-to-right' })).toBe('ltr');
  for (const other of [{}, null, { viewingDirection: 'top-to-bottom' }, { viewingDirection: 7 }])
    expect(viewingDirectionOf(other)).toBeUndefined();
});
