import { describe, expect, it } from 'vitest';
import { readContainerRequest } from '../../../../server/iiif/presentation/container-request.ts';

const MINIMAL = 'http://www.w3.org/ns/ldp#PreferMinimalContainer';
const IRIS = 'http://www.w3.org/ns/oa#PreferContainedIRIs';
const DESCRIPTIONS = 'http://www.w3.org/ns/oa#PreferContainedDescriptions';
const prefer = (...included: string[]) => `return=representation;include="${included.join(' ')}"`;
const whole = { kind: 'container', preferred: false, embedded: true, iris: false };

describe('what is asked of a container', () => {
  it.each([
    [undefined, whole],
    ['respond-async', whole],
    [prefer('http://example.org/unknown'), whole],
    [`include="${MINIMAL}"`, whole],
    [prefer(DESCRIPTIONS), { ...whole, preferred: true }],
    [prefer(IRIS), { ...whole, preferred: true, iris: true }],
    [prefer(MINIMAL), { ...whole, preferred: true, embedded: false }],
    [prefer(MINIMAL, IRIS), { kind: 'container', preferred: true, embedded: false, iris: true }],
    // They exclude each other: the usual then.
    [prefer(IRIS, DESCRIPTIONS), { ...whole, preferred: true }],
    [`wait=10, return = representation; include="${IRIS}"`, { ...whole, preferred: true, iris: true }],
  ])('follows Prefer: %s', (header, request) => {
    expect(readContainerRequest({}, header)).toEqual(request);
  });

  it('is what the URL says, whatever the header prefers', () => {
    expect(readContainerRequest({ iris: '0' }, prefer(IRIS))).toMatchObject({ iris: false });
    expect(readContainerRequest({ iris: '1' }, undefined)).toMatchObject({ kind: 'container', iris: true });
    expect(readContainerRequest({ iris: '1', page: '12' }, prefer(MINIMAL))).toEqual({
      ...{ kind: 'page', number: 12, iris: true },
    });
    expect(readContainerRequest({ page: '0' }, undefined)).toEqual({ kind: 'page', number: 0, iris: false });
  });

  it.each([
    { iris: '2' },
    { iris: '' },
    { iris: ['0', '1'] },
    { page: '-1' },
    { page: '1.5' },
    { page: '9999999' },
    { page: { a: '1' } },
  ])('is refused where it is no question: %j', (query) => {
    expect(() => readContainerRequest(query, undefined)).toThrow(/container/);
  });
});
