// What is seen of the sources without running them: types and lint, at the same time, since each takes one core.
import { spawn } from 'node:child_process';

const checks = ['types', 'lint'].map(
  (name) =>
    new Promise((resolve) => {
      spawn('npm', ['run', '--silent', name], { stdio: 'inherit', shell: process.platform === 'win32' })
        .once('error', (error) => {
          process.stderr.write(`${name} could not be started: ${error.message}\n`);
          resolve(1);
        })
        .once('exit', (code) => resolve(code ?? 1));
    }),
);
if ((await Promise.all(checks)).some((code) => code !== 0)) process.exitCode = 1;
