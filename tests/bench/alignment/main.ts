import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { alignSentences } from '../../../server/alignment/align-sentences.ts';
import { seededRandom } from '../../../scripts/specimens/random.ts';
import { isRight, joins, lax, pairingOf, strict, sum, tally, type Score, type Tally } from './bead-score.ts';
import { openSqliteStore } from '../../../server/store/sqlite/sqlite-store.ts';
import { ingestOnce } from '../../support/test-app.ts';
import { scoreSpecimens, type Counts } from './specimens.ts';
import { readTeiParagraphs } from './tei-paragraphs.ts';
import { readTriples, type Triple } from './triples.ts';

/** `npm run bench:alignment`: how well alignment does. With a folder: the triples in it alone, and a line of JSON. */
const [folder] = process.argv.slice(2);
const say = (line = '') => process.stdout.write(`${line}\n`);

function scoreFolder(path: string): void {
  const all = sum(readTriples(path).map((triple) => told(triple.name, tallyOf(triple))));
  told('all', all);
  const { precision, recall, f1 } = strict(all);
  say(JSON.stringify({ strictP: precision, strictR: recall, strictF1: f1 }));
}

async function whole(): Promise<void> {
  const root = process.env.DIPTYCH_TEST_DATA ?? join(import.meta.dirname, '../../../../shared/data');
  const dev = join(root, 'align-textberg-dev-de-fr');
  if (!existsSync(dev)) {
    say('DIPTYCH_TEST_DATA names no folder with align-textberg-dev-de-fr, which this is measured on.');
    return;
  }
  say('Sentences of German and French yearbooks (Text+Berg); to reach: strict F1 0.87');
  const triples = readTriples(dev);
  told('lengths alone', sum(triples.map((triple) => tallyOf(triple, nothingButLength))));
  told('lengths and anchors', sum(triples.map((triple) => tallyOf(triple))));
  say();
  say('How often links of each confidence are right');
  for (const line of reliability(triples)) say(line);
  for (const set of ['tei-mondriaan-letters-nl-en', 'tei-qhod-protocols-ota-en']) {
    say();
    say(`Paragraphs of ${set}; to reach: 0.98`);
    const language = /-([a-z]+)-en$/.exec(set)?.[1] ?? 'und';
    told('all', sum(readTeiParagraphs(join(root, set)).map((letter) => tallyOfLetter(letter, language))));
  }
  say();
  say('Ten thousand sentences and their translations');
  speed(triples);
  say();
  say(
    'Specimens, by characters that are linked rightly and strictly by groups; to reach: 0.97 by characters',
  );
  for (const line of await specimens()) say(line);
}

function tallyOf({ german, french, truth }: Triple, change = (sentence: string) => sentence): Tally {
  return tally(aligned(german.map(change), french.map(change)).map(pairingOf), truth());
}

function aligned(german: readonly string[], french: readonly string[]) {
  return alignSentences({ language: 'de', sentences: german }, { language: 'fr', sentences: french }).beads;
}

/** What is left of a sentence for Gale and Church. */
function nothingButLength(sentence: string): string {
  return 'x'.repeat(sentence.replace(/\s+/g, '').length);
}

function tallyOfLetter(
  { original, translation, truth }: ReturnType<typeof readTeiParagraphs>[number],
  language: string,
): Tally {
  const { beads } = alignSentences(
    { language, sentences: original },
    { language: 'en', sentences: translation },
  );
  return tally(beads.map(pairingOf), truth);
}

function reliability(triples: readonly Triple[]): string[] {
  const beads = triples.flatMap(({ german, french, truth }) => {
    const known = truth();
    return aligned(german, french)
      .map((bead) => ({ pairing: pairingOf(bead), confidence: bead.confidence }))
      .filter(({ pairing }) => joins(pairing))
      .map(({ pairing, confidence }) => ({ confidence, right: isRight(pairing, known) }));
  });
  return STEPS.map(([from, to]) => {
    const within = beads.filter(({ confidence }) => confidence >= from && confidence < to);
    const right = within.filter((bead) => bead.right).length / Math.max(1, within.length);
    return `  ${from.toFixed(2)} to ${Math.min(1, to).toFixed(2)}   ${String(within.length).padStart(5)} links   right ${right.toFixed(3)}`;
  });
}

