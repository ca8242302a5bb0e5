import { createServer, type Server } from 'node:http';
import sharp from 'sharp';
import { foreignSearch, SEARCH_SERVICE } from './foreign-search.ts';

const [WIDTH, HEIGHT] = [800, 1100];

export type ForeignArchive = {
  /** Where it answers: not what its ids begin with. */
  base: string;
  /** Paths that were asked for. */
  asked: string[];
  close: () => void;
};

/** Another institution's server, in Presentation 2.1 and 3, with what real ones get wrong or do in their own way. */
export async function startForeignArchive(): Promise<ForeignArchive> {
  const scan = await sharp({ create: { width: WIDTH, height: HEIGHT, channels: 3, background: '#eee4cc' } })
    .jpeg()
    .toBuffer();
  const asked: string[] = [];
  let base = '';
  const server: Server = createServer((request, response) => {
    const path = request.url ?? '';
    asked.push(path);
    response.setHeader('Access-Control-Allow-Origin', '*');
    const description = descriptions(base)[path] ?? foreignSearch(base, path, NAMES);
    const page = pages(base)[path];
    if (page !== undefined) {
      // What a header says, other sites may read only where they are let.
      response.setHeader('Access-Control-Expose-Headers', 'Link');
      if (page.link !== '') response.setHeader('Link', page.link);
      response.setHeader('Content-Type', page.type).end(page.body);
    } else if (description !== undefined)
      response.setHeader('Content-Type', 'application/json').end(JSON.stringify(description));
    else if (/^\/scan-\w+\.jpg$/.test(path)) response.setHeader('Content-Type', 'image/jpeg').end(scan);
    else if (/^\/image\/.*\.jpg$/.test(path))
      void partOf(scan, path).then((part) => response.setHeader('Content-Type', 'image/jpeg').end(part));
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('listening on no port');
  base = `http://127.0.0.1:${address.port}`;
  return { base, asked, close: () => server.close() };
}

/** What its resources are called: it moved since, and kept the old names. */
const NAMES = 'http://old.archive.example/iiif';

const PRESENTATION = (version: number) =>
  `application/ld+json;profile="http://iiif.io/api/presentation/${version}/context.json"`;

/** Pages for people, which say where their manifests are: in their head, in their header, or not at all. */
function pages(base: string): Readonly<Record<string, { type: string; body: string; link: string }>> {
  const html = (head: string, link = '') => ({
    ...{ type: 'text/html; charset=utf-8', link },
    body: `<!doctype html><title>A letter</title>${head}<script>document.title = 'run'</script><img src="/in-page.jpg">`,
  });
  const type = PRESENTATION(3).replaceAll('"', String.raw`\"`);
  const link = `<${base}/page>; rel="cite-as", </3/manifest>; rel="alternate"; type="${type}"`;
  return {
    '/page': html(
      `<link rel="alternate" type="application/rss+xml" href="/feed"><link rel="alternate" type='${PRESENTATION(3)}' href="3/manifest">`,
    ),
    '/page-by-header': html('', link),
    '/file.pdf': { type: 'application/pdf', body: '%PDF-', link },
    '/silent-page': html(''),
    '/hostile-page': html(`<link rel="alternate" type='${PRESENTATION(3)}' href="javascript:alert(1)">`),
  };
}

/** More documents in one collection than anybody reads through, in another; and one that is not there. */
const MANY = 3000;

function collections(base: string): Readonly<Record<string, unknown>> {
  const collection = (name: string, label: string, rest: object) => ({
    '@context': 'http://iiif.io/api/presentation/3/context.json',
    ...{ id: `${base}/3/${name}`, type: 'Collection', label: { en: [label] }, ...rest },
  });
  const pointer = (name: string, label: string) => ({
    ...{ id: `${base}/3/${name}`, type: 'Collection', label: { en: [label] } },
  });
  return {
    '/3/in-many/manifest': { ...manifest3(base), partOf: [pointer('many', 'Letters')] },
    '/3/in-none/manifest': { ...manifest3(base), partOf: [pointer('nowhere', 'Lost letters')] },
    '/3/many': collection('many', 'Letters', {
      partOf: [pointer('top', 'All papers')],
      items: Array.from({ length: MANY }, (_, number) => ({
        ...{
          id: `${base}/3/${number === 2345 ? 'manifest' : `letter-${number}/manifest`}`,
          type: 'Manifest',
        },
        label: { en: [`Letter No. ${number}`] },
      })),
    }),
    '/3/top': collection('top', 'All papers', { items: [pointer('many', 'Letters')] }),
  };
}

function descriptions(base: string): Readonly<Record<string, unknown>> {
  return {
    '/2/manifest': manifest2(base),
    '/2/list': list2(base),
    '/3/manifest': manifest3(base),
    '/3/page': page3(base),
    '/3/bilingual': bilingual3(base),
    '/3/english': english3(base),
    '/image/info.json': imageInfo(base),
    ...collections(base),
  };
}

/** Presentation 2.1: string labels, a canvas that has none, a Choice of pictures, lists named, bare and embedded. */
function manifest2(base: string) {
  const canvas = (name: string) => `${NAMES}/canvas/${name}`;
  const image = (name: string) => ({
    '@id': `${base}/scan-${name}.jpg`,
    '@type': 'dctypes:Image',
    format: 'image/jpeg',
    ...{ width: WIDTH, height: HEIGHT },
  });
  const painted = (name: string, resource: unknown) => [
    { '@type': 'oa:Annotation', motivation: 'sc:painting', on: canvas(name), resource },
  ];
  return {
    '@context': 'http://iiif.io/api/presentation/2/context.json',
    '@id': `${NAMES}/manifest`,
    '@type': 'sc:Manifest',
    label: 'A letter of another archive',
    attribution: 'Held by another archive',
    service: SEARCH_SERVICE(base),
    sequences: [
      {
        '@type': 'sc:Sequence',
        canvases: [
          {
            ...{ '@id': canvas('1'), '@type': 'sc:Canvas', label: 'f. 1r', width: WIDTH, height: HEIGHT },
            images: painted('1', image('a')),
            // A list by its bare address.
            otherContent: [`${base}/2/list`],
          },
          {
            // Numbers as strings, no label.
            ...{ '@id': canvas('2'), '@type': 'sc:Canvas', width: String(WIDTH), height: String(HEIGHT) },
            images: painted('2', { '@type': 'oa:Choice', default: image('b'), item: [image('c')] }),
            otherContent: {
              ...{ '@id': `${NAMES}/list/2`, '@type': 'sc:AnnotationList' },
              resources: [
                {
                  '@type': 'oa:Annotation',
                  motivation: ['sc:painting'],
                  resource: [{ '@type': 'dctypes:Text', chars: 'Seconde page', format: 'text/plain' }],
                  on: [
                    {
                      '@type': 'oa:SpecificResource',
                      full: canvas('2'),
                      selector: {
                        '@type': 'oa:Choice',
                        default: { '@type': 'oa:FragmentSelector', value: 'xywh=80,120.5,400,40' },
                        item: { '@type': 'oa:SvgSelector', value: '<svg><path d="M80,120L480,160"/></svg>' },
                      },
                    },
                  ],
                },
              ],
            },
          },
        ],
      },
    ],
  };
}

function list2(base: string) {
  const lines = ['Ma chère mère,', 'je me porte bien <img src=x onerror="document.title=\'stolen\'">'];
  return {
    '@context': 'http://iiif.io/api/presentation/2/context.json',
    '@id': `${base}/2/list`,
    '@type': 'sc:AnnotationList',
    resources: lines.map((chars, index) => ({
      '@id': `${NAMES}/line/${index}`,
      '@type': 'oa:Annotation',
      motivation: 'sc:painting',
      resource: { '@type': 'cnt:ContentAsText', format: 'text/html', language: 'fr', chars },
      on: `${NAMES}/canvas/1#xywh=100,${100 + index * 60},500,40`,
    })),
  };
}

/** Presentation 3 by someone who came from 2: string labels, `@id`, pictures and words to choose from, bodies in lists. */
function manifest3(base: string) {
  const canvas = (name: string) => `${NAMES}/canvas/${name}`;
  const image = (name: string) => ({ id: `${base}/scan-${name}.jpg`, type: 'Image', format: 'image/jpeg' });
  const painted = (name: string, body: unknown) => [
    {
      type: 'AnnotationPage',
      items: [{ type: 'Annotation', motivation: 'painting', target: canvas(name), body }],
    },
  ];
  return {
    '@context': ['http://www.w3.org/ns/anno.jsonld', 'http://iiif.io/api/presentation/3/context.json'],
    id: `${NAMES}/manifest`,
    type: 'Manifest',
    label: 'A letter of another archive',
    requiredStatement: { label: 'Attribution', value: 'Held by another archive' },
    items: [
      {
        ...{ id: canvas('1'), type: 'Canvas', label: 'f. 1r', width: WIDTH, height: HEIGHT },
        items: painted('1', image('a')),
        annotations: [{ id: `${base}/3/page`, type: 'AnnotationPage', label: 'Transcription' }],
      },
      {
        ...{ id: canvas('2'), type: 'Canvas', label: null, width: WIDTH, height: HEIGHT },
        items: painted('2', { type: 'Choice', items: [image('b'), image('c')] }),
        annotations: [
          {
            // No id: it has its annotations with it.
            type: 'AnnotationPage',
            items: [
              {
                type: 'Annotation',
                motivation: ['commenting', 'supplementing'],
                body: {
                  type: 'Choice',
                  items: [{ type: 'TextualBody', value: 'Seconde page', language: ['fr'] }],
                },
                target: {
                  type: 'SpecificResource',
                  source: { id: canvas('2'), type: 'Canvas' },
                  selector: { type: 'FragmentSelector', value: 'xywh=percent:10,11,50,4' },
                },
              },
            ],
          },
        ],
      },
    ],
  };
}

function page3(base: string) {
  const lines = ['Ma chère mère,', '<p>je me porte bien <img src=x onerror="document.title=\'stolen\'"></p>'];
  return {
    '@context': 'http://iiif.io/api/presentation/3/context.json',
    '@id': `${base}/3/page`,
    type: 'AnnotationPage',
    items: lines.map((value, index) => ({
      id: `${NAMES}/line/${index}`,
      type: 'Annotation',
      motivation: 'supplementing',
      body: [
        { type: 'TextualBody', value, language: 'fr' },
        { type: 'TextualBody', purpose: 'tagging', value: 'not a word of the letter' },
      ],
      target: [`${NAMES}/canvas/1#xywh=100,${100 + index * 60},500,40`],
    })),
  };
}

/** The first page with a translation that says nowhere what it renders, and a scan of which parts can be had. */
function bilingual3(base: string) {
  const { items, ...manifest } = manifest3(base);
  const [first] = items;
  const body = {
    ...{ id: `${base}/scan-a.jpg`, type: 'Image', format: 'image/jpeg' },
    ...{ width: WIDTH, height: HEIGHT },
    service: [imageInfo(base)],
  };
  const target = `${NAMES}/canvas/1`;
  return {
    ...manifest,
    items: [
      {
        ...first,
        items: [
          { type: 'AnnotationPage', items: [{ type: 'Annotation', motivation: 'painting', target, body }] },
        ],
        annotations: [
          ...(first?.annotations ?? []),
          { id: `${base}/3/english`, type: 'AnnotationPage', label: 'In English' },
        ],
      },
    ],
  };
}

function english3(base: string) {
  return {
    '@context': 'http://iiif.io/api/presentation/3/context.json',
    id: `${base}/3/english`,
    type: 'AnnotationPage',
    items: ['My dear mother,', 'I am well'].map((value, index) => ({
      id: `${NAMES}/english/${index}`,
      type: 'Annotation',
      motivation: 'supplementing',
      body: { type: 'TextualBody', value, language: 'en' },
      target: `${NAMES}/canvas/1#xywh=100,${100 + index * 60},500,40`,
    })),
  };
}

function imageInfo(base: string) {
  return {
    '@context': 'http://iiif.io/api/image/3/context.json',
    ...{
      id: `${base}/image`,
      type: 'ImageService3',
      protocol: 'http://iiif.io/api/image',
      profile: 'level1',
    },
    ...{ width: WIDTH, height: HEIGHT },
  };
}

/** As much of the Image API as a reading room asks for: a region in pixels, in its own size or another. */
async function partOf(scan: Buffer, path: string): Promise<Buffer> {
  const [, region = '', size = ''] = /^\/image\/([^/]+)\/([^/]+)\//.exec(path) ?? [];
  const [left = 0, top = 0, width = WIDTH, height = HEIGHT] =
    region === 'full' ? [] : region.split(',').map(Number);
  const part = sharp(scan).extract({ left, top, width, height });
  const [across = width, down = height] = size === 'max' ? [] : size.split(',').map(Number);
  return part.resize(across, down, { fit: 'fill' }).jpeg().toBuffer();
}
