import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SPECIMENS } from './documents/specimens.ts';
import { renderSpecimen, truthsOf, type SpecimenFile } from './specimen.ts';

/**
 * Writes the scans and transcriptions of the specimen archive, the translations that were written sentence by sentence,
 * and what renders what. Descriptions and all other translations are left alone.
 */
const root = fileURLToPath(new URL('../../', import.meta.url));
let total = 0;
for (const specimen of SPECIMENS) {
  for await (const file of renderSpecimen(specimen)) await write(file);
  for (const file of truthsOf(specimen, (path) => readFileSync(join(root, path), 'utf8'))) await write(file);
}
console.log(`${(total / 1e6).toFixed(1)} MB in all`);

async function write({ path, bytes }: SpecimenFile): Promise<void> {
  const file = join(root, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, bytes);
  total += bytes.length;
  console.log(`${path}  ${Math.ceil(bytes.length / 1024)} kB`);
}
