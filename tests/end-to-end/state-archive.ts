import { createServer } from 'node:http';
import sharp from 'sharp';

export type StateArchive = {
  base: string;
  /** Every path that was asked for. */
  asked: string[];
  close: () => void;
};

const [WIDTH, HEIGHT] = [800, 1100];

/** Another institution's archive: one manifest of version 3, one of version 2.1, and states that name them. */
export async function startStateArchive(): Promise<StateArchive> {
  const scan = await sharp({ create: { width: WIDTH, height: HEIGHT, channels: 3, background: '#eee4cc' } })
    .jpeg()
    .toBuffer();
  const asked: string[] = [];
  let base = '';
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    // One resource that other sites may not read.
    if (request.url !== '/closed') response.setHeader('Access-Control-Allow-Origin', '*');
    const resource = resources(base)[request.url ?? ''];
    if (resource !== undefined)
      response.setHeader('Content-Type', 'application/json').end(JSON.stringify(resource));
    else if (request.url === '/scan.jpg') response.setHeader('Content-Type', 'image/jpeg').end(scan);
    else if (request.url === '/page') response.setHeader('Content-Type', 'text/html').end('<p>A page');
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  if (typeof bound !== 'object' || bound === null) throw new Error('listening on no port');
  base = `http://127.0.0.1:${bound.port}`;
  return { base, asked, close: () => server.close() };
}

function resources(base: string): Record<string, unknown> {
  const canvas = (number: number) => `${base}/canvas/${number}`;
  const lines = (number: number, on = number) => ({
    id: `${base}/lines/${number}`,
    type: 'AnnotationPage',
    label: { en: ['Transcription'] },
    items: ['Ma chère mère,', 'je me porte bien', 'et vous embrasse'].map((value, index) => ({
      id: `${base}/line/${number}-${index}`,
      type: 'Annotation',
      motivation: ['supplementing'],
      body: { type: 'TextualBody', value: `${value} ${number}`, language: 'fr', format: 'text/plain' },
      target: `${canvas(on)}#xywh=100,${100 + index * 400},500,40`,
    })),
  });
  const canvases = [1, 2].map((number) => ({
    id: canvas(number),
    type: 'Canvas',
    label: { none: [`f. ${number}r`] },
    width: WIDTH,
    height: HEIGHT,
    annotations: [lines(number)],
    items: [
      {
        id: `${canvas(number)}/page`,
        type: 'AnnotationPage',
        items: [
          {
            id: `${canvas(number)}/scan`,
            type: 'Annotation',
            motivation: 'painting',
            target: canvas(number),
            body: {
              ...{ id: `${base}/scan.jpg`, type: 'Image', format: 'image/jpeg' },
              ...{ width: WIDTH, height: HEIGHT },
            },
          },
        ],
      },
    ],
  }));
  const presentation = 'http://iiif.io/api/presentation/3/context.json';
  const inManifest = [{ id: `${base}/manifest`, type: 'Manifest' }];
  const bookmark = (target: unknown) => ({
    '@context': presentation,
    ...{ id: `${base}/bookmark`, type: 'Annotation' },
    ...{ motivation: ['contentState'], target },
  });
  return {
    '/manifest': {
      '@context': presentation,
      ...{ id: `${base}/manifest`, type: 'Manifest', label: { fr: ['Une lettre'] } },
      items: canvases,
      structures: [{ id: `${base}/range/2`, type: 'Range', items: [{ id: canvas(2), type: 'Canvas' }] }],
    },
    // Three texts of one name, of which the third cannot be chosen.
    '/twins': {
      '@context': presentation,
      ...{ id: `${base}/twins`, type: 'Manifest', label: { fr: ['Jumelles'] } },
      items: canvases
        .slice(0, 1)
        .map((one) => ({ ...one, annotations: [lines(1), lines(3, 1), lines(4, 1)] })),
    },
    '/manifest2': {
      '@context': 'http://iiif.io/api/presentation/2/context.json',
      ...{ '@id': `${base}/manifest2`, '@type': 'sc:Manifest', label: 'Une autre lettre' },
      sequences: [
        {
          '@type': 'sc:Sequence',
          canvases: [1, 2].map((number) => ({
            ...{ '@id': canvas(number), '@type': 'sc:Canvas', label: `f. ${number}r` },
            ...{ width: WIDTH, height: HEIGHT },
            images: [
              {
                ...{ '@type': 'oa:Annotation', motivation: 'sc:painting', on: canvas(number) },
                resource: {
                  '@id': `${base}/scan.jpg`,
                  '@type': 'dctypes:Image',
                  width: WIDTH,
                  height: HEIGHT,
                },
              },
            ],
          })),
        },
      ],
    },
    '/canvas/2': { '@context': presentation, ...canvases[1], partOf: inManifest },
    '/line/2-1': { '@context': presentation, ...lines(2).items[1] },
    '/bookmark': bookmark({ id: `${canvas(2)}#xywh=100,800,200,150`, type: 'Canvas', partOf: inManifest }),
    '/closed': bookmark(`${base}/manifest`),
    '/all': { '@context': presentation, id: `${base}/all`, type: 'Collection', items: [] },
  };
}