const STEPS = [
  [0.95, 1.01],
  [0.9, 0.95],
  [0.8, 0.9],
  [0.7, 0.8],
  [0.5, 0.7],
  [0, 0.5],
] as const;

/** Of specimens, where it is known to the letter what renders what, and what their links cost. */
async function specimens(): Promise<string[]> {
  const root = join(import.meta.dirname, '../../..');
  const folder = mkdtempSync(join(tmpdir(), 'diptych-bench-'));
  const store = openSqliteStore(':memory:');
  try {
    const started = performance.now();
    await ingestOnce(root, folder, store);
    const took = performance.now() - started;
    const linked = performance.now();
    const scores = await scoreSpecimens(store);
    const linking = performance.now() - linked;
    // One was linked by hand line by line, where sentences are no units: told, and not summed.
    const summed = scores.filter(({ name }) => !name.includes('.'));
    return [
      ...scores.map(({ name, strict: groups, characters }) => specimenLine(name, groups, characters)),
      specimenLine(
        'all by sentence',
        added(summed.map((one) => one.strict)),
        added(summed.map(({ characters }) => characters)),
      ),
      `  ingest of the specimens ${(took / 1000).toFixed(1)} s, of which linking at most ${(linking / 1000).toFixed(1)} s: ${(took / (took - linking)).toFixed(2)} times as long as without; to stay below: 1.3`,
    ];
  } finally {
    await store.close();
    rmSync(folder, { recursive: true });
  }
}

function specimenLine(name: string, groups: Counts, characters: Counts): string {
  return `  ${name.padEnd(30)}characters ${f1Of(characters).toFixed(3)}   strict ${f1Of(groups).toFixed(3)}   (${groups.wanted} groups)`;
}

function f1Of({ right, found, wanted }: Counts): number {
  return found + wanted === 0 ? 0 : (2 * right) / (found + wanted);
}

function added(all: readonly Counts[]): Counts {
  return all.reduce((sum, one) => ({
    right: sum.right + one.right,
    found: sum.found + one.found,
    wanted: sum.wanted + one.wanted,
  }));
}

/** The same text again and again, with a name of its own in every fourth pair, as long texts have them. */
function speed(triples: readonly Triple[]): void {
  const random = seededRandom(1993);
  const name = () => Array.from({ length: 8 }, () => LETTERS.charAt(Math.floor(random.next() * 18))).join('');
  const [german, french]: [string[], string[]] = [[], []];
  while (german.length < 10_000) {
    for (const triple of triples) {
      const [left, right] = [[...triple.german], [...triple.french]];
      for (const { source, target } of triple.truth()) {
        const [at = -1, other = -1] = [source[0], target[0]];
        if (source.length !== 1 || target.length !== 1 || random.next() > 0.25) continue;
        const own = name();
        left[at] = `${left[at] ?? ''} ${own}`;
        right[other] = `${right[other] ?? ''} ${own}`;
      }
      german.push(...left);
      french.push(...right);
    }
  }
  const started = process.cpuUsage();
  const beads = aligned(german.slice(0, 10_000), french);
  const { user, system } = process.cpuUsage(started);
  say(`  ${german.length} and ${french.length} sentences, ${beads.length} beads`);
  say(
    `  ${((user + system) / 1e6).toFixed(1)} s of one core, ${(process.resourceUsage().maxRSS / 1000).toFixed(0)} MB at most`,
  );
}

const LETTERS = 'bdfgklmnprstvaeiou';

function told(what: string, of: Tally): Tally {
  const line = ({ precision, recall, f1 }: Score) =>
    `P ${precision.toFixed(3)} R ${recall.toFixed(3)} F1 ${f1.toFixed(3)}`;
  say(`  ${what.padEnd(20)}strict ${line(strict(of))}   lax ${line(lax(of))}   (${of.wanted} beads)`);
  return of;
}

if (folder === undefined) await whole();
else scoreFolder(folder);
