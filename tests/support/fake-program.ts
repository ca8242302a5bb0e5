import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * A program that can be started like any other of the machine's, and does what it is told here.
 * @param script JavaScript with `require`; its arguments are `process.argv.slice(2)`.
 */
export function writeFakeProgram(file: string, script: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `#!${process.execPath}\n${script}\n`);
  chmodSync(file, 0o755);
}
