import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { report } from './documents/report.ts';
import { telegram } from './documents/telegram.ts';
import { renderSpecimen, type Specimen } from './specimen.ts';

/** Writes the scans and transcriptions of the specimen archive; descriptions and translations are left alone. */
const SPECIMENS: readonly Specimen[] = [telegram, report];

const root = fileURLToPath(new URL('../../', import.meta.url));
let total = 0;
for (const specimen of SPECIMENS) {
  for await (const { path, bytes } of renderSpecimen(specimen)) {
    const file = join(root, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, bytes);
    total += bytes.length;
    console.log(`${path}  ${Math.ceil(bytes.length / 1024)} kB`);
  }
}
console.log(`${(total / 1e6).toFixed(1)} MB in all`);
