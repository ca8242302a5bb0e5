import {
  useEffect,
  useEffectEvent,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactElement,
} from 'react';
import type { Chapter, Contents } from '../iiif/contents.ts';
import { say } from '../messages/messages.ts';
import { interfaceDirection } from '../state/interface-direction.ts';
import type { Turning } from '../state/turning.ts';

/** Two levels stand open, if they have no more chapters than this together; else one. */
const MOST_OPEN = 300;

/** Of one list so many are drawn at once; the others are behind an entry of their own. */
const MOST_DRAWN = 150;

/** Of those, so many before the chapter that one is in. */
const BEFORE = 40;

/** Which of a list are drawn: from `first` up to and without `end`. */
type Part = { first: number; end: number };

type Shared = {
  contents: Contents;
  current: number | undefined;
  /** The entry that the Tab key reaches, by the name it has among the entries. */
  reachable: string;
  isOpen: (chapter: Chapter, level: number) => boolean;
  partOf: (list: string, children: readonly number[]) => Part;
  folioOf: (page: number) => string;
};

/**
 * The table of contents as a tree (ARIA 1.2), opened to the second level and to where one is. Lists of thousands are
 * drawn in parts.
 */
export function ContentsTree({
  contents,
  turning: { canvases, index, turnTo },
  onChosen,
}: {
  contents: Contents;
  turning: Turning;
  onChosen: () => void;
}): ReactElement {
  const tree = useRef<HTMLUListElement>(null);
  const current = contents.chapterOfPage(index);
  /** Chapters that the reader has opened or closed. */
  const [opened, setOpened] = useState<ReadonlyMap<number, boolean>>(new Map());
  const [parts, setParts] = useState<ReadonlyMap<string, Part>>(new Map());
  const [walked, setWalked] = useState<string>();
  const path = useMemo(() => pathTo(contents, current), [contents, current]);

  const areTwoLevelsOpen = useMemo(() => {
    const second = contents.roots.reduce(
      (sum, root) => sum + (contents.chapters[root]?.children.length ?? 0),
      0,
    );
    return contents.roots.length + second <= MOST_OPEN;
  }, [contents]);

  const isOpen = ({ number }: Chapter, level: number) =>
    opened.get(number) ?? ((level === 1 && areTwoLevelsOpen) || path.has(number));
  const partOf = (list: string, children: readonly number[]): Part => {
    const here = children.findIndex((child) => path.has(child) || child === current);
    const known = parts.get(list);
    if (known !== undefined && (here === -1 || (here >= known.first && here < known.end))) return known;
    const first = children.length <= MOST_DRAWN ? 0 : Math.max(0, here - BEFORE);
    return { first, end: Math.min(children.length, first + MOST_DRAWN) };
  };
  /** The entry itself, or the outermost closed one that it is in. */
  const drawnEntry = (number: number): number => {
    const chain = [];
    for (let at: number | undefined = number; at !== undefined; at = contents.chapters[at]?.parent)
      chain.unshift(at);
    return (
      chain.find((at, place) => {
        const chapter = contents.chapters[at];
        return chapter !== undefined && at !== number && !isOpen(chapter, place + 1);
      }) ?? number
    );
  };
  const firstDrawn = contents.roots[partOf('', contents.roots).first] ?? 0;
  const reachable =
    walked?.includes(':') === true
      ? walked
      : String(drawnEntry(walked === undefined ? (current ?? firstDrawn) : Number(walked)));

  const reveal = useEffectEvent(() => {
    const entry = tree.current?.querySelector('[aria-current]');
    entry?.querySelector('.desk-chapter')?.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  });
  useEffect(() => {
    setWalked(undefined);
    reveal();
  }, [current]);

  const act = (name: string) => {
    const [list, way] = name.split(':');
    if (list !== undefined && way !== undefined) extend(list, way === 'earlier' ? 'earlier' : 'later');
    else choose(Number(name));
  };
  const choose = (number: number) => {
    const chapter = contents.chapters[number];
    if (chapter?.page === undefined) {
      if (chapter !== undefined) toggle(chapter);
      return;
    }
    turnTo(chapter.page);
    onChosen();
  };
  const toggle = (chapter: Chapter, to?: boolean) => {
    if (chapter.children.length === 0) return;
    const level = levelOf(contents, chapter);
    setOpened(new Map(opened).set(chapter.number, to ?? !isOpen(chapter, level)));
  };
  const extend = (list: string, way: 'earlier' | 'later') => {
    const children = list === '' ? contents.roots : (contents.chapters[Number(list)]?.children ?? []);
    const { first, end } = partOf(list, children);
    const part =
      way === 'earlier'
        ? { first: Math.max(0, first - MOST_DRAWN), end }
        : { first, end: Math.min(children.length, end + MOST_DRAWN) };
    setParts(new Map(parts).set(list, part));
    // The entry goes, or is another one: the focus goes on to the first that came.
    const next = way === 'earlier' ? children[first - 1] : children[end];
    if (next !== undefined) setWalked(String(next));
  };

  const focused = useRef(false);
  useEffect(() => {
    if (walked === undefined || !focused.current) return;
    entryOf(tree.current, walked)?.focus();
  }, [walked, parts]);

  const press = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const here = event.target instanceof HTMLElement ? event.target.dataset.entry : undefined;
    if (here === undefined || tree.current === null) return;
    const all = [...tree.current.querySelectorAll<HTMLElement>('[data-entry]')];
    const at = all.findIndex((entry) => entry.dataset.entry === here);
    const chapter = here.includes(':') ? undefined : contents.chapters[Number(here)];
    const go = (to: string | undefined) => {
      if (to === undefined) return;
      focused.current = true;
      setWalked(to);
    };
    const isOpened = event.target instanceof HTMLElement && event.target.ariaExpanded === 'true';
    // Into a chapter is the way in which it is indented.
    const [inward, outward] =
      interfaceDirection() === 'rtl' ? ['ArrowLeft', 'ArrowRight'] : ['ArrowRight', 'ArrowLeft'];
    switch (event.key) {
      case 'ArrowDown':
        go(all[at + 1]?.dataset.entry);
        break;
      case 'ArrowUp':
        go(all[at - 1]?.dataset.entry);
        break;
      case 'Home':
        go(all[0]?.dataset.entry);
        break;
      case 'End':
        go(all.at(-1)?.dataset.entry);
        break;
      case inward:
        if (chapter === undefined || chapter.children.length === 0) return;
        if (isOpened) go(all[at + 1]?.dataset.entry);
        else toggle(chapter, true);
        break;
      case outward:
        if (chapter === undefined) return;
        if (isOpened) toggle(chapter, false);
        else if (chapter.parent !== undefined) go(String(chapter.parent));
        break;
      case 'Enter':
      case ' ':
        focused.current = true;
        act(here);
        break;
      default:
        return;
    }
    event.preventDefault();
  };

  const shared: Shared = {
    ...{ contents, current, reachable, isOpen, partOf },
    folioOf: (page) => canvases[page]?.label ?? '',
  };
  return (
    <div className="desk-contents">
      <ul
        ref={tree}
        role="tree"
        aria-label={say('contents')}
        onKeyDown={press}
        onFocus={({ target }) => {
          if (target instanceof HTMLElement && target.dataset.entry !== undefined)
            setWalked(target.dataset.entry);
        }}
        onClick={({ target }) => {
          if (!(target instanceof Element)) return;
          const name = target.closest<HTMLElement>('[data-entry]')?.dataset.entry;
          if (name === undefined) return;
          const chapter = contents.chapters[Number(name)];
          if (target.closest('.desk-chapter-toggle') !== null && chapter !== undefined) toggle(chapter);
          else act(name);
        }}
      >
        <Entries list="" numbers={contents.roots} level={1} shared={shared} />
      </ul>
    </div>
  );
}

