import type { Page, PageImage } from '../../model/page.ts';
import type { EarlierPage, StoredImage } from '../store.ts';
import { decode, type Database, type Json, type Statement } from './driver.ts';

type PageEntry = Omit<Page, 'image'> & {
  image: (Omit<PageImage, 'resolution'> & { resolution: number | null }) | null;
  retired: 0 | 1;
};

type ImageRow = {
  shown: number | null;
  id: string;
  document: string;
  page: string;
  width: number;
  height: number;
  key: string;
  file: string;
  part: number;
  resolution: number | null;
  created: string | null;
};

/** A page as JSON: the driver takes twice as long over a row for each of ten thousand pages. */
const PAGE = `
  json_object(
    'id', p.id, 'folio', p.folio, 'retired', p.retired,
    'canvas', json_object('width', p.width, 'height', p.height),
    'image', case when i.id is null then null else json_object(
      'id', i.id, 'width', i.width, 'height', i.height, 'key', i.key, 'file', i.file, 'part', i.part,
      'resolution', i.resolution) end)`;

const JOINED = 'from pages p left join images i on i.id = p.image';

/** Pages and their scans. A page that is dropped stays as `retired`, so that its id is never given again. */
export class PageTable {
  readonly #all: Statement<{ pages: Json<PageEntry[]> }>;
  readonly #first: Statement<{ page: Json<PageEntry> }>;
  readonly #present: Statement<{ page: Json<PageEntry> }>;
  readonly #count: Statement<{ count: number }>;
  readonly #image: Statement<ImageRow>;
  readonly #created: Statement<{ id: string; created: string }>;
  readonly #earlier: Statement<{ width: number; height: number; image: string | null }>;
  readonly #retire: Statement<never>;
  readonly #putPage: Statement<never>;
  readonly #putImage: Statement<never>;

  constructor(database: Database) {
    this.#all = database.prepare(
      `select json_group_array(${PAGE} order by p.position) as pages ${JOINED} where p.document = ?`,
    );
    this.#first = database.prepare(
      `select ${PAGE} as page ${JOINED}
       where p.document = ? and p.retired = 0 and p.image is not null order by p.position limit 1`,
    );
    this.#count = database.prepare('select count(*) as count from pages where document = ? and retired = 0');
    this.#image = database.prepare(
      `select i.*, p.image = i.id and p.retired = 0 and d.state = 'present' as shown
       from images i
       left join pages p on p.document = i.document and p.id = i.page
       left join documents d on d.id = i.document
       where i.id = ?`,
    );
    this.#present = database.prepare(
      `select ${PAGE} as page ${JOINED} where p.document = ? and p.id = ? and p.retired = 0`,
    );
    this.#created = database.prepare(
      'select id, created from images where document = ? and created is not null',
    );
    this.#earlier = database.prepare(
      `select p.width, p.height, i.id as image
       from pages p left join images i on i.document = p.document and i.page = p.id
       where p.document = ? and p.id = ?`,
    );
    this.#retire = database.prepare('update pages set retired = 1 where document = ?');
    this.#putPage = database.prepare(
      `insert or replace into pages (document, id, position, folio, width, height, image, retired)
       values (?, ?, ?, ?, ?, ?, ?, 0)`,
    );
    this.#putImage = database.prepare(
      `insert into images (id, document, page, width, height, key, file, part, resolution, created)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
       on conflict (id) do update set document = excluded.document, page = excluded.page, width = excluded.width,
         height = excluded.height, key = excluded.key, file = excluded.file, part = excluded.part,
         resolution = excluded.resolution,
         created = case when images.key = excluded.key then images.created else excluded.created end`,
    );
  }

  /** `order` has the dropped ones too, each where it stood. */
  of(document: string): { pages: Page[]; retired: string[]; order: string[] } {
    const row = this.#all.get(document);
    const entries = row === undefined ? [] : decode(row.pages);
    return {
      pages: entries.filter(({ retired }) => retired === 0).map(pageOf),
      retired: entries.filter(({ retired }) => retired === 1).map(({ id }) => id),
      order: entries.map(({ id }) => id),
    };
  }

  one(document: string, id: string): Page | undefined {
    const row = this.#present.get(document, id);
    return row === undefined ? undefined : pageOf(decode(row.page));
  }

  countOf(document: string): number {
    return this.#count.get(document)?.count ?? 0;
  }

  firstWithImage(document: string): Page | undefined {
    const row = this.#first.get(document);
    return row === undefined ? undefined : pageOf(decode(row.page));
  }

  image(id: string): StoredImage | undefined {
    const row = this.#image.get(id);
    if (row === undefined) return undefined;
    const { shown, resolution, created: _, ...image } = row;
    return { ...image, ...stated(resolution), state: shown === 1 ? 'present' : 'gone' };
  }

  created(document: string): Map<string, string> {
    return new Map(this.#created.all(document).map(({ id, created }) => [id, created]));
  }

  earlier(document: string, page: string): EarlierPage | undefined {
    const row = this.#earlier.get(document, page);
    if (row === undefined) return undefined;
    const { width, height, image } = row;
    return { canvas: { width, height }, ...(image === null ? {} : { imageId: image }) };
  }

  /**
   * Call it inside a transaction.
   *
   * @param now ISO 8601: what is noted of scans that were not there before, and of those whose file is another one now.
   */
  replace(document: string, pages: readonly Page[], now: string): void {
    this.#retire.run(document);
    pages.forEach(({ id, folio, canvas, image }, position) => {
      this.#putPage.run(document, id, position, folio, canvas.width, canvas.height, image?.id ?? null);
      if (image !== undefined) {
        const { width, height, key, file, part, resolution = null } = image;
        this.#putImage.run(image.id, document, id, width, height, key, file, part, resolution, now);
      }
    });
  }
}

function pageOf({ id, folio, canvas, image }: PageEntry): Page {
  if (image === null) return { id, folio, canvas };
  const { resolution, ...known } = image;
  return { id, folio, canvas, image: { ...known, ...stated(resolution) } };
}

function stated(resolution: number | null): Pick<PageImage, 'resolution'> {
  return resolution === null ? {} : { resolution };
}
