import type { Failure, FailureCode } from '../model/failure.ts';

/** The one table from what went wrong to what HTTP says of it (RFC 9110 §15). */
const STATUS: Record<FailureCode, number> = {
  'url-malformed': 400,
  'url-too-long': 414,
  'route-not-found': 404,
  'method-not-allowed': 405,
  'image-request-malformed': 400,
  'image-region-invalid': 400,
  'image-region-outside': 400,
  'image-size-invalid': 400,
  'image-size-too-large': 400,
  'image-size-upscales': 400,
  'image-rotation-invalid': 400,
  'image-quality-unknown': 400,
  'image-format-unknown': 400,
  'image-option-unsupported': 501,
  'search-too-long': 400,
  'search-too-complex': 400,
  'search-invalid': 400,
  'image-not-found': 404,
  'image-gone': 410,
  'collection-not-found': 404,
  'collection-gone': 410,
  'document-not-found': 404,
  'document-gone': 410,
  'page-not-found': 404,
  'page-gone': 410,
  'text-not-found': 404,
  'segment-not-found': 404,
  'person-not-found': 404,
  'place-not-found': 404,
  // A file or the machine is at fault, not the request and not the code: try later, or mend the file.
  'file-unreadable': 503,
  'image-file-unsupported': 503,
  'image-file-damaged': 503,
  'image-file-too-large': 503,
  'text-file-malformed': 503,
  'yaml-malformed': 503,
  'archive-not-found': 503,
  'setting-invalid': 503,
  'port-busy': 503,
  'store-unusable': 503,
  'write-failed': 503,
  busy: 503,
};

export function statusOf(failure: Failure): number {
  return STATUS[failure.code];
}

/** The body for machines: what, why, and what would have been right. */
export function failureBody(failure: Failure): {
  error: FailureCode;
  message: string;
  expected?: string;
  received?: string;
} {
  const { expected, received } = failure.detail;
  return {
    error: failure.code,
    message: failure.message,
    ...(expected === undefined ? {} : { expected }),
    ...(received === undefined ? {} : { received: received.slice(0, 200) }),
  };
}
