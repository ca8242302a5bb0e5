import { describe, expect, it } from 'vitest';
import { canvasImageOf, cropAddress, withMargin } from '../../../viewer/iiif/canvas-image.ts';

const size = { width: 1000, height: 2000 };
const service3 = { id: 'https://x.example/i/1', type: 'ImageService3', profile: 'level2' };
const canvas = (body: object, target = 'urn:c') => ({
  id: 'urn:c',
  items: [{ items: [{ motivation: 'painting', target, body }] }],
});
const crop = (record: Record<string, unknown>, box = { x: 100, y: 200, width: 500, height: 100 }) => {
  const image = canvasImageOf(record, size);
  return image === undefined ? undefined : cropAddress(image, box);
};

describe('a part of a scan', () => {
  it('is asked for in the pixels of the scan, which may be larger than the canvas', () => {
    const body = { id: 'https://x.example/1.jpg', service: [{ ...service3, width: 2000, height: 4000 }] };
    expect(crop(canvas(body))).toBe('https://x.example/i/1/200,400,1000,200/max/0/default.jpg');
    expect(crop(canvas(body), { x: 0, y: 0, width: 1000, height: 2000 })).toBe(
      'https://x.example/i/1/full/600,1200/0/default.jpg',
    );
  });

  it('is asked for in per cents where the size of the scan is not said', () => {
    expect(crop(canvas({ service: [service3] }))).toBe(
      'https://x.example/i/1/pct:10,10,50,5/max/0/default.jpg',
    );
  });

  it('lies where the scan lies on the canvas', () => {
    const body = { service: [{ ...service3, width: 500, height: 1000 }] };
    const record = canvas(body, 'urn:c#xywh=500,0,500,1000');
    expect(crop(record, { x: 600, y: 100, width: 100, height: 100 })).toBe(
      'https://x.example/i/1/100,100,100,100/max/0/default.jpg',
    );
    expect(crop(record, { x: 0, y: 0, width: 100, height: 100 })).toBeUndefined();
  });

  it('is had of Image API 2 and of Presentation 2', () => {
    const service = {
      '@context': 'http://iiif.io/api/image/2/context.json',
      '@id': 'https://x.example/i/2/',
      ...{ width: 4000, height: 8000 },
    };
    const record = { images: [{ on: 'urn:c', resource: { '@id': 'https://x.example/2.jpg', service } }] };
    expect(crop(record, { x: 0, y: 0, width: 500, height: 100 })).toBe(
      'https://x.example/i/2/0,0,2000,400/1200,/0/default.jpg',
    );
  });

  it('is the whole picture where there is no service, and nothing where there is no picture', () => {
    expect(crop(canvas({ id: 'https://x.example/1.jpg' }))).toBe('https://x.example/1.jpg');
    expect(crop(canvas({ id: 'javascript:alert(1)' }))).toBeUndefined();
    expect(crop({ id: 'urn:c', items: [] })).toBeUndefined();
    expect(crop(canvas({ service: [{ ...service3, id: 'javascript:alert(1)' }] }))).toBeUndefined();
  });

  it('has some paper around it, within the canvas', () => {
    const { x, y, width, height } = withMargin({ x: 2, y: 100, width: 500, height: 20 }, size);
    expect(x).toBe(0);
    expect(y).toBeLessThan(100);
    expect(width).toBeGreaterThan(502);
    expect(y + height).toBeGreaterThan(120);
  });
});
