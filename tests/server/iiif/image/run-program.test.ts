import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { runProgram, type ProgramRun } from '../../../../server/iiif/image/run-program.ts';
import { writeFakeProgram } from '../../../support/fake-program.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

function run(script: string, options: Partial<ProgramRun> = {}, folder = temporaryFolder()): Promise<void> {
  const file = join(folder, 'program');
  writeFakeProgram(file, script);
  return runProgram({ file, arguments: [], folder, input: [], longest: 30_000, ...options });
}

/** Says who it is in the file `pid`, and never ends. */
const ENDLESS = `require('fs').writeFileSync('pid', String(process.pid)); setInterval(() => {}, 1000);`;

async function pidIn(folder: string): Promise<number> {
  const file = join(folder, 'pid');
  while (!existsSync(file) || readFileSync(file, 'utf8') === '') {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return Number(readFileSync(file, 'utf8'));
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

describe('runProgram', () => {
  it('gives the program its words and its input as they are, in the folder', async () => {
    const folder = temporaryFolder();
    const script = `const fs = require('fs');
      fs.writeFileSync('heard', JSON.stringify([process.argv.slice(2), fs.readFileSync(0, 'latin1')]));`;
    const words = ['a b', '$(touch x)', '`touch x`', ';touch x', '*'];
    await run(script, { arguments: words, input: [Buffer.from('12'), Buffer.from([0, 255])] }, folder);
    expect(JSON.parse(readFileSync(join(folder, 'heard'), 'utf8'))).toEqual([words, '12\0\xff']);
    expect(existsSync(join(folder, 'x'))).toBe(false);
  });

  it('repeats the last words of one that fails, and waits for none that does not read', async () => {
    const script = `require('fs').closeSync(0);
      setTimeout(() => {
        process.stderr.write('x'.repeat(100000) + ' no disk', () => process.exit(3));
      }, 200);`;
    const input = [Buffer.alloc(4_000_000)];
    await expect(run(script, { input })).rejects.toThrow(/ended with 3: x{400,500} no disk$/);
  });

  it('ends one that takes too long', async () => {
    const folder = temporaryFolder();
    await expect(run(ENDLESS, { longest: 700 }, folder)).rejects.toThrow(/took too long/);
    expect(isRunning(await pidIn(folder))).toBe(false);
  });

  it('ends one that nobody waits for any more, and waits for nothing that it has started', async () => {
    const folder = temporaryFolder();
    const client = new AbortController();
    const script = `const fs = require('fs');
      const child = require('child_process').spawn(
        process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'inherit' });
      fs.writeFileSync('child', String(child.pid));
      ${ENDLESS}`;
    const running = run(script, { signal: client.signal }, folder);
    const refused = expect(running).rejects.toThrow(/no longer wanted/);
    const pid = await pidIn(folder);
    onTestFinished(() => {
      process.kill(Number(readFileSync(join(folder, 'child'), 'utf8')), 'SIGKILL');
    });
    expect(isRunning(pid)).toBe(true);
    client.abort();
    await refused;
    expect(isRunning(pid)).toBe(false);
  });

  it('starts nothing for who has left already', async () => {
    const folder = temporaryFolder();
    await expect(run(ENDLESS, { signal: AbortSignal.abort() }, folder)).rejects.toThrow(/abort/i);
    expect(existsSync(join(folder, 'pid'))).toBe(false);
  });

  it('says that there is no such program', async () => {
    await expect(run('', { file: '/nowhere/program' })).rejects.toThrow(/ENOENT/);
  });
});
