// Server and browser's part, each started or built anew when its sources change. Reload the page to see it.
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const tool = (path) => join(root, 'node_modules', path);

const children = [
  [tool('vite/bin/vite.js'), 'build', '--watch', '--logLevel', 'warn'],
  [
    tool('tsx/dist/cli.mjs'),
    'watch',
    '--clear-screen=false',
    '--tsconfig',
    join(root, 'server', 'tsconfig.json'),
    join(root, 'server', 'main.ts'),
    'start',
    ...process.argv.slice(2),
  ],
].map((command) => spawn(process.execPath, command, { cwd: root, stdio: 'inherit' }));

for (const child of children) {
  child.on('exit', () => {
    for (const other of children) other.kill();
  });
}
