import { useEffect, useMemo, useState } from 'react';
import { chooseColumns, type Column } from '../iiif/canvas-texts.ts';
import { formatPanes, paneNames, type Panes as NamedPanes } from '../iiif/panes.ts';
import type { Text } from '../iiif/text.ts';
import { rememberedPanes, rememberPanes } from './address.ts';
import type { Leaf } from './grids.ts';
import { keepColumns, keepPreferences, keptColumns, keptPreferences } from './kept.ts';
import type { Mount } from './mount.ts';
import { readPreferences, USUAL, type Preferences } from './preferences.ts';

/** How the room is set up, and which panes an address asked for when it was opened. */
export type RoomPreferences = {
  asked: NamedPanes | undefined;
  preferences: Preferences;
  setPreferences: (preferences: Preferences) => void;
};

/** What the reader is used to; of what an address asks for, that instead. */
export function useRoomPreferences(mount: Pick<Mount, 'room'>): RoomPreferences {
  const [asked] = useState(() => rememberedPanes(mount));
  const [preferences, setPreferences] = useState(() => openedWith(asked));
  return { asked, preferences, setPreferences };
}

/** Which panes are shown and how, and the ways to change that. */
export type Panes = {
  preferences: Preferences;
  /** The texts of the pages that are shown, each once. */
  texts: readonly Text[];
  columns: readonly Column[];
  /** The reader has chosen the columns, here or before. */
  isChosen: boolean;
  /** As an address has them; undefined where they are as they come for whoever has changed nothing. */
  shown: () => NamedPanes | undefined;
  prefer: (change: Partial<Preferences>) => void;
  /** @param keys of the texts to show, in order. @param change of the room that goes with it. */
  choose: (keys: readonly string[], change?: Partial<Preferences>) => void;
};

const NOTHING: readonly Text[] = [];

/**
 * What a reader has chosen outlives the visit: how the room is set up for every document, which texts are read for
 * this one. An address that names panes goes before both, and is no choice of whoever opens it. Which panes there are of
 * a document beside another is for that visit: the first one would have them too the next time.
 */
export function usePanes(
  leaves: readonly Leaf[],
  mount: Pick<Mount, 'manifest' | 'room'>,
  { asked, preferences, setPreferences }: RoomPreferences,
): Panes {
  const { manifest } = mount;
  const [wanted, setWanted] = useState(() =>
    asked === undefined || asked.texts.length === 0 ? keptColumns(manifest) : asked.texts,
  );
  const [before, setBefore] = useState<readonly Pick<Column, 'key' | 'label'>[]>([]);
  const texts = useMemo(() => distinctTexts(leaves), [leaves]);
  const columns = useMemo(
    () => chooseColumns(texts, wanted === undefined ? undefined : keysOf(wanted, texts), before),
    [texts, wanted, before],
  );
  // Before all texts have come, a later one may still take the place of an earlier.
  const isSettled = leaves.length > 0 && leaves.every(({ found }) => found.awaited === 0);
  useEffect(() => {
    if (isSettled && columns.length > 0) setBefore((names) => (areSame(names, columns) ? names : columns));
  }, [isSettled, columns]);

  const own = columns.map(({ key }) => key);
  const named = ({ scan, side, texts: hasTexts }: Preferences, keys: readonly string[]): NamedPanes => {
    const names = paneNames(texts.map(({ key }) => key));
    return {
      scan: scan ? side : undefined,
      texts: hasTexts ? keys.map((key) => names.get(key) ?? key) : [],
    };
  };
  const arrange = (change: Partial<Preferences>, keys: readonly string[]) => {
    const next = { ...preferences, ...change };
    setPreferences(next);
    // What an address asked for is not kept with it.
    keepPreferences({ ...readPreferences(keptPreferences()), ...keptChange(change, mount) });
    if (keys === own && !('side' in change || 'scan' in change || 'texts' in change)) return;
    rememberPanes(mount, named(next, keys));
  };
  return {
    preferences,
    texts,
    columns,
    isChosen: wanted !== undefined,
    shown: () => {
      const now = formatPanes(named(preferences, own));
      const usual = chooseColumns(texts, undefined).map(({ key }) => key);
      return now === formatPanes(named(USUAL, usual)) ? undefined : named(preferences, own);
    },
    prefer: (change) => arrange(change, own),
    choose: (keys, change = {}) => {
      setWanted(keys);
      keepColumns(manifest, keys);
      arrange(change, keys);
    },
  };
}

function keptChange(change: Partial<Preferences>, { room }: Pick<Mount, 'room'>): Partial<Preferences> {
  if (room === 'first') return change;
  const { side: _side, scan: _scan, texts: _texts, ...shared } = change;
  return shared;
}

function openedWith(asked: NamedPanes | undefined): Preferences {
  const kept = readPreferences(keptPreferences());
  if (asked === undefined) return kept;
  return {
    ...kept,
    ...(asked.scan === undefined ? {} : { side: asked.scan }),
    scan: asked.scan !== undefined,
    texts: asked.texts.length > 0 || asked.scan === undefined,
  };
}

function distinctTexts(leaves: readonly Leaf[]): readonly Text[] {
  const [only, ...others] = leaves;
  if (only === undefined) return NOTHING;
  if (others.length === 0) return only.found.texts;
  const byKey = new Map(
    leaves
      .flatMap(({ found }) => found.texts)
      .toReversed()
      .map((text) => [text.key, text]),
  );
  return [...byKey.values()].toReversed();
}

/** Names of texts, as an address has them, or their keys: as keys; of one that is not here as it is. */
function keysOf(names: readonly string[], texts: readonly Text[]): readonly string[] {
  const named = paneNames(texts.map(({ key }) => key));
  return names.map((name) => [...named].find(([key, short]) => key === name || short === name)?.[0] ?? name);
}

function areSame(
  one: readonly Pick<Column, 'key' | 'label'>[],
  other: readonly Pick<Column, 'key' | 'label'>[],
): boolean {
  return one.length === other.length && one.every(({ key }, index) => key === other[index]?.key);
}
