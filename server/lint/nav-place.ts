import { isRecord, type JsonRecord } from '../../viewer/iiif/json.ts';
import type { Rules } from './finding.ts';
import { under, type Path } from './json-path.ts';
import type { Node } from './node.ts';
import type { Setting } from './setting.ts';
import { quoted, shown } from './shown.ts';

export const NAV_PLACE_RULES = {
  'nav-place-malformed': {
    severity: 'error',
    section: 'navPlace §2.1 and §2.2',
    mend: 'Give a FeatureCollection of GeoJSON, whose features have a geometry, with http or https for ids.',
  },
  'nav-place-empty': {
    severity: 'warning',
    section: 'navPlace §2.2.2',
    mend: 'Put a feature in, or leave navPlace out.',
  },
  'nav-place-coordinates': {
    severity: 'error',
    section: 'GeoJSON (RFC 7946) §3.1.1 and §4',
    mend: 'Give longitude (-180 to 180) first, then latitude (-90 to 90).',
  },
} satisfies Rules;

/** RFC 7946 §3.1: how deep the positions lie in `coordinates`. */
const DEPTHS: ReadonlyMap<string, number> = new Map([
  ['Point', 0],
  ['MultiPoint', 1],
  ['LineString', 1],
  ['MultiLineString', 2],
  ['Polygon', 2],
  ['MultiPolygon', 3],
]);

export function checkNavPlace({ value, path }: Node, { report }: Setting): void {
  const place = value.navPlace;
  if (place === undefined) return;
  const at = under(path, 'navPlace');
  if (!isRecord(place) || place.type !== 'FeatureCollection') {
    report(
      'nav-place-malformed',
      at,
      `It is ${isRecord(place) ? `a ${shown(place.type)}` : shown(place)} and no FeatureCollection.`,
    );
    return;
  }
  checkId(place, at, report);
  const { features } = place;
  if (features === undefined) {
    if (place.id === undefined)
      report('nav-place-malformed', at, 'It has neither features nor an id, at which they could be had.');
    return;
  }
  if (!Array.isArray(features)) {
    report('nav-place-malformed', under(at, 'features'), `The features are ${shown(features)} and no array.`);
    return;
  }
  if (features.length === 0) report('nav-place-empty', under(at, 'features'), 'It has no feature.');
  features.forEach((feature: unknown, index) => checkFeature(feature, under(at, 'features', index), report));
}

function checkId({ id }: JsonRecord, path: Path, report: Setting['report']): void {
  if (id !== undefined && !(typeof id === 'string' && /^https?:\/\//i.test(id) && URL.canParse(id)))
    report('nav-place-malformed', under(path, 'id'), `The id is ${shown(id)} and no http or https URI.`);
}

function checkFeature(feature: unknown, path: Path, report: Setting['report']): void {
  if (!isRecord(feature) || feature.type !== 'Feature') {
    report(
      'nav-place-malformed',
      path,
      `A feature is ${isRecord(feature) ? `a ${shown(feature.type)}` : shown(feature)}.`,
    );
    return;
  }
  checkId(feature, path, report);
  const { geometry } = feature;
  // `null` says that the place of the feature is not known.
  if (geometry === null) return;
  if (!isRecord(geometry))
    report('nav-place-malformed', path, `The feature has the geometry ${shown(geometry)}.`);
  else checkGeometry(geometry, under(path, 'geometry'), report);
}

function checkGeometry(geometry: JsonRecord, path: Path, report: Setting['report']): void {
  const waiting = [{ geometry, path }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { type, coordinates, geometries } = next.geometry;
    if (type === 'GeometryCollection' && Array.isArray(geometries)) {
      const within = under(next.path, 'geometries');
      geometries.forEach((one: unknown, index) => {
        if (isRecord(one)) waiting.push({ geometry: one, path: under(within, index) });
      });
      continue;
    }
    const depth = typeof type === 'string' ? DEPTHS.get(type) : undefined;
    if (depth === undefined) report('nav-place-malformed', next.path, `The geometry is a ${shown(type)}.`);
    else checkPositions(coordinates, depth, under(next.path, 'coordinates'), report);
  }
}

function checkPositions(coordinates: unknown, depth: number, path: Path, report: Setting['report']): void {
  if (!Array.isArray(coordinates)) {
    report('nav-place-malformed', path, `The coordinates are ${shown(coordinates)} and no array.`);
    return;
  }
  if (depth > 0) {
    coordinates.forEach((part: unknown, index) =>
      checkPositions(part, depth - 1, under(path, index), report),
    );
    return;
  }
  const numbers = coordinates.filter((one): one is number => typeof one === 'number' && Number.isFinite(one));
  const [longitude, latitude] = numbers;
  if (longitude === undefined || latitude === undefined || numbers.length !== coordinates.length)
    report('nav-place-malformed', path, 'A position is not two or three numbers.');
  else if (Math.abs(longitude) > 180 || Math.abs(latitude) > 90)
    report(
      'nav-place-coordinates',
      path,
      `${quoted(`${longitude}, ${latitude}`)} is no longitude and latitude.`,
    );
}
