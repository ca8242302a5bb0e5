import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';

/** Of every file, the first four bytes. Raised when files are laid out otherwise: old ones are then damaged ones. */
const MARK = Buffer.from('dpd1', 'latin1');

/** Mark, checksum, length of the name, length of the picture: 32 bits each. Then the name, then the picture. */
const HEAD_LENGTH = 16;

/** What the checksum covers begins after it. */
const CHECKED_FROM = 8;

/**
 * Where the picture of a name lies: `ab/abcd...`. The shard keeps folders small enough for any file system; a
 * hash, because names are of any length and hold slashes.
 */
export function derivativePath(folder: string, name: string): string {
  // Half of it is enough: two names of the same hash would only push each other out.
  const hash = createHash('sha256').update(name).digest('hex').slice(0, 32);
  return join(folder, hash.slice(0, 2), hash);
}

/** Whether a path below the folder, in two parts, may be a picture's. */
export function isDerivative(shard: string, file: string): boolean {
  return /^[0-9a-f]{32}$/.test(file) && file.startsWith(shard) && shard.length === 2;
}

/** Bytes of the whole file. */
export function derivativeLength(name: string, bytes: Buffer): number {
  return HEAD_LENGTH + Buffer.byteLength(name) + bytes.length;
}

/** What stands in a file before its picture. */
export function derivativeHead(name: string, bytes: Buffer): Buffer {
  const nameBytes = Buffer.from(name);
  const head = Buffer.concat([MARK, Buffer.alloc(HEAD_LENGTH - MARK.length), nameBytes]);
  head.writeUInt32LE(nameBytes.length, 8);
  head.writeUInt32LE(bytes.length, 12);
  head.writeUInt32LE(crc32(bytes, crc32(head.subarray(CHECKED_FROM))), 4);
  return head;
}

/**
 * The picture in a file; undefined if it is not whole, not as it was written, or the picture of another name.
 * So it need not be brought to the disk before it gets its name: what a power failure tears is found out here.
 */
export function pictureIn(file: Buffer, name: string): Buffer | undefined {
  if (file.length < HEAD_LENGTH || !file.subarray(0, MARK.length).equals(MARK)) return undefined;
  const start = HEAD_LENGTH + file.readUInt32LE(8);
  if (file.length !== start + file.readUInt32LE(12)) return undefined;
  if (crc32(file.subarray(CHECKED_FROM)) !== file.readUInt32LE(4)) return undefined;
  return file.toString('utf8', HEAD_LENGTH, start) === name ? file.subarray(start) : undefined;
}

/** A folder of this process alone: that of one whose process was killed can be told, and goes as a whole. */
const OWN = `writing-${process.pid}-${randomBytes(8).toString('hex')}`;

/** Where a picture is written until it is whole. */
export function temporaryPath(folder: string): string {
  return join(folder, OWN, randomUUID());
}

/** No picture takes so long to write, in ms: another process has got the number of one that was killed. */
const STALE_AFTER = 10 * 60 * 1000;

/**
 * Removes what killed processes left half-written. Others may be writing at the same time. One on another
 * machine, or in another container, cannot be seen from here: it loses the picture that it is writing.
 */
export async function sweepDerivatives(folder: string): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const pid = /^writing-(\d+)-/.exec(name)?.[1];
    if (pid === undefined || name === OWN) continue;
    const path = join(folder, name);
    if (isOther(Number(pid)) && !(await isStale(path))) continue;
    await rm(path, { recursive: true, force: true });
  }
}

/** Whether it is a process that runs beside this one. The first process of a container always has number 1. */
function isOther(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It is there, and somebody else's.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

async function isStale(path: string): Promise<boolean> {
  const changed = (await stat(path).catch(() => undefined))?.mtimeMs ?? Infinity;
  return Date.now() - changed > STALE_AFTER;
}
