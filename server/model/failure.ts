/**
 * What can go wrong by a caller's, a file's or a machine's doing. The set is closed:
 * `http/failure-response.ts` has a status for each, and the command line prints the same codes.
 */
export type FailureCode =
  // requests
  | 'url-malformed'
  | 'url-too-long'
  | 'route-not-found'
  | 'method-not-allowed'
  | 'image-request-malformed'
  | 'image-region-invalid'
  | 'image-region-outside'
  | 'image-size-invalid'
  | 'image-size-too-large'
  | 'image-size-upscales'
  | 'image-rotation-invalid'
  | 'image-quality-unknown'
  | 'image-format-unknown'
  | 'image-option-unsupported'
  | 'search-too-long'
  | 'search-too-complex'
  | 'search-invalid'
  // things asked for
  | 'image-not-found'
  | 'image-gone'
  | 'collection-not-found'
  | 'collection-gone'
  | 'document-not-found'
  | 'document-gone'
  | 'page-not-found'
  | 'page-gone'
  | 'text-not-found'
  | 'segment-not-found'
  | 'person-not-found'
  | 'place-not-found'
  // files
  | 'file-unreadable'
  | 'image-file-unsupported'
  | 'image-file-damaged'
  | 'image-file-too-large'
  | 'text-file-malformed'
  | 'yaml-malformed'
  // the machine and its settings
  | 'archive-not-found'
  | 'setting-invalid'
  | 'port-busy'
  | 'store-unusable'
  | 'write-failed'
  | 'busy';

export type FailureDetail = {
  /** What was wrong, in a sentence for the person who caused it. */
  message: string;
  /** What would have been right: `1 to 4000`. */
  expected?: string;
  /** What came instead, as it came. */
  received?: string;
  /** Where: a file with its line, a parameter. */
  place?: string;
};

/** An error that somebody outside this code can cause and mend. Anything else thrown is a bug. */
export class Failure extends Error {
  readonly code: FailureCode;
  readonly detail: FailureDetail;

  constructor(code: FailureCode, detail: FailureDetail | string, options?: { cause?: unknown }) {
    const whole = typeof detail === 'string' ? { message: detail } : detail;
    super(sentence(whole), options);
    this.name = 'Failure';
    this.code = code;
    this.detail = whole;
  }

  /** The message without its place, for a report that names the place itself. */
  get reason(): string {
    const { place, ...rest } = this.detail;
    return sentence(rest);
  }
}

function sentence({ message, expected, received, place }: FailureDetail): string {
  const parts = [place === undefined ? message : `${place}: ${message}`];
  if (expected !== undefined) parts.push(`expected ${expected}`);
  if (received !== undefined) parts.push(`received ${shorten(received)}`);
  return parts.join('; ');
}

/** A hostile value may be megabytes long; a message repeats only its beginning. */
function shorten(text: string): string {
  return text.length <= 80 ? text : `${text.slice(0, 77)}...`;
}
