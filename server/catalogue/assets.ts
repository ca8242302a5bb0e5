import type { AuthorityKind } from '../model/authority.ts';
import type { Institution } from '../model/institution.ts';
import type { LanguageMap } from '../model/language-map.ts';
import type { PublicUrls } from '../http/public-urls.ts';

/** File names of what the browser needs, as the build has named them: for `urls.asset(name)`. */
export type Assets = {
  stylesheets(entry: 'catalogue' | 'reading-room'): string[];
  /** Undefined: the viewer has not been built; its page is then the text alone. */
  script(entry: 'reading-room'): string | undefined;
  /** Other scripts that the entry begins with, so that none is found out about only when another has come. */
  preloads(entry: 'reading-room', language: string): string[];
};

/** What every page needs to know of the site that it stands in. */
export type Site = {
  urls: PublicUrls;
  assets: Assets;
  /** The institution's name, else the archive's own, where one is known. */
  name?: LanguageMap;
  /** Who publishes the archive, where it says so. */
  institution?: Institution | undefined;
  /** What the archive has authority files of. */
  authorities?: readonly AuthorityKind[];
  /** Whether any document has a date. */
  hasDates?: boolean;
};
