import type { Page, PageImage } from '../../model/page.ts';
import type { EarlierPage, StoredImage } from '../store.ts';
import type { Database, Statement } from './driver.ts';

type PageRow = {
  id: string;
  folio: string;
  width: number;
  height: number;
  retired: number;
  image: string | null;
  image_width: number | null;
  image_height: number | null;
  key: string | null;
  file: string | null;
  part: number | null;
  resolution: number | null;
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
};

const JOINED = `
  select p.id, p.folio, p.width, p.height, p.retired, p.image,
    i.width as image_width, i.height as image_height, i.key, i.file, i.part, i.resolution
  from pages p left join images i on i.id = p.image`;

/** Pages and their scans. A page that is dropped stays as `retired`, so that its id is never given again. */
export class PageTable {
  readonly #all: Statement<PageRow>;
  readonly #first: Statement<PageRow>;
  readonly #count: Statement<{ count: number }>;
  readonly #image: Statement<ImageRow>;
  readonly #earlier: Statement<{ width: number; height: number; image: string | null }>;
  readonly #retire: Statement<never>;
  readonly #putPage: Statement<never>;
  readonly #putImage: Statement<never>;

  constructor(database: Database) {
    this.#all = database.prepare(`${JOINED} where p.document = ? order by p.position`);
    this.#first = database.prepare(
      `${JOINED} where p.document = ? and p.retired = 0 and p.image is not null order by p.position limit 1`,
    );
    this.#count = database.prepare('select count(*) as count from pages where document = ? and retired = 0');
    this.#image = database.prepare(
      `select i.*, p.image = i.id and p.retired = 0 and d.state = 'present' as shown
       from images i
       left join pages p on p.document = i.document and p.id = i.page
       left join documents d on d.id = i.document
       where i.id = ?`,
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
      `insert or replace into images (id, document, page, width, height, key, file, part, resolution)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    );
  }

  of(document: string): { pages: Page[]; retired: string[] } {
    const rows = this.#all.all(document);
    return {
      pages: rows.filter(({ retired }) => retired === 0).map(pageOf),
      retired: rows.filter(({ retired }) => retired === 1).map(({ id }) => id),
    };
  }

  countOf(document: string): number {
    return this.#count.get(document)?.count ?? 0;
  }

  firstWithImage(document: string): Page | undefined {
    const row = this.#first.get(document);
    return row === undefined ? undefined : pageOf(row);
  }

  image(id: string): StoredImage | undefined {
    const row = this.#image.get(id);
    if (row === undefined) return undefined;
    const { shown, resolution, ...image } = row;
    return { ...image, ...stated(resolution), state: shown === 1 ? 'present' : 'gone' };
  }

  earlier(document: string, page: string): EarlierPage | undefined {
    const row = this.#earlier.get(document, page);
    if (row === undefined) return undefined;
    const { width, height, image } = row;
    return { canvas: { width, height }, ...(image === null ? {} : { imageId: image }) };
  }

  /** Call it inside a transaction. */
  replace(document: string, pages: readonly Page[]): void {
    this.#retire.run(document);
    pages.forEach(({ id, folio, canvas, image }, position) => {
      this.#putPage.run(document, id, position, folio, canvas.width, canvas.height, image?.id ?? null);
      if (image !== undefined) {
        const { width, height, key, file, part, resolution = null } = image;
        this.#putImage.run(image.id, document, id, width, height, key, file, part, resolution);
      }
    });
  }
}

function pageOf(row: PageRow): Page {
  const image = imageOf(row);
  return {
    id: row.id,
    folio: row.folio,
    canvas: { width: row.width, height: row.height },
    ...(image === undefined ? {} : { image }),
  };
}

function imageOf(row: PageRow): PageImage | undefined {
  const { image: id, image_width: width, image_height: height, key, file, part } = row;
  if (id === null || width === null || height === null || key === null || file === null || part === null) {
    return undefined;
  }
  return { id, width, height, key, file, part, ...stated(row.resolution) };
}

function stated(resolution: number | null): Pick<PageImage, 'resolution'> {
  return resolution === null ? {} : { resolution };
}
