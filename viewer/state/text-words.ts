import type { Provenance } from '../iiif/provenance.ts';
import type { Text } from '../iiif/text.ts';
import { dateWords, languageName, say, type MessageKey } from '../messages/messages.ts';

const ROLES = {
  transcription: 'roleTranscription',
  translation: 'roleTranslation',
  transliteration: 'roleTransliteration',
  notes: 'roleNotes',
} as const satisfies Record<NonNullable<Provenance['role']>, MessageKey>;

const ORIGINS = {
  human: 'originHuman',
  ocr: 'originOcr',
  'machine-translation': 'originMachine',
} as const satisfies Record<NonNullable<Provenance['origin']>, MessageKey>;

const STATUSES = {
  draft: 'statusDraft',
  reviewed: 'statusReviewed',
  published: 'statusPublished',
} as const satisfies Record<NonNullable<Provenance['status']>, MessageKey>;

/** Roles of people that our words are known for; any other stands as the record has it. */
const PEOPLE = new Map<string, MessageKey>([
  ['translator', 'agentTranslator'],
  ['transcriber', 'agentTranscriber'],
  ['editor', 'agentEditor'],
  ['author', 'agentAuthor'],
]);

export function roleWords({ role }: Provenance): string {
  return role === undefined ? say('text') : say(ROLES[role]);
}

export function originWords({ origin }: Provenance): string | undefined {
  return origin === undefined ? undefined : say(ORIGINS[origin]);
}

/** What a machine made and nobody has looked at says so; a draft of a person is a draft. */
export function statusWords({ status, origin }: Provenance): string | undefined {
  if (status === 'draft' && origin !== undefined && origin !== 'human') return say('statusUnreviewed');
  return status === undefined ? undefined : say(STATUSES[status]);
}

const MEANINGS = {
  draft: 'meaningDraft',
  reviewed: 'meaningReviewed',
  published: 'meaningPublished',
} as const satisfies Record<NonNullable<Provenance['status']>, MessageKey>;

/**
 * What a status means, in a sentence. Who has checked a text is known where somebody is named for just that; no date of it
 * is kept anywhere, for that of a revision is when its words were read.
 */
export function statusMeaning(provenance: Provenance): string | undefined {
  const { status, origin, contributors } = provenance;
  if (status === undefined) return undefined;
  if (status === 'draft' && origin !== undefined && origin !== 'human') return say('meaningUnreviewed');
  const meaning = say(MEANINGS[status]);
  if (status !== 'reviewed') return meaning;
  const reviewers = contributors
    .filter(({ role }) => REVIEWER.test(role))
    .map(({ name }) => name.values.join(', '));
  const by =
    reviewers.length === 0 ? say('reviewerUnknown') : say('reviewedBy', { names: reviewers.join('; ') });
  return `${meaning} ${by}`;
}

const REVIEWER = /^(?:reviewer|reviser|checker|proof-?reader|рецензент|корректор)$/iu;

/** Who made it; where people did and none is named, just that. */
export function makerWords(provenance: Provenance): string | undefined {
  const words = contributorWords(provenance);
  if (words !== '') return words;
  return provenance.origin === 'human' ? say('nobodyNamed') : undefined;
}

export function contributorWords({ contributors }: Provenance): string {
  return contributors
    .map(({ name, role }) => {
      const key = PEOPLE.get(role.toLowerCase());
      const shown = key === undefined ? role : say(key);
      return shown === '' ? name.values.join(', ') : `${name.values.join(', ')} (${shown})`;
    })
    .join('; ');
}

export function revisionWords({ revision, revised }: Provenance): string | undefined {
  if (revision === undefined) return undefined;
  return revised === undefined
    ? say('revision', { number: revision })
    : say('revisionSince', { number: revision, date: dateWords(revised) });
}

/** `Translation, English`. */
export function kindWords(provenance: Provenance | undefined, { language }: Pick<Text, 'language'>): string {
  const role = provenance === undefined ? say('text') : roleWords(provenance);
  return language === '' ? role : `${role}, ${languageName(language)}`;
}

/** In a line: who made it, how, and how far it is. */
export function provenanceWords(provenance: Provenance): string {
  const { origin } = provenance;
  return [
    contributorWords(provenance),
    origin === 'human' ? undefined : originWords(provenance),
    statusWords(provenance),
    revisionWords(provenance),
  ]
    .filter((part) => part !== undefined && part !== '')
    .join('; ');
}

/** How segments of a text are linked with its original: of how many who says so. Undefined where nothing is linked. */
export function linkWords({ segments }: Text): string | undefined {
  const linked = segments.filter(({ renders }) => renders.length > 0);
  const guessed = linked.filter(({ isGuess }) => isGuess === true).length;
  if (linked.length === 0) return undefined;
  if (guessed === 0) return say('linksByPeople');
  if (guessed === linked.length) return say('linksByMachine');
  return say('linksMixed', { count: linked.length, number: linked.length - guessed });
}
