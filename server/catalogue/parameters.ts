import { isIdentifier } from '../model/identifier.ts';
import { Failure } from '../model/failure.ts';
import {
  plainContentState,
  readContentState,
  type ContentState,
  type Refused,
} from '../../viewer/iiif/content-state.ts';
import { parseRegion, type Region } from '../../viewer/iiif/region.ts';
import { english } from './messages/en/messages.ts';
import { parseSegmentName, type SegmentName } from './reading-place.ts';
import { webAddress } from '../../viewer/iiif/uri.ts';

/**
 * A query parameter; an empty one counts as left out.
 * @throws Failure `url-malformed` where it is given twice or as a structure.
 */
export function oneParameter(value: unknown, name: string): string | undefined {
  if (value === undefined || value === '') return undefined;
  if (typeof value === 'string') return value;
  throw new Failure('url-malformed', { message: `The parameter ${name} may be given once only` });
}

/** `after`: the place of a document in its collection, after which the list goes on. */
export function positionParameter(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(value)) {
    throw new Failure('url-malformed', {
      message: 'The parameter after is not usable',
      expected: 'a whole number',
      received: text,
    });
  }
  return value;
}

/** The id of a document, after which a list goes on. */
export function identifierParameter(text: string | undefined, name: string): string | undefined {
  if (text === undefined || isIdentifier(text)) return text;
  throw new Failure('url-malformed', {
    message: `The parameter ${name} is not usable`,
    expected: 'the id of a document',
    received: text,
  });
}

/** `order`: of the rows of a comparison. */
export function orderParameter(text: string | undefined): 'reading' | 'difference' {
  if (text === undefined || text === 'reading') return 'reading';
  if (text === 'difference') return 'difference';
  throw new Failure('url-malformed', {
    message: 'The parameter order is not usable',
    expected: 'reading or difference',
    received: text,
  });
}

/** `page`: of a long list, from 1. */
export function pageNumberParameter(text: string | undefined): number {
  if (text === undefined) return 1;
  const value = Number(text);
  if (!/^\d{1,9}$/.test(text) || value === 0) {
    throw new Failure('url-malformed', {
      message: 'The parameter page is not usable',
      expected: 'a whole number from 1',
      received: text,
    });
  }
  return value;
}

/** The address of something on the web. */
export function addressParameter(text: string | undefined, name: string): string | undefined {
  if (text === undefined) return undefined;
  const address = webAddress(text);
  if (address === undefined) {
    throw new Failure('url-malformed', {
      message: `The parameter ${name} is no address that can be opened`,
      expected: 'a whole http or https address, such as https://example.org/iiif/letter/manifest.json',
      received: text,
    });
  }
  return address;
}

/** `xywh`: a part of a page, in the canvas's units or in per cents. */
export function regionParameter(text: string | undefined): Region | undefined {
  if (text === undefined) return undefined;
  const region = parseRegion(text);
  if (region === undefined) {
    throw new Failure('url-malformed', {
      message: 'The parameter xywh is no rectangle',
      expected: 'four numbers, such as 160,120,320,240 or percent:25,25,50,50',
      received: text,
    });
  }
  return region;
}

/** `segment`: a line of a text. */
export function segmentParameter(text: string | undefined): SegmentName | undefined {
  if (text === undefined) return undefined;
  const name = parseSegmentName(text);
  if (name === undefined) {
    throw new Failure('url-malformed', {
      message: 'The parameter segment names no line',
      expected: 'the id of a text and of a line in it, such as ru.s1',
      received: text,
    });
  }
  return name;
}

/** What `iiif-content` asks for, and itself as JSON or as a URI, as the reading room is handed it. */
export type Content = { plain: string; state: Exclude<ContentState, Refused> };

/** `iiif-content`: what to open, as any IIIF viewer understands it (Content State 1.0 §3.1). */
export function contentParameter(text: string | undefined): Content | undefined {
  if (text === undefined) return undefined;
  const state = readContentState(text);
  if (state.outcome !== 'refused') return { plain: plainContentState(text) ?? text, state };
  const { reason, at, received = text } = state;
  const words = english.contentState.refusal[reason];
  throw new Failure('url-malformed', {
    message: at === '' ? words : `${words} (${at})`,
    expected: english.contentState.expected,
    received,
  });
}
