import { createServer } from 'node:http';
import { join } from 'node:path';
import express from 'express';
import { afterAll } from 'vitest';

/** A page that fills the window with a viewer; its script finds what to open in `subject`. */
export function pageWith(head: string, script: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>A viewer of others</title>
<link rel="icon" href="data:,">
<style>html, body, #viewer { height: 100%; margin: 0; } #viewer { position: relative; }</style>
${head}
</head>
<body>
<div id="viewer"></div>
<script type="module">
const subject = new URLSearchParams(location.search).get('subject');
${script}
</script>
</body>
</html>`;
}

/**
 * Serves pages by their names, and `/modules/…` from our packages and then from the project's, until the tests
 * of the file have ended. Another origin than the server's, as every viewer of others is. Gives its address.
 */
export async function servePages(pages: Record<string, string>): Promise<string> {
  const app = express();
  for (const folder of ['node_modules', '../../node_modules'])
    app.use('/modules', express.static(join(import.meta.dirname, folder)));
  for (const [name, content] of Object.entries(pages))
    app.get(`/${name}`, (_request, response) => {
      response.type(name.endsWith('.js') ? 'js' : 'html').send(content);
    });
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('listening on no port');
  return `http://127.0.0.1:${address.port}`;
}
