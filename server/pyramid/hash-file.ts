import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';

/** SHA-256 of a file's bytes, in hexadecimal; read in parts, however large it is, all into the same memory. */
export async function hashFile(file: string): Promise<string> {
  const hash = createHash('sha256');
  const handle = await open(file);
  try {
    const part = Buffer.allocUnsafe(PART_LENGTH);
    for (let length = -1; length !== 0;) {
      ({ bytesRead: length } = await handle.read(part, 0, PART_LENGTH));
      hash.update(part.subarray(0, length));
    }
  } finally {
    await handle.close();
  }
  return hash.digest('hex');
}

const PART_LENGTH = 1 << 18;
