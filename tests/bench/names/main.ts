import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { corpusWords } from './corpus-words.ts';
import { density } from './density.ts';
import { score, type Pair, type Score } from './score.ts';
import { half, readVariants, type Form } from './variants.ts';

/**
 * `npm run bench:names`: how well names are found under other spellings. With a file: the list in it alone. The last line is
 * JSON in either case.
 */
const [file] = process.argv.slice(2);
const say = (line = '') => process.stdout.write(`${line}\n`);
const root = process.env.DIPTYCH_TEST_DATA ?? join(import.meta.dirname, '../../../../shared/data');
const WORDS = 5000;

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

function told(name: string, result: Score): void {
  say(name);
  say(`  recall ${percent(result.recall)}, with an authority record ${percent(result.recallWithAuthority)}`);
  say(`  with a record that lacks the form that is sought ${percent(result.recallLeaveOneOut)}`);
  say(`  precision ${percent(result.precision)}, false ${result.falseHits.length}`);
}

function toldWhole(result: Score): void {
  say('Found by pairs of schemes (asked-sought)');
  for (const [scheme, { found, wanted }] of result.schemes) {
    say(`  ${scheme.padEnd(16)} ${String(found).padStart(4)} of ${String(wanted).padStart(4)}`);
  }
  toldPairs('Missed', result.misses);
  toldPairs('False', result.falseHits);
}

function toldPairs(name: string, pairs: readonly Pair[]): void {
  say(`${name}: ${pairs.length}`);
  const byAsked = new Map<string, string[]>();
  for (const { asked, sought } of pairs) byAsked.set(asked, [...(byAsked.get(asked) ?? []), sought]);
  for (const [asked, sought] of byAsked) say(`  ${asked}: ${sought.join(', ')}`);
}

function run(): void {
  const path = file ?? join(root, 'name-variants/variants.json');
  if (!existsSync(path)) {
    say(`No ${path}; DIPTYCH_TEST_DATA names no folder with name-variants.`);
    return;
  }
  const words = corpusWords(root, WORDS);
  say(`${words.length} other words`);
  const result = score(readVariants(path), words);
  told('The list', result);
  toldWhole(result);
  if (file === undefined) {
    const more: Form[] = readVariants(join(import.meta.dirname, 'more-variants.json'));
    say();
    told('More, the half that was looked at', score(half(more, false), words));
    told('More, the half that was not', score(half(more, true), words));
    say();
    for (const line of density()) say(line);
  }
  const { recall, recallWithAuthority, precision } = result;
  say(JSON.stringify({ recall, recallWithAuthority, precision }));
}

run();
