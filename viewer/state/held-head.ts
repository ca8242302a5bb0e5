import { useLayoutEffect, useRef, type RefObject } from 'react';

/** What stands in the head of a column. */
export type HeadTool = 'chooser' | 'back' | 'forward';

/**
 * Keeps the keyboard among the heads of the columns when one of them is moved, hidden, added or given another text: its
 * head is made anew, and whoever was in it would begin at the top of everything.
 *
 * @param keys of the columns that are shown, in their order.
 * @returns `hold`, to be called before a change: with the column that the focus is to be in afterwards, and where in
 *   it, if that is there; without a column where none is left, for what adds one.
 */
export function useHeldHead(keys: readonly string[]): {
  heads: RefObject<HTMLDivElement | null>;
  hold: (key: string | undefined, tool?: HeadTool) => void;
} {
  const heads = useRef<HTMLDivElement>(null);
  const wanted = useRef<{ key: string | undefined; tool: HeadTool }>(undefined);
  const shown = JSON.stringify(keys);
  useLayoutEffect(() => {
    const { current } = wanted;
    wanted.current = undefined;
    if (current === undefined) return;
    const all = [...(heads.current?.querySelectorAll<HTMLElement>('[data-column]') ?? [])];
    const head = all.find(({ dataset }) => dataset.column === current.key) ?? heads.current;
    // One that has come to an end has no farther way, but one back; both are put away where there is no room.
    const tools = current.tool === 'chooser' ? ['chooser'] : [current.tool, 'back', 'forward', 'chooser'];
    [...tools, 'add']
      .flatMap((tool) => head?.querySelector<HTMLElement>(`[data-tool=${tool}]`) ?? [])
      .find((one) => one.checkVisibility())
      ?.focus();
  }, [shown]);
  return {
    heads,
    hold: (key, tool = 'chooser') => {
      wanted.current = { key, tool };
    },
  };
}
