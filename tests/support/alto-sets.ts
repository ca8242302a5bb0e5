import { copyFileSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from './temporary-folder.ts';

/** A set of real ALTO files and, if it has them, their scans. */
export type AltoSet = {
  set: string;
  pages: number;
  /** Folders within it, where they are not the set itself. */
  alto?: string;
  scans?: string;
};

export const ALTO_SETS: readonly AltoSet[] = [
  { set: 'ehri-danish-report-1941-da', pages: 6 },
  { set: 'ehri-us-dispatch-1939-en', pages: 10 },
  { set: 'ehri-nisko-letter-1939-de', pages: 4 },
  { set: 'tapus-delatre-letter-1858-fr', pages: 4 },
  { set: 'tapus-journal-1914-fr', pages: 9 },
  { set: 'lectaurep-register-fr', pages: 2 },
  { set: 'poilus-wills-fr', pages: 8 },
];

/** Further sets: their ALTO names no picture that is there, or there is none. */
export const OTHER_ALTO_SETS: readonly AltoSet[] = [
  {
    set: 'ocrd-kant-1784-mets-alto-page-de',
    pages: 2,
    alto: 'OCR-D-GT-ALTO',
    scans: 'OCR-D-IMG',
  },
  { set: 'slub-kitodo-mets-alto', pages: 6, alto: 'FULLTEXT' },
];

/** An archive with one document, `set`, as an institution would make it of a set: its scans, and one text. */
export function archiveOfSet(folder: string, { pages, alto = '', scans = '' }: AltoSet): string {
  const archive = temporaryFolder();
  const [manifests, images] = [join(archive, 'manifests/set'), join(archive, 'images/set')];
  mkdirSync(join(manifests, 'alto'), { recursive: true });
  mkdirSync(images, { recursive: true });
  const held = readdirSync(join(folder, scans)).filter((name) => /\.(jpg|tif)$/.test(name));
  for (const name of held) copyFileSync(join(folder, scans, name), join(images, name));
  for (const name of readdirSync(join(folder, alto)).filter((each) => each.endsWith('.xml')))
    copyFileSync(join(folder, alto, name), join(manifests, 'alto', name));
  const leaves = Array.from({ length: pages }, (_, index) => `{ id: "${index + 1}", missing: true }`);
  writeFileSync(
    join(manifests, 'document.yaml'),
    [
      'title: Set',
      ...(held.length > 0 ? [] : [`pages: [${leaves.join(', ')}]`]),
      'texts: [{ id: transcription, role: transcription, language: und, files: [alto] }]',
    ].join('\n'),
  );
  return archive;
}
