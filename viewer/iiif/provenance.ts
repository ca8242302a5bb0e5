import { isRecord, recordsOf, stringsOf } from './json.ts';
import { inLanguage, type Wording } from './language-map.ts';
import { metadataOf, type Field } from './offers.ts';
import { webAddress } from './uri.ts';

const ROLES = ['transcription', 'translation', 'transliteration', 'notes'] as const;
const ORIGINS = ['human', 'ocr', 'machine-translation'] as const;
const STATUSES = ['draft', 'reviewed', 'published'] as const;

/** Where the words of a text come from and how far they can be trusted, as far as its collection says so. */
export type Provenance = {
  label: Wording | undefined;
  role: (typeof ROLES)[number] | undefined;
  origin: (typeof ORIGINS)[number] | undefined;
  status: (typeof STATUSES)[number] | undefined;
  contributors: readonly { name: Wording; role: string }[];
  revision: number | undefined;
  /** Milliseconds since 1970. */
  revised: number | undefined;
  /** An address on the web. */
  rights: string | undefined;
  /** What it says for people: of use where it says nothing in terms that are known. */
  metadata: readonly Field[];
};

const MOST_CONTRIBUTORS = 50;

/** Of an AnnotationCollection (Presentation 3 §5.8) or an `sc:Layer`; undefined for what is no resource at all. */
export function provenanceOf(json: unknown, language: string): Provenance | undefined {
  if (!isRecord(json)) return undefined;
  const { revision, revised } = json;
  const time = typeof revised === 'string' ? Date.parse(revised) : NaN;
  return {
    label: inLanguage(json.label, language),
    role: ROLES.find((role) => role === json.role),
    origin: ORIGINS.find((origin) => origin === json.origin),
    status: STATUSES.find((status) => status === json.status),
    contributors: recordsOf(json.contributor)
      .slice(0, MOST_CONTRIBUTORS)
      .flatMap((agent) => {
        const name = inLanguage(agent.label, language);
        return name === undefined ? [] : [{ name, role: stringsOf(agent.role)[0] ?? '' }];
      }),
    revision:
      typeof revision === 'number' && Number.isInteger(revision) && revision > 0 ? revision : undefined,
    revised: Number.isNaN(time) ? undefined : time,
    rights: [...stringsOf(json.rights), ...stringsOf(json.license)]
      .map(webAddress)
      .find((term) => term !== undefined),
    metadata: metadataOf(json, language),
  };
}

/** Whether it says anything in the terms that are known. */
export function isTold({ role, origin, status }: Provenance): boolean {
  return role !== undefined || origin !== undefined || status !== undefined;
}
