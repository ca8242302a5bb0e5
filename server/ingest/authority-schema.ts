import { z } from 'zod';
import { AUTHORITY_FILES, type AuthorityFile, type AuthorityLink } from '../model/authority-link.ts';
import { ROMANISATION_SCHEMES, type NameForm, type RomanisationScheme } from '../model/authority.ts';
import { edtfBounds } from '../model/edtf.ts';
import { webAddress } from '../../viewer/iiif/uri.ts';
import { edtf, identifier, languageKey, languageMap, text } from './yaml-values.ts';

const words = z
  .union([text, z.array(text).min(1, 'must name a form')])
  .transform((value) => (typeof value === 'string' ? [value] : value));

const spelling = words.exactOptional();

/** A key for each scheme, so that a mistyped one is told with the nearest that there is. */
const spellings: Record<RomanisationScheme, typeof spelling> = {
  mr: spelling,
  rr: spelling,
  yale: spelling,
  kontsevich: spelling,
  kholodovich: spelling,
  'wade-giles': spelling,
  pinyin: spelling,
  palladius: spelling,
  hepburn: spelling,
  polivanov: spelling,
  iso9: spelling,
  'ala-lc': spelling,
  'bgn-pcgn': spelling,
  scientific: spelling,
};

/** `{ mr: Pak Ir-u, rr: Bak Il-u }`, or `{ form: Pak Irwoo, note: on his card }` for what follows no scheme. */
const formGroup = z
  .strictObject({ form: spelling, ...spellings, note: text.exactOptional() })
  .transform(({ form = [], note, ...schemes }): Omit<NameForm, 'language'>[] => {
    const remark = note === undefined ? {} : { note };
    return [
      ...form.map((one) => ({ form: one, ...remark })),
      ...ROMANISATION_SCHEMES.flatMap((scheme) =>
        (schemes[scheme] ?? []).map((one) => ({ form: one, scheme, ...remark })),
      ),
    ];
  })
  .refine((forms) => forms.length > 0, {
    error: 'must hold a form: under the name of its scheme, such as mr, or under form',
    // A mistyped scheme has been told already.
    when: ({ issues }) => issues.length === 0,
  });

/** By language: a form, several, or forms by their schemes. */
const forms = z
  .record(languageKey, z.union([text, formGroup, z.array(z.union([text, formGroup])).min(1)]))
  .transform((byLanguage): NameForm[] =>
    Object.entries(byLanguage).flatMap(([language, value]) =>
      (typeof value === 'string' ? [value] : value)
        .flatMap((one) => (typeof one === 'string' ? [{ form: one }] : one))
        .map((form) => ({ ...form, language })),
    ),
  );

const dates = z
  .strictObject({
    birth: edtf.exactOptional(),
    death: edtf.exactOptional(),
    active: edtf.exactOptional(),
  })
  .refine(
    ({ birth, death }) => {
      const [from, to] = [edtfBounds(birth ?? '')?.from, edtfBounds(death ?? '')?.to];
      return from === undefined || to === undefined || from <= to;
    },
    { error: 'must not end before they begin: the death is earlier than the birth', path: ['death'] },
  );

const links = z
  .strictObject({
    wikidata: idIn('wikidata'),
    viaf: idIn('viaf'),
    gnd: idIn('gnd'),
    lcnaf: idIn('lcnaf'),
    isni: idIn('isni'),
    geonames: idIn('geonames'),
    tgn: idIn('tgn'),
    web: z
      .union([text, z.array(text).min(1)])
      .transform((value) => (typeof value === 'string' ? [value] : value))
      .refine((addresses) => addresses.every(isSecureAddress), {
        error: 'must be a whole https address, such as https://example.org/people/pak-il-u',
      })
      .exactOptional(),
  })
  .transform(({ web = [], ...ids }): AuthorityLink[] => [
    ...SOURCES.flatMap((source) => {
      const value = ids[source];
      return value === undefined ? [] : [{ source, value }];
    }),
    ...web.map((value) => ({ source: 'web' as const, value })),
  ]);

const SOURCES = ['wikidata', 'viaf', 'gnd', 'lcnaf', 'isni', 'geonames', 'tgn'] as const;

const common = {
  name: languageMap,
  forms: forms.default([]),
  description: languageMap.exactOptional(),
  links: links.default([]),
};

const degrees = (most: number) =>
  text
    .refine((value) => /^-?\d{1,3}(\.\d{1,12})?$/.test(value) && Math.abs(Number(value)) <= most, {
      error: `must be degrees between -${most} and ${most}, such as 37.57`,
    })
    .transform(Number);

/** `people.yaml`: by their ids. Only a name is required. */
export const peopleSchema = z.record(identifier, z.strictObject({ ...common, dates: dates.default({}) }));

/** `places.yaml`, the same. */
export const placesSchema = z.record(
  identifier,
  z.strictObject({
    ...common,
    coordinates: z.strictObject({ latitude: degrees(90), longitude: degrees(180) }).exactOptional(),
  }),
);

export type PersonEntry = z.output<typeof peopleSchema>[string];
export type PlaceEntry = z.output<typeof placesSchema>[string];

/** As it is copied, in groups of four perhaps. */
function idIn(file: AuthorityFile) {
  const { pattern, example } = AUTHORITY_FILES[file];
  return text
    .transform((value) => value.replaceAll(' ', ''))
    .refine((value) => pattern.test(value), { error: `must be its identifier there, such as ${example}` })
    .exactOptional();
}

/** No name and password: whoever follows the link would send them along. */
function isSecureAddress(value: string): boolean {
  const address = webAddress(value);
  return address?.startsWith('https://') === true && new URL(address).username === '';
}
