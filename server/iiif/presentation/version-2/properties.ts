import type { InternationalString, MetadataItem } from '@iiif/presentation-3';
import { isRecord, stringsOf } from '../../../../viewer/iiif/json.ts';
import type { PublicUrls } from '../../../http/public-urls.ts';
import { FIELD, inBoth } from '../language-labels.ts';

import { literal } from '../metadata.ts';
import { linksOf, pictureOf, withinOf } from './links.ts';
import type { Metadata, Properties } from './resource.ts';
import { searchServicesOf } from './services.ts';
import { wordsOf } from '../../words-of-version-2.ts';

/** What our 3.0 resources may say of themselves; any of them may leave any of it out. */
export type Described = {
  label?: InternationalString | null;
  summary?: InternationalString | null;
  metadata?: readonly MetadataItem[];
  requiredStatement?: MetadataItem | null;
  rights?: string | null;
  provider?: readonly { label: InternationalString; logo?: unknown }[];
  thumbnail?: unknown;
  viewingDirection?: string;
  behavior?: string | readonly string[];
  navDate?: string | null;
  homepage?: unknown;
  rendering?: unknown;
  seeAlso?: unknown;
  service?: unknown;
  partOf?: unknown;
};

/** The same in the words of Presentation API 2.1 §3: all but the label, which most resources must have. */
export function propertiesOf(resource: Described, urls: PublicUrls): Properties {
  const { summary, rights, viewingDirection, navDate } = resource;
  const [metadata, attribution] = [metadataOf(resource), attributionOf(resource)];
  const thumbnail = pictureOf(resource.thumbnail, urls);
  const logo = pictureOf(resource.provider?.[0]?.logo, urls);
  const viewingHint = hintOf(resource.behavior);
  const related = linksOf(resource.homepage);
  const rendering = linksOf(resource.rendering);
  const seeAlso = linksOf(resource.seeAlso);
  const services = searchServicesOf(resource.service);
  const [service] = services;
  const within = withinOf(resource.partOf, urls);
  return {
    ...(isRecord(summary) ? { description: wordsOf(summary) } : {}),
    ...(metadata.length === 0 ? {} : { metadata }),
    ...(thumbnail === undefined ? {} : { thumbnail }),
    ...(attribution === undefined ? {} : { attribution: wordsOf(attribution) }),
    ...(typeof rights === 'string' ? { license: rights } : {}),
    ...(logo === undefined ? {} : { logo }),
    ...(viewingDirection === undefined ? {} : { viewingDirection }),
    ...(viewingHint === undefined ? {} : { viewingHint }),
    ...(typeof navDate === 'string' ? { navDate } : {}),
    ...(related === undefined ? {} : { related }),
    ...(rendering === undefined ? {} : { rendering }),
    ...(seeAlso === undefined ? {} : { seeAlso }),
    ...(service === undefined ? {} : { service: services.length > 1 ? services : service }),
    ...(within === undefined ? {} : { within }),
  };
}

/**
 * What must be shown: the required statement, else who holds the thing. Both together would be a list of values of
 * which viewers show those in one language, and the statement may have no words in it (§4.3).
 */
function attributionOf({ requiredStatement, provider }: Described): InternationalString | undefined {
  return requiredStatement?.value ?? holderOf(provider);
}

/** An institution that is named nowhere else, since 2.1 has no `provider`, is told here. */
function metadataOf({ metadata = [], requiredStatement, provider }: Described): Metadata[] {
  const holder = holderOf(provider);
  const told =
    holder === undefined ||
    !isRecord(requiredStatement) ||
    metadata.some(({ value }) => JSON.stringify(value) === JSON.stringify(holder));
  const items = told ? metadata : [...metadata, { label: inBoth(FIELD.repository), value: holder }];
  return items.map(({ label, value }) => ({ label: wordsOf(label), value: wordsOf(value) }));
}

/** A label is never HTML, but what it is told as may be. */
function holderOf(provider: Described['provider']): InternationalString | undefined {
  const label = provider?.[0]?.label;
  return label === undefined ? undefined : literal(label);
}

/** Those of 2.1 §3.3; the values that only 3.0 knows say nothing to a viewer of 2.1. */
const HINTS = ['individuals', 'paged', 'continuous', 'multi-part', 'non-paged', 'facing-pages'];

function hintOf(behavior: Described['behavior']): string | undefined {
  return stringsOf(behavior).find((value) => HINTS.includes(value));
}
