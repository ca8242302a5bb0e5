import { toAlto, type AltoPage } from './alto.ts';
import { drawPicture } from './picture.ts';
import type { Sheet } from './sheet.ts';
import { typeSheet, type TypedBlock } from './typing.ts';

/** A document of the specimen archive: what is drawn here. What is said about it stands in its document.yaml. */
export type Specimen = {
  /** Below `manifests/` and `images/`. */
  folder: string;
  language: string;
  leaves: readonly Leaf[];
  /** One transcription for the whole document, or one for each page. */
  transcription: 'one-file' | 'file-per-page';
};

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
}: Specimen): AsyncGenerator<SpecimenFile> {
  const pages: (AltoPage & { image: string })[] = [];
  for (const { sheet, image, number } of leaves) {
    const blocks = typeSheet(sheet);
    pages.push({ page: sheet.page, number, size: sheet.size, blocks, image });
    yield { path: `images/${folder}/${image}`, bytes: await renderLeaf(sheet, blocks, image) };
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
