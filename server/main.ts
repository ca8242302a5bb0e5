import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createProgram } from './cli.ts';
import { Failure } from './model/failure.ts';

/** The only file that does anything on import. */
const program = createProgram({
  environment: process.env,
  root: packageRoot(dirname(fileURLToPath(import.meta.url))),
  output: process.stdout,
  errors: process.stderr,
});

// Who started this for us was killed: nobody would stop a server that is left behind.
process.on('disconnect', () => process.exit(1));
process.channel?.unref();

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof Failure)) throw error;
  process.stderr.write(`${error.message.replace(/\.?$/, '.')} [${error.code}]\n`);
  // A program that asked for JSON gets JSON, whatever happened.
  if (process.argv.includes('--json')) {
    process.stdout.write(`${JSON.stringify({ error: error.code, message: error.message })}\n`);
  }
  process.exitCode = 1;
}

/** The same from `server/` and from `dist/server/`. */
function packageRoot(folder: string): string {
  return existsSync(join(folder, 'package.json')) ? folder : packageRoot(dirname(folder));
}
