import { describe, expect, it } from 'vitest';
import { thumbnailOf } from '../../../viewer/iiif/thumbnail.ts';

const SERVICE = 'https://images.example/iiif/page-1';

const canvas3 = (body: object, more: object = {}) => ({
  ...{ id: 'https://example.org/canvas/1', type: 'Canvas', ...more },
  items: [{ type: 'AnnotationPage', items: [{ type: 'Annotation', motivation: 'painting', body }] }],
});

const image3 = (service: object, size: object = { width: 3000, height: 4000 }) => ({
  ...{ id: `${SERVICE}/full/max/0/default.jpg`, type: 'Image', ...size },
  service: [{ id: SERVICE, type: 'ImageService3', ...service }],
});

const of = (canvas: object) => thumbnailOf({ ...canvas }, 200);

describe('the small picture of a canvas', () => {
  it('is its own, by just the address that it has', () => {
    const thumbnail = 'https://images.example/thumbs/1.jpg?size=s';
    const scan = image3({ profile: 'level2' });
    expect(of(canvas3(scan, { thumbnail: [{ id: thumbnail, type: 'Image' }] }))).toBe(thumbnail);
    // Presentation 2: an object, or an address alone.
    expect(of({ thumbnail: { '@id': thumbnail } })).toBe(thumbnail);
    expect(of({ thumbnail })).toBe(thumbnail);
  });

  it('is of several the smallest that is wide enough', () => {
    const one = (width: number) => ({
      id: `https://e.org/${width}.jpg`,
      type: 'Image',
      width,
      height: width,
    });
    expect(of({ thumbnail: [one(900), one(250), one(90)] })).toBe('https://e.org/250.jpg');
    expect(of({ thumbnail: [one(90), one(60)] })).toBe('https://e.org/90.jpg');
  });

  it('is a size that its service has ready', () => {
    const sizes = [
      { width: 3000, height: 4000 },
      { width: 375, height: 500 },
      { width: 188, height: 250 },
    ];
    expect(of(canvas3(image3({ profile: 'level0', sizes })))).toBe(`${SERVICE}/full/375,500/0/default.jpg`);
    expect(of(canvas3(image3({ profile: 'level2', sizes })))).toBe(`${SERVICE}/full/375,500/0/default.jpg`);
  });

  it('is made by a service of level 1 or 2, in the canonical form of its version', () => {
    expect(of(canvas3(image3({ profile: 'level2' })))).toBe(`${SERVICE}/full/200,267/0/default.jpg`);
    expect(of(canvas3(image3({ profile: 'level1' })))).toBe(`${SERVICE}/full/200,267/0/default.jpg`);
    const painted = (service: object) => ({
      images: [{ resource: { '@id': 'https://images.example/1.jpg', service } }],
    });
    const level2 = ['http://iiif.io/api/image/2/level2.json', { formats: ['jpg'] }];
    expect(of(painted({ '@id': `${SERVICE}/`, profile: level2 }))).toBe(`${SERVICE}/full/200,/0/default.jpg`);
    const stanford = 'http://library.stanford.edu/iiif/image-api/1.1/compliance.html#level1';
    expect(of(painted({ '@id': SERVICE, profile: stanford }))).toBe(`${SERVICE}/full/200,/0/native.jpg`);
  });

  it('is never larger than the scan, for that would be refused', () => {
    expect(of(canvas3(image3({ profile: 'level2' }, { width: 150, height: 100 })))).toBe(
      `${SERVICE}/full/max/0/default.jpg`,
    );
  });

  it('is the scan itself where that is small', () => {
    const scan = { id: 'https://example.org/1.jpg', type: 'Image', width: 300, height: 400 };
    expect(of(canvas3(scan))).toBe('https://example.org/1.jpg');
    expect(of(canvas3({ type: 'Choice', items: [scan] }))).toBe('https://example.org/1.jpg');
  });

  it('is none where only something large is known, so that no full scan is fetched for it', () => {
    const scan = { id: 'https://example.org/1.jpg', type: 'Image', width: 3000, height: 4000 };
    expect(of(canvas3(scan))).toBeUndefined();
    expect(of(canvas3({ ...scan, width: undefined }))).toBeUndefined();
    expect(of(canvas3(image3({ profile: 'level0' })))).toBeUndefined();
    expect(of(canvas3(image3({})))).toBeUndefined();
    const only = [{ width: 3000, height: 4000 }];
    expect(of(canvas3(image3({ profile: 'level0', sizes: only })))).toBeUndefined();
  });

  it('is none of anything that is no address of the web', () => {
    for (const thumbnail of ['javascript:alert(1)', 'data:image/png;base64,AA', 7, null, [{}], { id: {} }]) {
      expect(of({ thumbnail }), JSON.stringify(thumbnail)).toBeUndefined();
    }
    const hostile = { id: 'javascript:0', type: 'ImageService3', profile: 'level2' };
    expect(of(canvas3({ id: 'data:,', service: [hostile] }))).toBeUndefined();
    const odd = [{ width: -1, height: 1e12 }, 'x', null];
    expect(of(canvas3(image3({ profile: 'level2', sizes: odd })))).toBe(
      `${SERVICE}/full/200,267/0/default.jpg`,
    );
  });
});
