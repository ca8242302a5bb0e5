import { Failure } from '../model/failure.ts';
import { webAddress } from './web-address.ts';

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