function Entries({
  list,
  numbers,
  level,
  shared,
}: {
  /** The number of the chapter that they are in; empty for none. */
  list: string;
  numbers: readonly number[];
  level: number;
  shared: Shared;
}): ReactElement {
  const { first, end } = shared.partOf(list, numbers);
  return (
    <>
      {first > 0 ? <Rest name={`${list}:earlier`} count={first} level={level} shared={shared} /> : null}
      {numbers.slice(first, end).map((number, place) => {
        const chapter = shared.contents.chapters[number];
        if (chapter === undefined) return null;
        return (
          <Entry
            key={number}
            {...{ chapter, level, shared }}
            setSize={numbers.length}
            place={first + place + 1}
          />
        );
      })}
      {end < numbers.length ? (
        <Rest name={`${list}:later`} count={numbers.length - end} level={level} shared={shared} />
      ) : null}
    </>
  );
}

function Entry({
  chapter,
  level,
  setSize,
  place,
  shared,
}: {
  chapter: Chapter;
  level: number;
  setSize: number;
  place: number;
  shared: Shared;
}): ReactElement {
  const { number, label, children, page } = chapter;
  const name = String(number);
  const isOpen = children.length > 0 ? shared.isOpen(chapter, level) : undefined;
  const words = label ?? (page === undefined ? say('chapterUnnamed') : shared.folioOf(page));
  const folio = page === undefined ? undefined : shared.folioOf(page);
  return (
    <li
      role="treeitem"
      data-entry={name}
      aria-level={level}
      aria-setsize={setSize}
      aria-posinset={place}
      aria-expanded={isOpen}
      // Else what is in it would be its name as well.
      aria-label={folio === undefined ? words : say('chapterNamed', { words, folio })}
      aria-current={number === shared.current ? 'true' : undefined}
      tabIndex={name === shared.reachable ? 0 : -1}
    >
      <span className="desk-chapter">
        <span className="desk-chapter-toggle">
          {isOpen === undefined ? null : (
            <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true" focusable="false">
              <path d="M4 2l4 4-4 4" fill="none" stroke="currentColor" strokeWidth="1.5" />
            </svg>
          )}
        </span>
        <span className="desk-chapter-words" dir="auto">
          {words}
        </span>
        {folio === undefined ? null : <span className="desk-chapter-folio">{folio}</span>}
      </span>
      {isOpen === true ? (
        <ul role="group">
          <Entries list={name} numbers={children} level={level + 1} shared={shared} />
        </ul>
      ) : null}
    </li>
  );
}

/** What of a list is not drawn yet. */
function Rest({
  name,
  count,
  level,
  shared: { reachable },
}: {
  name: string;
  count: number;
  level: number;
  shared: Shared;
}): ReactElement {
  return (
    <li role="treeitem" data-entry={name} aria-level={level} tabIndex={name === reachable ? 0 : -1}>
      <span className="desk-chapter desk-chapter-rest">
        {say(name.endsWith('earlier') ? 'chaptersEarlier' : 'chaptersLater', { count })}
      </span>
    </li>
  );
}

function pathTo({ chapters }: Contents, number: number | undefined): ReadonlySet<number> {
  const path = new Set<number>();
  for (let at = number; at !== undefined; at = chapters[at]?.parent) {
    if (at !== number) path.add(at);
  }
  return path;
}

function levelOf({ chapters }: Contents, { parent }: Chapter): number {
  let level = 1;
  for (let at = parent; at !== undefined; at = chapters[at]?.parent) level += 1;
  return level;
}

function entryOf(tree: HTMLElement | null, name: string): HTMLElement | null {
  return tree?.querySelector<HTMLElement>(`[data-entry="${name}"]`) ?? null;
}
