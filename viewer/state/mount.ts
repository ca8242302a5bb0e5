import type { Note } from '../iiif/content-state.ts';
import { parseRegion, type Region } from '../iiif/region.ts';
import { webAddress } from '../iiif/uri.ts';
import type { RoomId } from './own-room.ts';
import { spokenLanguage } from '../messages/messages.ts';

/** Around the reading room, whatever it opens. */
export type Surroundings = {
  /** The document's page, where this is a document of the same site. */
  document: string | undefined;
  /** The address that reads this document, without a place in it; where it is one of the same site. */
  read: string | undefined;
  /** The address of the reading room for any manifest, without one. */
  viewer: string;
  /** The way back that the page offered. */
  back: string | undefined;
  /** Of the interface, BCP 47. */
  language: string;
};

/** What is opened, and where in it. */
export type Opening = {
  /** The manifest's address, absolute. */
  manifest: string;
  /** The manifest itself, where it had to be fetched before. */
  json?: unknown;
  /** The id of the canvas to open; undefined for the first. */
  canvas: string | undefined;
  /** A part of that canvas to show. */
  region?: Region | undefined;
  /** The id of an annotation there, such as a line of a text, to show. */
  annotation?: string | undefined;
  notes: readonly Note[];
};

export type Mount = Surroundings & Opening & { room: RoomId };

/** What the page says of itself on the element that the reading room takes over. */
export type Page = { surroundings: Surroundings; opens: Opening | { content: string } };

/** Undefined if the element names nothing to open. */
export function readPage(element: HTMLElement): Page | undefined {
  const {
    manifest,
    canvas,
    xywh,
    annotation,
    notes,
    iiifContent,
    document: page,
    read,
    viewer,
  } = element.dataset;
  const back =
    absolute(page) ?? absolute(element.querySelector('header a')?.getAttribute('href') ?? undefined);
  const surroundings = {
    document: absolute(page),
    read: absolute(read),
    viewer: absolute(viewer) ?? new URL('viewer', document.baseURI).href,
    back,
    language: spokenLanguage(),
  };
  if (iiifContent !== undefined) return { surroundings, opens: { content: iiifContent } };
  const address = absolute(manifest);
  if (address === undefined) return undefined;
  const opens = {
    manifest: address,
    canvas: canvas === '' ? undefined : canvas,
    region: parseRegion(xywh ?? ''),
    annotation,
    notes: (notes ?? '').split(' ').filter(isNote),
  };
  return { surroundings, opens };
}

const NOTES: Record<Note, true> = {
  'first-of-several': true,
  'region-unread': true,
  'range-unknown': true,
  'segment-gone': true,
  'segment-unknown': true,
};

function isNote(word: string): word is Note {
  return Object.hasOwn(NOTES, word);
}

/** Only http and https: a `javascript:` address must never become a link or a request. */
function absolute(address: string | undefined): string | undefined {
  if (address === undefined || address === '' || !URL.canParse(address, document.baseURI)) return undefined;
  return webAddress(new URL(address, document.baseURI).href);
}
