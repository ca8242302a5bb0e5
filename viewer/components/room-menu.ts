import type { Manifest } from '../iiif/manifest.ts';
import { LANGUAGE_TAGS, ownName, say, spokenLanguage, type Language } from '../messages/messages.ts';
import type { Mount } from '../state/mount.ts';
import type { MenuItem } from './menu.tsx';

/** What the menu of the room has of its own. */
export function roomMenu(
  manifest: Manifest,
  open: (kind: 'cite' | 'evidence' | 'download' | 'about' | 'keys' | 'share' | 'beside') => void,
  { room }: Pick<Mount, 'room'>,
  /** Whether words of a text are selected, which evidence is then for. */
  hasSelected: () => boolean,
): readonly MenuItem[] {
  const { comparison } = manifest.offers;
  return [
    { id: 'cite', words: say('cite'), isForPhones: true, onSelect: () => open('cite') },
    { id: 'share', words: say('share'), isForPhones: true, onSelect: () => open('share') },
    {
      id: 'evidence',
      words: () => say(hasSelected() ? 'evidenceOfWords' : 'evidenceOfRow'),
      shortcut: 'E',
      onSelect: () => open('evidence'),
    },
    { id: 'about', words: say('about'), onSelect: () => open('about') },
    ...(comparison === undefined ? [] : [{ id: 'compare', words: say('compare'), href: comparison.address }]),
    // There are two at most: one that is opened beside takes the place of the other.
    ...(room === 'first'
      ? [{ id: 'beside', words: say('openBesideMenu'), onSelect: () => open('beside') }]
      : []),
    { id: 'download', words: say('download'), onSelect: () => open('download') },
    { id: 'keys', words: say('keys'), shortcut: '?', isApart: true, onSelect: () => open('keys') },
  ];
}

/** Each language of the interface, in its own words: once, for the whole window. */
export function languageMenu({ room }: Pick<Mount, 'room'>): readonly MenuItem[] {
  if (room !== 'first') return [];
  return LANGUAGE_TAGS.map((tag, index) => ({
    id: `language-${tag}`,
    words: ownName(tag),
    language: tag,
    isChecked: tag === spokenLanguage(),
    isApart: index === 0,
    onSelect: () => window.location.assign(inLanguage(window.location.href, tag)),
  }));
}

/** The present address in another language: the server remembers it from there on. */
export function inLanguage(address: string, language: Language): string {
  const url = new URL(address);
  url.searchParams.set('lang', language);
  return url.href;
}
