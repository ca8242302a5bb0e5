import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { Command } from 'commander';
import { afterEach, describe, expect, it, onTestFinished } from 'vitest';
import { addLintCommand } from '../../server/lint-command.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { edited, fixture } from './lint/fixture.ts';

const before = process.exitCode;
afterEach(() => {
  process.exitCode = before;
});

describe('diptych lint', () => {
  it('judges files, and ends with 0 when nothing is wrong', async () => {
    const file = written('letter.json', JSON.stringify(fixture('0005-image-service')));
    expect(await run(file)).toEqual({ code: 0, output: '1 Manifest, Presentation 3.0. Nothing is wrong.\n' });
  });

  it('ends with 1 when something is wrong, and goes on after it', async () => {
    const bad = written(
      'bad.json',
      JSON.stringify(edited(fixture('0009-book'), { behavior: ['paged', 'continuous'] })),
    );
    const good = written('good.json', JSON.stringify(fixture('0005-image-service')));
    const { code, output } = await run(bad, good);
    expect(code).toBe(1);
    expect(output).toContain('behavior-disjoint');
    expect(output).toContain('2 Manifest, Presentation 3.0. 1 error.');
  });

  it.each([
    ['there is no such file', () => join(temporaryFolder(), 'none.json')],
    ['it is a folder', () => temporaryFolder()],
    ['it is no JSON', () => written('page.json', '<html>')],
    ['it is no JSON', () => written('empty.json', '')],
    ['it is not in UTF-8', () => written('latin.json', Uint8Array.of(0x22, 0xe4, 0x22))],
  ])('ends with 2 and says why when a file cannot be read: %s', async (why, file) => {
    const { code, output } = await run(file());
    expect(code).toBe(2);
    expect(output).toContain(`: ${why}`);
  });

  it('reads no more of a file than it can hold', async () => {
    const { code, output } = await run('/dev/zero');
    expect(code).toBe(2);
    expect(output).toContain('it is larger than 67108864 bytes');
  });

  it('lets a byte order mark pass', async () => {
    const file = written('letter.json', `\ufeff${JSON.stringify(fixture('0005-image-service'))}`);
    expect((await run(file)).code).toBe(0);
  });

  it('prints JSON where it is asked to', async () => {
    const file = written('letter.json', JSON.stringify(fixture('0005-image-service')));
    const { output } = await run(file, '--json');
    expect(JSON.parse(output)).toMatchObject({
      documents: [{ source: file, findings: [] }],
      counts: { error: 0 },
    });
  });

  it('tells recommendations to those who want them', async () => {
    const file = written('letter.json', JSON.stringify(fixture('0005-image-service')));
    const { code, output } = await run(file, '--advice');
    expect(code).toBe(1);
    expect(output).toContain('recommended-missing');
  });

  it('asks a server for a URL', async () => {
    const address = await served((url) =>
      JSON.stringify({ ...record(fixture('0005-image-service')), id: url }),
    );
    const { code, output } = await run(`${address}/manifest`, '--no-references');
    expect(code).toBe(1);
    expect(output).toContain('http-cors-missing');
    expect(output).not.toContain('http-id-differs');
    expect(output).toContain('1 Manifest, Presentation 3.0.');
  });

  it('keeps to the limits that it is given', async () => {
    const address = await served((url) =>
      JSON.stringify({ ...record(fixture('0005-image-service')), id: url }),
    );
    const { output } = await run(`${address}/manifest`, '--requests', '1');
    expect(output).toContain('the limit is 1.');
    await expect(run(`${address}/manifest`, '--requests', '0')).rejects.toThrow('a whole number above 0');
  });
});

async function run(...words: readonly string[]): Promise<{ code: typeof process.exitCode; output: string }> {
  let output = '';
  const stream = new Writable({
    write(chunk, _encoding, done) {
      output += String(chunk);
      done();
    },
  });
  const program = new Command('diptych').exitOverride().configureOutput({ writeErr: () => undefined });
  addLintCommand(program, { output: stream });
  for (const command of program.commands)
    command.exitOverride().configureOutput({ writeErr: () => undefined });
  await program.parseAsync(['node', 'diptych', 'lint', ...words]);
  return { code: process.exitCode, output };
}

function written(name: string, content: string | Uint8Array): string {
  const folder = join(temporaryFolder(), 'documents');
  mkdirSync(folder);
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}

function record(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {};
}

/** A server that answers everything with one document, and knows nothing of CORS. */
async function served(body: (url: string) => string): Promise<string> {
  let address = '';
  const server = createServer((request, response) => {
    response.setHeader('Content-Type', 'application/json');
    response.end(body(`${address}${request.url ?? ''}`));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  address = typeof bound === 'object' && bound !== null ? `http://127.0.0.1:${bound.port}` : '';
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return address;
}
