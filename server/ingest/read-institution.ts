import { join } from 'node:path';
import { parseHtml } from '../formats/html.ts';
import { Failure } from '../model/failure.ts';
import type { Institution, MarkedParagraph, MarkedWords } from '../model/institution.ts';
import type { ParsedProblem } from '../model/parsed-text.ts';
import type { Problem } from '../model/problem.ts';
import type { Store } from '../store/store.ts';
import { institutionSchema, type InstitutionEntry } from './institution-schema.ts';
import { listFolder } from './list-folder.ts';
import { readLogo, type ReadLogo } from './read-logo.ts';
import { webAddress } from '../../viewer/iiif/uri.ts';
import { openYaml, readYaml, readYamlFile } from './yaml-file.ts';

const FILE = 'institution.yaml';

/**
 * Brings the store up to `institution.yaml` and the logo that it names. A mistake in it changes nothing: what was
 * there before stays. Without the file the catalogue is nobody's in particular.
 *
 * @param archive the folder with `manifests/` and `images/`.
 */
export async function readInstitution(archive: string, store: Store): Promise<Problem[]> {
  // Where the folder itself cannot be read, the tree of the archive has said so.
  const listing = await listFolder(archive, archive).catch(() => undefined);
  if (listing === undefined) return [];
  if (listing.outside.includes(FILE)) {
    const message = 'This link leads out of the archive and is not followed.';
    return [{ severity: 'error', code: 'file-unused', file: FILE, message }];
  }
  if (!listing.files.includes(FILE)) {
    await store.putInstitution(undefined);
    return [];
  }
  const problems = await readFile(archive, store).catch((error: unknown): ParsedProblem[] => {
    if (!(error instanceof Failure) || error.code !== 'file-unreadable') throw error;
    return [{ severity: 'error', code: 'file-unreadable', message: error.reason }];
  });
  return problems.map((problem) => ({ ...problem, file: FILE }));
}

async function readFile(archive: string, store: Store): Promise<ParsedProblem[]> {
  const source = await readYamlFile(join(archive, FILE));
  const { value: entry, problems } = readYaml(source, institutionSchema);
  if (entry === undefined) return problems;
  const lineOf = linesOf(source);
  const refused: ParsedProblem[] = [];
  const warnings: ParsedProblem[] = [];
  const refuse = (key: string, wrong: string) =>
    refused.push({
      severity: 'error',
      code: 'yaml-bad-value',
      line: lineOf(key),
      at: key,
      message: `"${key}": ${wrong}.`,
    });

  const marked = (key: 'footer' | 'imprint' | 'home'): MarkedWords | undefined => {
    const words = entry[key];
    if (words === undefined) return undefined;
    const byLanguage = Object.entries(words).map(([language, text]): [string, MarkedParagraph[]] => {
      const read = paragraphsOf(text);
      if ('wrong' in read) refuse(key, read.wrong);
      else {
        for (const { message } of read.problems) {
          warnings.push({ severity: 'warning', code: 'html-removed', line: lineOf(key), at: key, message });
        }
        return [language, read.paragraphs];
      }
      return [language, []];
    });
    return Object.fromEntries(byLanguage);
  };
  const logo = entry.logo === undefined ? undefined : await readLogo(archive, entry.logo);
  if (logo !== undefined && 'wrong' in logo) refuse('logo', logo.wrong);
  const institution = institutionOf(entry, logo, {
    footer: marked('footer'),
    imprint: addressOf(entry.imprint) === undefined ? marked('imprint') : undefined,
    home: marked('home'),
  });
  if (refused.length > 0) return refused;
  await store.putInstitution(institution, logo !== undefined && 'bytes' in logo ? logo.bytes : undefined);
  return warnings;
}

type Marked = Record<'footer' | 'imprint' | 'home', MarkedWords | undefined>;

function institutionOf(
  { name, link, colours, imprint }: InstitutionEntry,
  logo: ReadLogo | { wrong: string } | undefined,
  marked: Marked,
): Institution {
  const url = addressOf(imprint);
  return {
    name,
    ...(logo === undefined || 'wrong' in logo ? {} : { logo: logo.logo }),
    ...(link === undefined ? {} : { link }),
    ...(colours === undefined ? {} : { accent: colours.accent }),
    ...(marked.footer === undefined ? {} : { footer: marked.footer }),
    ...(url === undefined ? {} : { imprint: { kind: 'address', url } }),
    ...(marked.imprint === undefined ? {} : { imprint: { kind: 'page', words: marked.imprint } }),
    ...(marked.home === undefined ? {} : { home: marked.home }),
  };
}

/** The imprint's address where it stands elsewhere: then nothing but that is written. */
function addressOf(imprint: InstitutionEntry['imprint']): string | undefined {
  const [[language, words] = [], ...more] = Object.entries(imprint ?? {});
  return language === 'none' && words !== undefined && more.length === 0 ? webAddress(words) : undefined;
}

/**
 * Words with their inline markup cleaned, as those of a translation are; an empty line begins a paragraph. They have
 * no pages: `(p. 12)` is where something is to be read.
 */
function paragraphsOf(
  text: string,
): { paragraphs: MarkedParagraph[]; problems: readonly ParsedProblem[] } | { wrong: string } {
  const html = `<meta charset="utf-8">${text.replace(/\n[^\S\n]*\n\s*/g, '<br><br>')}`;
  try {
    const { sheets, problems } = parseHtml(Buffer.from(html), { pageMarks: false });
    const paragraphs = sheets
      .flatMap(({ segments }) => segments)
      .map(({ value, html: markup, form }) => ({
        value,
        ...(markup === undefined ? {} : { html: markup }),
        ...(form === 'heading' || form === 'item' ? { form } : {}),
      }));
    return paragraphs.length === 0 ? { wrong: 'has no words in it' } : { paragraphs, problems };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { wrong: error.reason };
  }
}

/** 1-based, of a key at the top. */
function linesOf(source: string): (key: string) => number {
  const opened = openYaml(source);
  return (key) => ('problem' in opened ? 1 : opened.lineOf([key]));
}
