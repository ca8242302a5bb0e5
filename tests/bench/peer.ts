/** An image server that runs. */
export type Peer = {
  name: string;
  /** `http://127.0.0.1:8080` */
  origin: string;
  /** What stands before `/{region}/{size}/{rotation}/{quality}.{format}` for one of the bench's scans. */
  prefix: (scan: ScanName) => string | undefined;
  /** Undefined: it was started by others, and what it costs cannot be seen. */
  pids: readonly number[] | undefined;
  /** Which Image API its URLs are written for. */
  version: 2 | 3;
};

export type ScanName = 'small' | 'medium' | 'large';

/** A peer that was looked for and is not here, and how to get it. */
export type Missing = { name: string; install: string };

export function isMissing(found: Peer | Missing): found is Missing {
  return 'install' in found;
}

export function isPeer(found: Peer | Missing): found is Peer {
  return !isMissing(found);
}
