import { describe, expect, it } from 'vitest';
import { documentSchema } from '../../../server/ingest/document-schema.ts';
import { listTexts } from '../../../server/ingest/text-list.ts';
import { readYaml } from '../../../server/ingest/yaml-file.ts';

const list = (yaml: string, files: string[], folders: [string, string[]][] = []) =>
  listTexts(readYaml(`title: A\n${yaml}`, documentSchema).value?.texts, {
    path: 'manifests/d',
    files: ['document.yaml', ...files],
    folders: new Map(folders),
  });

describe('texts that nobody listed', () => {
  it('are the files named by role and language, translations of the transcription', () => {
    const { texts, problems } = list('', [
      'transcription.ru.xml',
      'translation.en.html',
      'translation.en.smith.txt',
    ]);
    expect(problems).toEqual([]);
    expect(
      texts.map(({ record, files }) => [
        record.id,
        record.role,
        record.language,
        record.translationOf,
        files,
      ]),
    ).toEqual([
      ['transcription-ru', 'transcription', 'ru', undefined, ['transcription.ru.xml']],
      ['translation-en', 'translation', 'en', 'transcription-ru', ['translation.en.html']],
      ['translation-en-smith', 'translation', 'en', 'transcription-ru', ['translation.en.smith.txt']],
    ]);
  });

  it('may be folders of files', () => {
    const { texts } = list('', [], [['transcription.de', ['1.xml', '2.xml']]]);
    expect(texts[0]).toMatchObject({
      record: { id: 'transcription-de' },
      files: ['transcription.de/1.xml', 'transcription.de/2.xml'],
    });
  });

  it('leave out a file of another name, and say so', () => {
    const { texts, problems } = list('', ['notes.docx', 'README.md']);
    expect(texts).toEqual([]);
    expect(problems).toMatchObject([{ code: 'file-unused', file: 'manifests/d/notes.docx' }]);
  });
});

describe('texts that document.yaml lists', () => {
  it('are as it says, and translate the first transcription unless it says more', () => {
    const { texts } = list(
      `texts:
  - { id: ru, role: transcription, language: ru, files: [alto], origin: ocr, status: draft }
  - { id: en-a, role: translation, language: en, files: [a.html], contributors: [{ name: A. Specimen, role: translator }] }
  - { id: de, role: translation, translationOf: en-a, language: de, files: [de.txt], pages: ["705"] }`,
      ['a.html', 'de.txt'],
      [['alto', ['1.xml']]],
    );
    expect(texts.map(({ record }) => [record.id, record.translationOf])).toEqual([
      ['ru', undefined],
      ['en-a', 'ru'],
      ['de', 'en-a'],
    ]);
    expect(texts[0]?.files).toEqual(['alto/1.xml']);
    expect(texts[2]?.pages).toEqual(['705']);
  });

  it('report files that are not there, ids given twice and originals that nobody knows', () => {
    const { texts, problems } = list(
      `texts:
  - { id: ru, role: transcription, language: ru, files: [x.xml] }
  - { id: ru, role: notes, language: ru, files: [n.txt] }
  - { id: en, role: translation, translationOf: fr, language: en, files: [n.txt] }`,
      ['n.txt'],
    );
    expect(problems.map(({ code }) => code).sort()).toEqual([
      'file-missing',
      'id-duplicate',
      'reference-unknown',
    ]);
    expect(texts.map(({ record }) => record.id)).toEqual(['ru', 'en']);
  });
});
