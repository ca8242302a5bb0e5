import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startChild, type Child } from './child-process.ts';
import { freePort } from './free-port.ts';

/**
 * An nginx of our own in a folder: two workers, no logs, nothing of the machine's configuration.
 * @param locations what its one server does, in nginx's language.
 */
export async function startNginx(
  program: string,
  folder: string,
  locations: string,
): Promise<{ origin: string; child: Child }> {
  await mkdir(folder, { recursive: true });
  const port = await freePort();
  const config = join(folder, 'nginx.conf');
  await writeFile(config, configuration(folder, port, locations));
  const child = await startChild(program, ['-c', config, '-p', folder, '-e', join(folder, 'error.log')]);
  return { origin: `http://127.0.0.1:${port}`, child };
}

function configuration(folder: string, port: number, locations: string): string {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `  ${name}_temp_path ${folder}/${name};`,
  );
  return `
daemon off;
worker_processes 2;
pid ${folder}/nginx.pid;
# As root it would give its workers a user that may not read the bench's folder.
${process.getuid?.() === 0 ? 'user root;' : ''}
events { worker_connections 1024; }
http {
${temporary.join('\n')}
  access_log off;
  sendfile on;
  tcp_nopush on;
  keepalive_requests 1000000;
  types { image/jpeg jpg; }
  server {
    listen 127.0.0.1:${port};
${locations}
  }
}
`;
}
