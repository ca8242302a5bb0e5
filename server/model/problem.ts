/**
 * Something in an archive that a person should look at. Bad content is no exception: ingest keeps what is
 * good, says here what is not, and goes on.
 */
export type Problem = {
  /** `error`: something of the archive is missing from what is served. `warning`: it is served, but look. */
  severity: 'error' | 'warning';
  code: ProblemCode;
  /** Path from the archive's root, with forward slashes. */
  file: string;
  /** 1-based line in the file, where the file has lines. */
  line?: number;
  /** The key, element or page in the file. */
  at?: string;
  /** What is wrong and what to do, in a sentence or two. */
  message: string;
};

export type ProblemCode =
  | 'yaml-malformed'
  | 'yaml-unknown-key'
  | 'yaml-bad-value'
  | 'id-duplicate'
  | 'id-invalid'
  | 'access-refused'
  | 'file-missing'
  | 'file-unused'
  | 'file-unreadable'
  | 'image-unsupported'
  | 'image-damaged'
  | 'image-too-large'
  | 'image-proportions-differ'
  | 'image-profile-unusable'
  | 'image-missing'
  | 'text-unsupported'
  | 'text-malformed'
  | 'text-empty'
  | 'text-page-unknown'
  | 'text-frame-differs'
  | 'text-frame-rotated'
  | 'line-without-box'
  | 'line-outside-page'
  | 'html-removed'
  | 'link-unknown'
  | 'correction-misfit'
  | 'reference-unknown'
  | 'form-shared'
  | 'write-failed';
