import { parse as parsePath } from 'node:path';
import type { Problem, ProblemCode } from '../model/problem.ts';
import { TEXT_ROLES, type TextRecord } from '../model/text.ts';
import { makeIdentifier } from '../language/slug.ts';
import type { TextEntry } from './document-schema.ts';

/** A text before its files are read. `files`: names in the document's folder, folders opened out. */
export type PlannedText = { record: TextRecord; files: readonly string[]; pages?: readonly string[] };

export type TextList = { texts: PlannedText[]; problems: Problem[] };

/** Files and folders of the document's folder; folders with their files, in natural order. */
export type TextFolder = {
  /** Archive-relative, `manifests/...`. */
  path: string;
  files: readonly string[];
  folders: ReadonlyMap<string, readonly string[]>;
};

/** What is before a file's ending, or a folder's whole name. */
const NAMED =
  /^(transcription|translation|transliteration|notes)\.([A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*)(?:\.[^.]+)?$/;
const OWN_FILES = /^(document\.yaml|alignment\.yaml|README(\.\w+)?)$/i;

/** The texts of a document: as document.yaml lists them, else those whose files are named by role and language. */
export function listTexts(entries: readonly TextEntry[] | undefined, folder: TextFolder): TextList {
  const problems: Problem[] = [];
  const texts = entries === undefined ? namedTexts(folder) : entries.map(listedText);
  const unique = texts.filter((text, index) => isFirst(text, index));
  const used = new Set(texts.flatMap(({ files }) => files));
  for (const file of [
    ...folder.files,
    ...[...folder.folders].flatMap(([name, files]) => files.map((file) => `${name}/${file}`)),
  ]) {
    if (!used.has(file) && !OWN_FILES.test(file)) {
      report('warning', 'file-unused', file, 'No text of the document names this file.');
    }
  }
  return { texts: withOriginals(unique), problems };

  function listedText({ files, pages, id, translationOf, label, rights, ...rest }: TextEntry): PlannedText {
    return {
      record: {
        id: id ?? makeIdentifier(parsePath(files[0] ?? rest.role).name),
        ...rest,
        ...(translationOf === undefined ? {} : { translationOf }),
        ...(label === undefined ? {} : { label }),
        ...(rights === undefined ? {} : { rights }),
      },
      files: files.flatMap((file) => opened(file)),
      ...(pages === undefined ? {} : { pages }),
    };
  }

  /** A folder stands for its files. */
  function opened(name: string): string[] {
    const inner = folder.folders.get(name.replace(/\/$/, ''));
    if (inner !== undefined) return inner.map((file) => `${name.replace(/\/$/, '')}/${file}`);
    if (folder.files.includes(name)) return [name];
    report('error', 'file-missing', 'document.yaml', `There is no file ${folder.path}/${name}.`, name);
    return [];
  }

  function isFirst({ record }: PlannedText, index: number): boolean {
    if (texts.findIndex((other) => other.record.id === record.id) === index) return true;
    report(
      'error',
      'id-duplicate',
      'document.yaml',
      `Two texts have the id "${record.id}"; the second is left out.`,
    );
    return false;
  }

  /** A translation translates what it says, else the first transcription. */
  function withOriginals(all: readonly PlannedText[]): PlannedText[] {
    const original = all.find(({ record }) => record.role === 'transcription')?.record.id;
    return all.map((text) => {
      const { role, id, translationOf } = text.record;
      if (translationOf === undefined) {
        return role === 'transcription' || original === undefined
          ? text
          : { ...text, record: { ...text.record, translationOf: original } };
      }
      if (translationOf !== id && all.some(({ record }) => record.id === translationOf)) return text;
      report(
        'error',
        'reference-unknown',
        'document.yaml',
        `The text "${id}" is said to translate "${translationOf}", which is no other text of this document.`,
        'translationOf',
      );
      const { translationOf: _, ...record } = text.record;
      return { ...text, record };
    });
  }

  function report(
    severity: Problem['severity'],
    code: ProblemCode,
    file: string,
    message: string,
    at?: string,
  ): void {
    problems.push({
      severity,
      code,
      file: `${folder.path}/${file}`,
      message,
      ...(at === undefined ? {} : { at }),
    });
  }
}

function namedTexts(folder: TextFolder): PlannedText[] {
  const named = [
    ...folder.files.map((name) => ({ stem: parsePath(name).name, files: [name] })),
    ...[...folder.folders].map(([name, files]) => ({
      stem: name,
      files: files.map((file) => `${name}/${file}`),
    })),
  ];
  return TEXT_ROLES.flatMap((role) =>
    named.flatMap(({ stem, files }): PlannedText[] => {
      const [, itsRole, language] = NAMED.exec(stem) ?? [];
      if (itsRole !== role || language === undefined) return [];
      const id = makeIdentifier(stem);
      return [{ record: { id, role, language, contributors: [], origin: 'human', status: 'draft' }, files }];
    }),
  );
}
