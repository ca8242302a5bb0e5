import { createServer } from 'node:http';
import sharp from 'sharp';

export type LongDocument = {
  /** The address of a manifest of so many pages. */
  manifest: (pages: number, kind?: 'rtl' | 'paged' | 'chapters' | 'many-chapters') => string;
  /** Paths that were asked for. */
  asked: string[];
  close: () => void;
};

/** Pages of which no leaf is held, from 0. */
const MISSING = 3;

const [WIDTH, HEIGHT] = [600, 840];

/** A server of documents as long as is wished: each page with a picture, a small one, and two texts. */
export async function startLongDocument(): Promise<LongDocument> {
  const picture = await sharp({
    create: { width: WIDTH, height: HEIGHT, channels: 3, background: '#eee4cc' },
  })
    .jpeg()
    .toBuffer();
  const asked: string[] = [];
  let base = '';
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    asked.push(path);
    response.setHeader('Access-Control-Allow-Origin', '*');
    const [, pages, kind] = /^\/(\d+)(?:-([a-z-]+))?\/manifest$/.exec(path) ?? [];
    const [, text, page] = /^\/text\/(\w+)\/(\d+)$/.exec(path) ?? [];
    if (pages !== undefined) sendJson(manifestOf(base, Number(pages), kind));
    else if (text !== undefined && page !== undefined) sendJson(textOf(base, text, Number(page)));
    else if (/^\/(?:scan|small)\/\d+\.jpg$/.test(path))
      response.setHeader('Content-Type', 'image/jpeg').end(picture);
    else response.writeHead(404).end();

    function sendJson(json: unknown): void {
      response.setHeader('Content-Type', 'application/json').end(JSON.stringify(json));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('listening on no port');
  base = `http://127.0.0.1:${address.port}`;
  const manifest = (pages: number, kind?: string) =>
    `${base}/${pages}${kind === undefined ? '' : `-${kind}`}/manifest`;
  return { manifest, asked, close: () => server.close() };
}

function manifestOf(base: string, pages: number, kind: string | undefined) {
  const numbers = Array.from({ length: pages }, (_, index) => index);
  const structures =
    kind === 'chapters'
      ? chapters(base, 4, 5)
      : kind === 'many-chapters'
        ? chapters(base, 60, 100)
        : undefined;
  return {
    '@context': 'http://iiif.io/api/presentation/3/context.json',
    ...{ id: `${base}/${pages}/manifest`, type: 'Manifest', label: { en: [`A document of ${pages} pages`] } },
    ...(kind === 'rtl' ? { viewingDirection: 'right-to-left' } : {}),
    ...(kind === 'paged' ? { behavior: ['paged'] } : {}),
    ...(structures === undefined ? {} : { structures }),
    items: numbers.map((page) => ({
      ...{ id: `${base}/canvas/${page}`, type: 'Canvas', width: WIDTH, height: HEIGHT },
      // As archives count: a leaf has two sides.
      label: { none: [`${Math.floor(page / 2) + 1} ${page % 2 === 0 ? 'recto' : 'verso'}`] },
      thumbnail: [{ id: `${base}/small/${page}.jpg`, type: 'Image', width: 150, height: 210 }],
      annotations: ['fr', 'en'].map((text) => ({
        id: `${base}/text/${text}/${page}`,
        type: 'AnnotationPage',
      })),
      items: page === MISSING ? [] : [painted(base, page)],
    })),
  };
}

function painted(base: string, page: number) {
  const body = { id: `${base}/scan/${page}.jpg`, type: 'Image', format: 'image/jpeg' };
  const target = `${base}/canvas/${page}`;
  return {
    ...{ id: `${target}/painting`, type: 'AnnotationPage' },
    items: [{ id: `${target}/painting/1`, type: 'Annotation', motivation: 'painting', body, target }],
  };
}

/** Parts with sections in them, one page each, and in each section one more level. */
function chapters(base: string, parts: number, sections: number) {
  const canvas = (page: number) => ({ id: `${base}/canvas/${page}`, type: 'Canvas' });
  const range = (name: string, items: unknown[]) => ({
    ...{ id: `${base}/range/${name}`, type: 'Range', label: { en: [name] } },
    items,
  });
  return Array.from({ length: parts }, (_, part) =>
    range(
      `Part ${part + 1}`,
      Array.from({ length: sections }, (__, section) => {
        const page = part * sections + section;
        const name = `Section ${part + 1}.${section + 1}`;
        return parts > 10
          ? range(name, [canvas(page)])
          : range(name, [canvas(page), range(`Note on ${part + 1}.${section + 1}`, [canvas(page)])]);
      }),
    ),
  );
}

function textOf(base: string, text: string, page: number) {
  const words = text === 'fr' ? ['Première ligne', 'Seconde ligne'] : ['First line', 'Second line'];
  return {
    '@context': 'http://iiif.io/api/presentation/3/context.json',
    ...{ id: `${base}/text/${text}/${page}`, type: 'AnnotationPage' },
    items: words.map((line, index) => ({
      ...{ id: `${base}/text/${text}/${page}#${index}`, type: 'Annotation', motivation: 'supplementing' },
      body: { type: 'TextualBody', value: `${line} (${page + 1})`, language: text },
      target: `${base}/canvas/${page}#xywh=60,${100 + 60 * index},400,40`,
    })),
  };
}
