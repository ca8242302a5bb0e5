import {
  idOf,
  isRecord,
  listOf,
  recordsOf,
  stringsOf,
  typesOf,
  type JsonRecord,
} from '../../viewer/iiif/json.ts';
import type { Rules } from './finding.ts';
import { under } from './json-path.ts';
import { checkLanguageMap } from './language-maps.ts';
import type { Node } from './node.ts';
import type { Setting } from './setting.ts';
import { listed, quoted, shown } from './shown.ts';

export const SERVICE_RULES = {
  'service-identity': {
    severity: 'error',
    section: 'Presentation 3.0 §3.3.1 service',
    mend: 'Give "id" and "type", or for a service of an earlier API "@id" and "@type".',
  },
  'service-id-invalid': {
    severity: 'error',
    section: 'Presentation 3.0 §3.3.1 service',
    section2: 'Presentation 2.1 §3.4 service',
    mend: "Give the service's base URI, without /info.json at its end.",
  },
  'service-id-slash': {
    severity: 'warning',
    section: 'Image API 3.0 §5.2; 2.1 §5.2',
    mend: 'Take the slash away: clients put one after it.',
  },
  'image-service-profile': {
    severity: 'error',
    section: 'Image API 3.0 §5.2; 2.1 §5.2',
    section2: 'Presentation 2.1 §5.4; Image API 2.1 §5.2',
    mend: 'Give the compliance level: "level2" for Image API 3, http://iiif.io/api/image/2/level2.json for 2.',
  },
  'image-service-context-missing': {
    severity: 'error',
    section: 'Presentation 3.0 §3.3.1 service',
    section2: 'Presentation 2.1 §5.4',
    mend: 'Add "@context": "http://iiif.io/api/image/2/context.json" to the service.',
  },
  'search-service-nesting': {
    severity: 'error',
    section: 'Content Search 2.0 §3; 1.0 §4.1',
    mend: 'Put an AutoCompleteService2 into "service" of its SearchService2.',
  },
  'search-service-1-incomplete': {
    severity: 'error',
    section: 'Content Search 1.0 §3.1',
    mend: 'Give "@id" and the profile http://iiif.io/api/search/1/search.',
  },
  'auth-service-incomplete': {
    severity: 'error',
    section: 'Authorization Flow 2.0 §3 to §5',
    mend: 'Give the service everything that its kind must have.',
  },
  'physical-dimensions-invalid': {
    severity: 'error',
    section: 'Linking to External Services §3.3',
    mend: 'Give "physicalScale" as a number above 0 and "physicalUnits" as mm, cm or in.',
  },
} satisfies Rules;

const PHYSICAL = 'http://iiif.io/api/annex/services/physdim';

/** The version of the Image API that a service speaks; undefined if it is none of images. */
export function imageServiceVersion(service: JsonRecord): 1 | 2 | 3 | undefined {
  const types = typesOf(service);
  for (const version of [1, 2, 3] as const) if (types.includes(`ImageService${version}`)) return version;
  const words = [...stringsOf(service['@context']), ...stringsOf(service.profile)];
  if (words.some((word) => word.includes('iiif.io/api/image/3'))) return 3;
  if (words.some((word) => word.includes('iiif.io/api/image/2'))) return 2;
  return words.some((word) => /iiif\.io\/api\/image\/1|library\.stanford\.edu\/iiif\/image-api/.test(word))
    ? 1
    : undefined;
}

export function checkServices(node: Node, setting: Setting): void {
  if (node.kind !== 'Service') return;
  const { value, path } = node;
  const isPhysical = stringsOf(value.profile).includes(PHYSICAL);
  if (setting.version === 3) checkIdentity(node, isPhysical, setting);
  const id = idOf(value);
  const version = imageServiceVersion(value);
  if (id !== undefined && !URL.canParse(id))
    setting.report('service-id-invalid', path, `${quoted(id)} is no URI.`);
  else if (version !== undefined && id?.endsWith('/info.json') === true)
    setting.report('service-id-invalid', path, `${quoted(id)} is not the base URI of an image service.`);
  else if (version !== undefined && id?.endsWith('/') === true)
    setting.report('service-id-slash', path, `${quoted(id)} ends in a slash.`);
  if (version !== undefined) checkImageService(node, version, setting);
  if (isPhysical) checkPhysical(node, setting);
  const [type = ''] = typesOf(value);
  if (type.startsWith('SearchService') || type.startsWith('AutoComplete')) checkSearch(node, type, setting);
  if (/^Auth\w+2$/.test(type)) checkAuth(node, type, setting);
}

function checkIdentity({ value, path }: Node, isPhysical: boolean, { report }: Setting): void {
  const missing = [
    // The physical dimensions may have no URI: they are all there is of the service.
    ...(idOf(value) === undefined && !isPhysical && !isExternalAccess(value) ? ['id'] : []),
    ...(typesOf(value).length === 0 && !isPhysical && !isAnonymous(value) ? ['type'] : []),
  ];
  if (missing.length > 0) report('service-identity', path, `The service has no ${listed(missing)}.`);
}

