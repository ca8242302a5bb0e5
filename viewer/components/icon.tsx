import type { ReactElement } from 'react';

const PATHS = {
  back: 'M12.5 4 6.5 10l6 6',
  forward: 'M7.5 4l6 6-6 6',
  plus: 'M10 4v12M4 10h12',
  minus: 'M4 10h12',
  share: 'M10 12.5V3M6.5 6 10 2.5 13.5 6M6 9H4v8h12V9h-2',
  more: 'M4.5 10h.01M10 10h.01M15.5 10h.01',
  cite: 'M5 13.5c2.6-1 3-3.5 3-7H4v4h2.5M13 13.5c2.6-1 3-3.5 3-7h-4v4h2.5',
  close: 'M5 5l10 10M15 5 5 15',
  down: 'M6 8.5l4 4 4-4',
  up: 'M6 12l4-4 4 4',
  search: 'M8.5 3.5a5 5 0 1 1 0 10 5 5 0 0 1 0-10zM12.2 12.2 17 17',
  view: 'M3 4.5h14v11H3zM10 4.5v11',
  shown: 'M2.5 10c4-6.5 11-6.5 15 0-4 6.5-11 6.5-15 0zM10 7.6a2.4 2.4 0 1 1 0 4.8 2.4 2.4 0 0 1 0-4.8z',
  hidden: 'M2.5 10c4-6.5 11-6.5 15 0-4 6.5-11 6.5-15 0zM4 16.5l12-13',
  page: 'M5 2.5h10v15H5zM7.5 6.5h5M7.5 10h5M7.5 13.5h5',
  expand: 'M12 3.5h4.5V8M16.5 3.5 11.5 8.5M8 16.5H3.5V12M3.5 16.5l5-5',
  shrink: 'M16.5 8.5h-5v-5M11.5 8.5l5-5M3.5 11.5h5v5M8.5 11.5l-5 5',
  turnLeft: 'M4 5v4h4M4.3 9a6.3 6.3 0 1 1-.4 4',
  turnRight: 'M16 5v4h-4M15.7 9a6.3 6.3 0 1 0 .4 4',
  pages: 'M3.5 3.5h5.5v5.5H3.5zM11 3.5h5.5v5.5H11zM3.5 11h5.5v5.5H3.5zM11 11h5.5v5.5H11z',
  keyboard: 'M2.5 5.5h15v9h-15zM5 8.2h.01M8.3 8.2h.01M11.7 8.2h.01M15 8.2h.01M6.5 11.8h7',
  list: 'M4 5.5h12M4 10h12M4 14.5h8',
};

export type IconName = keyof typeof PATHS;

/** A drawing beside or instead of words that are there for those who cannot see it. */
export function Icon({ name }: { name: IconName }): ReactElement {
  return (
    <svg
      className="desk-icon"
      viewBox="0 0 20 20"
      width="20"
      height="20"
      aria-hidden="true"
      focusable="false"
    >
      <path
        d={PATHS[name]}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.6"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
