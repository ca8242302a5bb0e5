// The process behind ../peer-iiif-processor.ts: iiif-processor with the wrapping its README shows, over node:http.
// Plain JavaScript, because its types are installed only with it.
import { createReadStream } from 'node:fs';
import { createServer } from 'node:http';
import { Processor } from 'iiif-processor';
import sharp from 'sharp';

/** Names to files; each file's pages are looked up once, as somebody who cares for speed would. */
const files = JSON.parse(process.argv[2]);
const pages = new Map();
for (const [id, path] of Object.entries(files)) pages.set(id, await pageSizes(path));

const server = createServer((request, response) => {
  answer(request, response).catch((error) => {
    response.writeHead(error.statusCode ?? 500).end(String(error.message));
  });
});
server.listen(0, '127.0.0.1', () => console.log(`listening on ${server.address().port}`));

async function answer(request, response) {
  const processor = new Processor(
    `http://${request.headers.host}${request.url}`,
    async ({ id }) => createReadStream(files[id]),
    { dimensionFunction: async ({ id }) => pages.get(id) },
  );
  const result = await processor.execute();
  if (result.type === 'content') {
    const { contentType, body } = result;
    response.writeHead(200, { 'Content-Type': contentType, 'Content-Length': body.length }).end(body);
  } else {
    response.writeHead(result.type === 'redirect' ? 303 : (result.statusCode ?? 500)).end(result.message);
  }
}

async function pageSizes(path) {
  const { pages: count } = await sharp(path, { limitInputPixels: false }).metadata();
  const sizes = [];
  for (let page = 0; page < count; page += 1) {
    const { width, height } = await sharp(path, { page, limitInputPixels: false }).metadata();
    sizes.push({ width, height });
  }
  return sizes;
}
