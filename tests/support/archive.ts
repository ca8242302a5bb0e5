import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import sharp from 'sharp';

/** Writes files by their archive-relative paths; `picture(...)` makes one to write. */
export async function writeArchive(
  folder: string,
  files: Record<string, string | Uint8Array>,
): Promise<string> {
  await mkdir(join(folder, 'manifests'), { recursive: true });
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  return folder;
}

/** A JPEG of one colour; two of different colours are different files. */
export function picture(width: number, height: number, background = '#ddccaa'): Promise<Uint8Array> {
  return sharp({ create: { width, height, channels: 3, background } })
    .jpeg()
    .toBuffer();
}

/** One page of ALTO 4 with a line for each text, 40 high, 60 apart, from x 100. */
export function altoPage(
  width: number,
  height: number,
  lines: readonly (readonly [id: string, value: string])[],
): string {
  const textLines = lines.map(
    ([id, value], index) =>
      `<TextLine ID="${id}" HPOS="100" VPOS="${100 + index * 60}" WIDTH="${width - 200}" HEIGHT="40">` +
      `<String CONTENT="${value}" HPOS="100" VPOS="${100 + index * 60}" WIDTH="${width - 200}" HEIGHT="40"/></TextLine>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<alto xmlns="http://www.loc.gov/standards/alto/ns-v4#"><Layout>
<Page ID="p" PHYSICAL_IMG_NR="1" WIDTH="${width}" HEIGHT="${height}"><PrintSpace>
<TextBlock ID="b">${textLines.join('\n')}</TextBlock>
</PrintSpace></Page></Layout></alto>`;
}
