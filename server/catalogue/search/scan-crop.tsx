import type { ReactElement } from 'react';
import type { PublicUrls } from '../../http/public-urls.ts';
import type { PageImage } from '../../model/page.ts';
import type { Crop, Focus } from './crop-region.ts';

/** A strip of the scan with the hit marked on it; the marks are drawn, since the page may carry no styles of its own. */
export function ScanCrop({
  crop: { region, size, marks, focus },
  image,
  alt,
  urls,
}: {
  crop: Crop;
  image: PageImage;
  alt: string;
  urls: PublicUrls;
}): ReactElement {
  const { x, y, width, height } = region;
  const at = (pixels: number) =>
    urls.imageAt(image.id, `${[x, y, width, height].join(',')}/${pixels},/0/default.jpg`);
  const twice = Math.min(size.width * 2, width);
  return (
    <span className={`scan-crop scan-crop-${focus}`}>
      <img
        src={at(size.width)}
        {...(twice > size.width ? { srcSet: `${at(size.width)} 1x, ${at(twice)} 2x` } : {})}
        width={size.width}
        height={size.height}
        alt={alt}
        loading="lazy"
        decoding="async"
      />
      <svg
        viewBox={`0 0 ${width} ${height}`}
        preserveAspectRatio={`${ALIGNED[focus]} slice`}
        aria-hidden="true"
        focusable="false"
      >
        {marks.map((mark, index) => (
          <rect
            key={index}
            x={round(mark.x)}
            y={round(mark.y)}
            width={round(mark.width)}
            height={round(mark.height)}
          />
        ))}
      </svg>
    </span>
  );
}

/** Where there is room for a part only, the marks are cut as the picture is. */
const ALIGNED: Record<Focus, string> = {
  start: 'xMinYMid',
  middle: 'xMidYMid',
  end: 'xMaxYMid',
  whole: 'xMidYMid',
};

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
