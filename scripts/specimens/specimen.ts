import { basename } from 'node:path';
import { toAlto, type AltoPage } from './alto.ts';
import type { Group, Passage } from './passage.ts';
import { drawPicture } from './picture.ts';
import type { Sheet } from './sheet.ts';
import { toHtml } from './translation.ts';
import { linesRendered, locate, type PlacedLine, type Truth } from './truth.ts';
import { typeSheet, type TypedBlock } from './typing.ts';

/** A document of the specimen archive: what is drawn here. What is said about it stands in its document.yaml. */
export type Specimen = {
  /** Below `manifests/` and `images/`. */
  folder: string;
  language: string;
  leaves: readonly Leaf[];
  /** One transcription for the whole document, or one for each page. */
  transcription: 'one-file' | 'file-per-page';
  /** A translation that is made of the same sentences as the original, and written with it. */
  translation?: { file: string; title: string; passages: readonly Passage[] };
  alignments?: readonly Alignment[];
};

/** What is known of which sentences render which. */
export type Alignment = {
  /** Ids of the texts in document.yaml. */
  original: string;
  rendering: string;
  /** Of the file that tells it; the document's id unless the document has several. */
  name?: string;
} & ({ by: 'sentences'; groups: readonly Group[] } | { by: 'lines'; linkedIn: string });

export type Leaf = {
  sheet: Sheet;
  /** Name of the scan's file; its ending says the format. */
  image: string;
  /** From 1; lost leaves count. */
  number: number;
};

export type SpecimenFile = { path: string; bytes: Uint8Array | string };

/** Draws and transcribes the document, file by file, with paths from the archive's root. */
export async function* renderSpecimen({
  folder,
  language,
  leaves,
  transcription,
  translation,
}: Specimen): AsyncGenerator<SpecimenFile> {
  const pages: (AltoPage & { image: string })[] = [];
  for (const { sheet, image, number } of leaves) {
    const blocks = typeSheet(sheet);
    pages.push({ page: sheet.page, number, size: sheet.size, blocks, image });
    yield { path: `images/${folder}/${image}`, bytes: await renderLeaf(sheet, blocks, image) };
  }
  if (translation !== undefined) {
    const folios = leaves.map(({ sheet }) => sheet.page);
    const bytes = toHtml(translation.passages, translation.title, 'en', folios);
    yield { path: `manifests/${folder}/${translation.file}`, bytes };
  }
  const stem = `manifests/${folder}/transcription.${language}`;
  if (transcription === 'one-file') {
    yield { path: `${stem}.xml`, bytes: toAlto(pages, language) };
    return;
  }
  for (const page of pages) {
    yield { path: `${stem}.${page.page}.xml`, bytes: toAlto([page], language, page.image) };
  }
}

/**
 * The true alignments of a document, beside the bench that measures how much of them is found.
 *
 * @param read gives a file of the archive: links made by hand stand in their translation.
 */
export function* truthsOf(
  { folder, leaves, alignments = [] }: Specimen,
  read: (path: string) => string,
): Generator<SpecimenFile> {
  const lines = leaves.flatMap(({ sheet }) =>
    typeSheet(sheet).flatMap((block) =>
      block.lines.map(({ id, content }): PlacedLine => ({ id, page: sheet.page, content })),
    ),
  );
  const document = basename(folder);
  for (const alignment of alignments) {
    const { original, rendering, name = document } = alignment;
    const groups =
      alignment.by === 'sentences'
        ? locate(alignment.groups, lines)
        : linesRendered(read(`manifests/${folder}/${alignment.linkedIn}`), lines);
    const truth: Truth = { document, original, rendering, groups };
    yield { path: `${TRUTHS}/${name}.json`, bytes: `${JSON.stringify(truth, null, 2)}\n` };
  }
}

const TRUTHS = 'tests/bench/alignment/specimens';

/** The scan's file: an LZW or JPEG file would do, but scanners of archives write TIFF with JPEG inside, or JPEG. */
export async function renderLeaf(
  sheet: Sheet,
  blocks: readonly TypedBlock[],
  image: string,
): Promise<Uint8Array> {
  const picture = (await drawPicture(sheet, blocks)).withMetadata({ density: 200 });
  return image.endsWith('.tif')
    ? picture.tiff({ compression: 'jpeg', quality: 88, resolutionUnit: 'inch' }).toBuffer()
    : picture.jpeg({ quality: 86, mozjpeg: true }).toBuffer();
}
