import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { findBrowser } from '../support/browser.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the specimen archive is served, without a slash at its end. */
    address: string;
  }
}

const root = join(import.meta.dirname, '../..');

/** Builds what changed, ingests the specimen archive into a new folder and serves it, as `npm start` does. */
export default async function setup(project: TestProject): Promise<() => void> {
  findBrowser();
  const folder = mkdtempSync(join(tmpdir(), 'diptych-end-to-end-'));
  const built = spawnSync(process.execPath, [join(root, 'scripts/build.mjs')], { stdio: 'inherit' });
  if (built.status !== 0) throw new Error('the build failed');
  const server = spawn(
    process.execPath,
    [join(root, 'scripts/diptych.mjs'), 'start', '--port', '0', '--var', folder, '--archive', root],
    // The language of tests can be asked for, and is in no test that does not ask.
    { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, DIPTYCH_PSEUDO_LOCALE: 'yes' } },
  );
  const address = await new Promise<string>((resolve, reject) => {
    let output = '';
    server.stdout.on('data', (data: Buffer) => {
      output += data.toString();
      const [, url] = /Diptych is at (\S+?)\/\s/.exec(output) ?? [];
      if (url !== undefined) resolve(url);
    });
    server.once('exit', () => reject(new Error(`the server stopped: ${output}`)));
  });
  project.provide('address', address);
  return () => {
    server.kill();
    rmSync(folder, { recursive: true, force: true });
  };
}
