import { Failure } from '../../model/failure.ts';
import type { ContainerView } from './container.ts';

const MINIMAL = 'http://www.w3.org/ns/ldp#PreferMinimalContainer';
const IRIS = 'http://www.w3.org/ns/oa#PreferContainedIRIs';
const DESCRIPTIONS = 'http://www.w3.org/ns/oa#PreferContainedDescriptions';

/** What is asked of a container: itself, or one of its pages, counted from 0. */
export type ContainerRequest =
  | ({ kind: 'container' } & ContainerView & {
        /** Whether the client said what it prefers. */
        preferred: boolean;
      })
  | ({ kind: 'page'; number: number } & Pick<ContainerView, 'iris'>);

/**
 * Reads `?iris=1`, `?page=3` and the header `Prefer` (Web Annotation Protocol §4.2.1; RFC 7240 §2). The URL goes
 * before the header; who prefers nothing, or both of what excludes each other, gets whole annotations.
 *
 * @throws Failure `url-malformed`
 */
export function readContainerRequest(
  query: Readonly<Record<string, unknown>>,
  prefer: string | undefined,
): ContainerRequest {
  const asked = readOne(query.iris, 'iris', /^[01]$/);
  const page = readOne(query.page, 'page', /^\d{1,6}$/);
  if (page !== undefined) return { kind: 'page', number: Number(page), iris: asked === '1' };
  const included = preferences(prefer);
  const wanted = included.has(IRIS) && !included.has(DESCRIPTIONS);
  return {
    kind: 'container',
    preferred: [MINIMAL, IRIS, DESCRIPTIONS].some((preference) => included.has(preference)),
    embedded: !included.has(MINIMAL),
    iris: asked === undefined ? wanted : asked === '1',
  };
}

function readOne(value: unknown, name: string, pattern: RegExp): string | undefined {
  if (value === undefined) return undefined;
  if (typeof value === 'string' && pattern.test(value)) return value;
  throw new Failure('url-malformed', {
    message: `This container has no such ${name}`,
    expected: name === 'iris' ? '0 or 1' : 'a number from 0',
    ...(typeof value === 'string' ? { received: value } : {}),
  });
}

/** What `return=representation;include="… …"` lists. */
function preferences(header = ''): ReadonlySet<string> {
  if (!/\breturn\s*=\s*"?representation\b/i.test(header)) return new Set();
  return new Set(/\binclude\s*=\s*"([^"]*)"/i.exec(header)?.[1]?.split(/\s+/));
}
