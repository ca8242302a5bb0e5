// Builds the server (tsc) and the browser's part (vite) into dist/, if their sources changed since the last time.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stamp = join(root, 'dist', '.built');
const SOURCES = ['server', 'viewer', 'look', 'tsconfig.json', 'vite.config.ts', 'package-lock.json'];

/** Says what it does on the error stream: the output belongs to the command that wanted the build. */
export function buildIfChanged() {
  const sources = hashOf(SOURCES.map((name) => join(root, name)));
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) return;
  process.stderr.write('Building Diptych ...\n');
  // Beside the old one, so that a server that runs has its files until the new ones are whole.
  const [old, next] = [join(root, 'dist'), join(root, 'dist.next')];
  rmSync(next, { recursive: true, force: true });
  run('typescript/bin/tsc', ['-p', 'server', '--noEmit', 'false', '--outDir', next]);
  run('vite/bin/vite.js', ['build', '--logLevel', 'warn', '--outDir', join(next, 'assets')]);
  writeFileSync(join(next, '.built'), sources);
  rmSync(old, { recursive: true, force: true });
  renameSync(next, old);
}

function run(tool, parameters) {
  const script = join(root, 'node_modules', tool);
  if (!existsSync(script)) {
    process.stderr.write(
      `Cannot build: ${tool} is not installed. Run npm ci with development dependencies (npm ci --include=dev).\n`,
    );
    process.exit(1);
  }
  const { status } = spawnSync(process.execPath, [script, ...parameters], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    // Whoever calls, tests included, gets what users get: React's own checks stay out.
    env: { ...process.env, NODE_ENV: 'production' },
  });
  if (status !== 0) {
    process.stderr.write('The build failed; what is wrong stands above.\n');
    process.exit(1);
  }
}

function hashOf(paths) {
  const hash = createHash('sha256');
  for (const path of paths.filter((path) => existsSync(path)).flatMap(filesUnder)) {
    hash.update(`${path.slice(root.length)}\n`).update(readFileSync(path));
  }
  return hash.digest('hex');
}

function filesUnder(path) {
  try {
    const names = readdirSync(path).sort();
    return names.flatMap((name) => filesUnder(join(path, name)));
  } catch (error) {
    if (error.code === 'ENOTDIR') return [path];
    throw error;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) buildIfChanged();
