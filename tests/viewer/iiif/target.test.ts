import { describe, expect, it } from 'vitest';
import { targetOf } from '../../../viewer/iiif/target.ts';

const source = 'https://example.org/canvas/1';
const box = { x: 16, y: 12, width: 32, height: 24 };

describe('the target of an annotation', () => {
  it('is a canvas, or a part of it, however that is written', () => {
    const written = [
      `${source}#xywh=16,12,32,24`,
      `${source}#xywh=pixel:16,12,32,24`,
      `${source}#t=1,2&xywh=16,12,32,24`,
      { id: `${source}#xywh=16,12,32,24`, type: 'Canvas' },
      { type: 'SpecificResource', source, selector: { type: 'FragmentSelector', value: 'xywh=16,12,32,24' } },
      { source: { id: source, type: 'Canvas' }, selector: [{ value: '#xywh=16,12,32,24' }] },
      { source, selector: { type: 'RangeSelector', refinedBy: { value: 'xywh=16,12,32,24' } } },
      {
        source,
        selector: { type: 'SvgSelector', value: '<svg><path d="M16,12L48,12L48,36L16,36Z"/></svg>' },
      },
      { source, selector: { value: '<svg><polygon points="16,12 48,12 30,36"/></svg>' } },
      [{ nothing: true }, `${source}#xywh=16,12,32,24`],
    ];
    for (const target of written) expect(targetOf(target)).toMatchObject({ source, box });
  });

  it('has an outline where an SVG draws one line, beside the rectangle that is named or the bounds of its own', () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"><path d="M16,30 L48,12 48,20 16,38 Z"/></svg>';
    const outline = [
      { x: 16, y: 30 },
      { x: 48, y: 12 },
      { x: 48, y: 20 },
      { x: 16, y: 38 },
    ];
    const drawn = { type: 'SvgSelector', value: svg };
    const named = { type: 'FragmentSelector', value: 'xywh=16,12,32,24' };
    for (const selector of [
      [named, drawn],
      [drawn, named],
    ]) {
      expect(targetOf({ source, selector })).toEqual({ source, box, outline: [outline] });
    }
    expect(targetOf({ source, selector: drawn })).toEqual({
      ...{ source, outline: [outline] },
      box: { x: 16, y: 12, width: 32, height: 26 },
    });
    expect(targetOf({ source, selector: named })).toEqual({ source, box });
  });

  it('has a ring for each line that an SVG draws, and none where it has more points than anyone draws', () => {
    const of = (path: string) => targetOf({ source, selector: { value: `<svg><path d="${path}"/></svg>` } });
    expect(of('M16,12L48,12L48,20Z M20,20L30,36L20,36Z')).toEqual({
      ...{ source, box },
      outline: [
        [
          { x: 16, y: 12 },
          { x: 48, y: 12 },
          { x: 48, y: 20 },
        ],
        [
          { x: 20, y: 20 },
          { x: 30, y: 36 },
          { x: 20, y: 36 },
        ],
      ],
    });
    const many = Array.from({ length: 6000 }, (_, index) => `${index},${index % 7}`).join(' ');
    expect(of(`M${many}Z`)).toEqual({ source, box: { x: 0, y: 0, width: 5999, height: 6 } });
    expect(of('M1,1 L5,5')).toEqual({ source, box: { x: 1, y: 1, width: 4, height: 4 } });
  });

  it('has no region where none can be read, and then is the whole', () => {
    const unread = [
      '#xywh=percent:1,2,3,4',
      '#xywh=1,2,0,4',
      '#xywh=1,2,3',
      '#xywh=9e9,1,1,1',
      '#xywh=1..2,1,1,1',
      '',
    ];
    for (const fragment of unread) expect(targetOf(source + fragment)).toEqual({ source });
    expect(
      targetOf({ source, selector: { type: 'SvgSelector', value: '<svg><path d="m1,1 l5,5"/></svg>' } }),
    ).toEqual({
      source,
    });
  });

  it('is read in per cents where the size of the canvas is known', () => {
    const size = { width: 200, height: 1000 };
    const target = `${source}#xywh=percent:25,10,50,2.5`;
    expect(targetOf(target, size)).toEqual({ source, box: { x: 50, y: 100, width: 100, height: 25 } });
    expect(targetOf({ source, selector: { value: 'xywh=percent:0,0,100,100' } }, size)?.box).toEqual({
      ...{ x: 0, y: 0 },
      ...size,
    });
    expect(targetOf(`${source}#xywh=percent:50,0,100,1`, size)).toEqual({ source });
    expect(targetOf(target, { width: 0, height: 0 })).toEqual({ source });
  });

  it('is unknown where nothing names a resource', () => {
    for (const target of [undefined, null, 7, '', '#xywh=1,2,3,4', {}, { selector: [] }, []]) {
      expect(targetOf(target)).toBeUndefined();
    }
  });
});
