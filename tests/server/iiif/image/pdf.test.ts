import { describe, expect, it } from 'vitest';
import { paperSize, pdfPage } from '../../../../server/iiif/image/pdf.ts';
import { sharp } from '../../../../server/pyramid/sharp.ts';

const UPRIGHT = { mirrored: false, degrees: 0 };
const box = (width: number, height: number) => ({ x: 10, y: 20, width, height });
const A4 = box(2480, 3508);

function picture(channels: 1 | 3) {
  const background = { r: 90, g: 120, b: 150 };
  const image = sharp({ create: { width: 60, height: 40, channels: 3, background } });
  return channels === 1 ? image.toColourspace('b-w') : image;
}

describe('paperSize', () => {
  it('is the size that was scanned, in units of 72 to the inch', () => {
    expect(paperSize(box(3000, 600), UPRIGHT, 600)).toEqual({ width: 360, height: 72 });
  });

  it('turns with the picture', () => {
    const { width, height } = paperSize(box(3000, 600), { mirrored: true, degrees: 270 }, 600);
    expect(width).toBeCloseTo(72);
    expect(height).toBeCloseTo(360);
    const slanted = paperSize(box(400, 300), { mirrored: false, degrees: 30 }, 100);
    expect(slanted.width).toBeCloseTo(0.72 * 496.41, 1);
    expect(slanted.height).toBeCloseTo(0.72 * 459.81, 1);
  });

  it.each([undefined, 72, 96, 1])('takes a scan for one of 300 dpi if it says %s', (resolution) => {
    // A4, as it left the scanner: 210 x 297 mm.
    const { width, height } = paperSize(A4, UPRIGHT, resolution);
    expect((width / 72) * 25.4).toBeCloseTo(210, 0);
    expect((height / 72) * 25.4).toBeCloseTo(297, 0);
  });

  it('is never longer than a page can be, and keeps its proportions', () => {
    const { width, height } = paperSize(box(65_000, 1300), UPRIGHT, 100);
    expect(width).toBeCloseTo(14_400);
    expect(height).toBeCloseTo(288);
  });
});

describe('pdfPage', () => {
  const textOf = async (bytes: Buffer, width = 360, height = 240) =>
    (await pdfPage(bytes, { width, height })).toString('latin1');

  it('is one page of that size', async () => {
    const pdf = await textOf(await picture(3).jpeg().toBuffer(), 595.2, 841.92);
    expect(pdf.startsWith('%PDF-1.')).toBe(true);
    expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(1);
    expect(pdf.includes('/Count 1')).toBe(true);
    expect(pdf.includes('/MediaBox [0 0 595.2 841.92]')).toBe(true);
    expect(pdf.trimEnd().endsWith('%%EOF')).toBe(true);
  });

  it('holds the JPEG as it is, in colour or in grey', async () => {
    for (const [channels, space] of [
      [3, '/DeviceRGB'],
      [1, '/DeviceGray'],
    ] as const) {
      const jpeg = await picture(channels).jpeg({ quality: 85 }).toBuffer();
      const pdf = await textOf(jpeg);
      expect(pdf.includes(jpeg.toString('latin1'))).toBe(true);
      expect(pdf.includes('/DCTDecode')).toBe(true);
      expect(pdf.includes(`/ColorSpace ${space}`)).toBe(true);
    }
  });

  it('holds two colours in one bit for each pixel, as they were compressed', async () => {
    const png = await picture(1).threshold(100).png({ palette: false, colours: 2 }).toBuffer();
    const pdf = await textOf(png);
    expect(pdf.includes('/BitsPerComponent 1\n')).toBe(true);
    const data = png.indexOf('IDAT');
    expect(
      pdf.includes(png.subarray(data + 4, data + 4 + png.readUInt32BE(data - 4)).toString('latin1')),
    ).toBe(true);
  });

  it('has the same bytes whenever it is made, and says no date', async () => {
    const jpeg = await picture(3).jpeg().toBuffer();
    const first = await textOf(jpeg);
    await new Promise((resolve) => setTimeout(resolve, 1100));
    expect((await textOf(jpeg)) === first).toBe(true);
    expect(/Date|Keywords/.test(first)).toBe(false);
  });

  it('has an identifier of its own', async () => {
    const id = async (bytes: Buffer) => /\/ID \[<[0-9a-f]{32}> /.exec(await textOf(bytes))?.[0];
    const [one, other] = [await picture(3).jpeg().toBuffer(), await picture(1).jpeg().toBuffer()];
    expect(await id(one)).toEqual(expect.any(String));
    expect(await id(one)).not.toBe(await id(other));
  });

  it('has a page for the thinnest strip', async () => {
    const pdf = await textOf(await picture(3).jpeg().toBuffer(), 0.24, 2400);
    expect(pdf.includes('/MediaBox [0 0 3 2400]')).toBe(true);
  });
});