/** Authorization Flow 2.0 §3.1: access that is decided by other things than a visit has no address. */
function isExternalAccess(service: JsonRecord): boolean {
  return typesOf(service).includes('AuthAccessService2') && service.profile === 'external';
}

/** Auth 1.0 §2.1 gives services no type; there the profile is it. */
function isAnonymous(service: JsonRecord): boolean {
  return stringsOf(service.profile).some((profile) => profile.includes('iiif.io/api/auth/'));
}

const PROFILES: Record<1 | 2 | 3, RegExp> = {
  1: /^http:\/\/(?:library\.stanford\.edu\/iiif\/image-api\/(?:1\.1\/)?(?:compliance|conformance)\.html(?:#level[012])?|iiif\.io\/api\/image\/1(?:\.1)?\/(?:level[012]\.json|compliance\.html#?(?:level[012])?)|iiif\.io\/api\/image\/1\/level[012]\.json)$/,
  2: /^(?:http:\/\/iiif\.io\/api\/image\/2\/level[012]\.json|level[012])$/,
  3: /^level[012]$/,
};

function checkImageService(
  node: Node,
  version: 1 | 2 | 3,
  { report, catalog, version: presentation }: Setting,
): void {
  const { value, path } = node;
  // A service that is described at the top of the document is only named here: §3.3.1 services.
  const isPointer = Object.keys(value).every((key) => ['id', '@id', 'type', '@type'].includes(key));
  if (isPointer && node.role !== 'services' && catalog.services.has(idOf(value) ?? '')) return;
  const profiles = listOf(value.profile).filter((profile) => !isRecord(profile));
  const [profile] = profiles;
  // Presentation 2.1 §5.4 only recommends it.
  const isRight =
    presentation === 3
      ? typeof profile === 'string' && PROFILES[version].test(profile)
      : profile === undefined || (typeof profile === 'string' && /level[012]/.test(profile));
  if (!isRight)
    report(
      'image-service-profile',
      path,
      `The service of Image API ${version} has the profile ${shown(profile)}.`,
    );
  if (presentation === 2 && version > 1 && value['@context'] === undefined)
    report(
      'image-service-context-missing',
      path,
      'The image service has no context, by which viewers of version 2 know it.',
    );
}

function checkPhysical({ value, path }: Node, { report }: Setting): void {
  const { physicalScale: scale, physicalUnits: units } = value;
  if (!(typeof scale === 'number' && scale > 0) || !['mm', 'cm', 'in'].some((unit) => unit === units))
    report('physical-dimensions-invalid', path, `The scale is ${shown(scale)} and the unit ${shown(units)}.`);
}

function checkSearch({ value, path, parent }: Node, type: string, { report }: Setting): void {
  const isNested = parent?.kind === 'Service';
  if (type === 'AutoCompleteService2' && !(isNested && typesOf(parent.value).includes('SearchService2')))
    report(
      'search-service-nesting',
      path,
      'An autocomplete service stands outside the search service that it completes for.',
    );
  if (type === 'SearchService2') {
    const odd = recordsOf(value.service).find((one) => !typesOf(one).some((name) => name.startsWith('Au')));
    if (odd !== undefined)
      report(
        'search-service-nesting',
        under(path, 'service'),
        `The search service holds a service of the type ${shown(odd.type ?? odd['@type'])}.`,
      );
  }
  // Mirador and others know a search service of version 1 by its profile alone.
  const isSearch1 =
    type === 'SearchService1' &&
    stringsOf(value.profile).every((one) => !/iiif\.io\/api\/search\/[01]\/search$/.test(one));
  if (isSearch1)
    report(
      'search-service-1-incomplete',
      path,
      `The search service has the profile ${shown(value.profile)}.`,
    );
}

/** Authorization Flow 2.0: what each of its services must have. */
function checkAuth({ value, path }: Node, type: string, setting: Setting): void {
  const lacks = (what: string) => setting.report('auth-service-incomplete', path, `The ${type} ${what}.`);
  const inner = recordsOf(value.service).flatMap(typesOf);
  const count = (name: string) => inner.filter((one) => one === name).length;
  if (type === 'AuthProbeService2' && count('AuthAccessService2') === 0)
    lacks('has no AuthAccessService2 in "service"');
  if (type === 'AuthAccessService2') {
    const { profile } = value;
    if (!['active', 'kiosk', 'external'].some((one) => one === profile))
      lacks(`has the profile ${shown(profile)} and not active, kiosk or external`);
    if (count('AuthAccessTokenService2') !== 1)
      lacks('does not have exactly one AuthAccessTokenService2 in "service"');
    if (count('AuthLogoutService2') > 1) lacks('has more than one AuthLogoutService2');
    if (profile === 'active' && value.label === undefined)
      lacks('has no label, which names who lets people in');
  }
  if (value.errorNote !== undefined && value.errorHeading === undefined)
    lacks('has an errorNote and no errorHeading');
  for (const name of ['label', 'heading', 'note', 'confirmLabel', 'errorHeading', 'errorNote']) {
    if (value[name] !== undefined) checkLanguageMap(value[name], under(path, name), setting);
  }
}
