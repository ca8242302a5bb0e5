import type { PublicUrls } from '../../../http/public-urls.ts';
import { CONTENTS, inBoth } from '../language-labels.ts';
import type * as version3 from '../resource.ts';
import { propertiesOf } from './properties.ts';
import type { RangeResource } from './resource.ts';
import { wordsOf } from '../../words-of-version-2.ts';

/** The last word of the topmost range's address; other ranges' are digits. */
export const TOP = 'top';

/**
 * The table of contents as Presentation API 2.1 §5.6 has it: one list of all ranges, each naming those directly
 * inside it, under a topmost one, by which viewers find where the table begins.
 */
export function flatRanges(ranges: readonly version3.RangeResource[], urls: PublicUrls): RangeResource[] {
  const [first] = ranges;
  if (first === undefined) return [];
  return [
    {
      '@id': urls.inVersion(first.id, 2).replace(/[^/]*$/, TOP),
      '@type': 'sc:Range',
      label: wordsOf(inBoth(CONTENTS)),
      viewingHint: 'top',
      ranges: ranges.map(({ id }) => urls.inVersion(id, 2)),
    },
    ...withInner(ranges).map((member) => range(member, urls)),
  ];
}

/** One range, with what is directly inside it. */
export function range(resource: version3.RangeResource, urls: PublicUrls): RangeResource {
  const { id, label, items } = resource;
  const ranges = items.filter(isRange).map((inner) => urls.inVersion(inner.id, 2));
  const canvases = items.filter((item) => !isRange(item)).map((canvas) => canvas.id);
  const start = canvases.length === 0 ? firstCanvas(resource) : undefined;
  return {
    '@id': urls.inVersion(id, 2),
    '@type': 'sc:Range',
    label: wordsOf(label),
    ...propertiesOf(resource, urls),
    ...(ranges.length === 0 ? {} : { ranges }),
    ...(canvases.length === 0 ? {} : { canvases }),
    // Who chooses a heading without pages of its own is shown those of the first one inside.
    ...(start === undefined ? {} : { startCanvas: start }),
  };
}

function firstCanvas({ items: [first] }: version3.RangeResource): string | undefined {
  if (first === undefined) return undefined;
  return isRange(first) ? firstCanvas(first) : first.id;
}

function withInner(ranges: readonly version3.RangeResource[]): version3.RangeResource[] {
  return ranges.flatMap((member) => [member, ...withInner(member.items.filter(isRange))]);
}

function isRange(item: version3.RangeResource['items'][number]): item is version3.RangeResource {
  return item.type === 'Range';
}
