/** How far a lint goes over the network. */
export type Limits = {
  /** Milliseconds for one address, redirects and body included. */
  timeout: number;
  /** Milliseconds for everything. */
  total: number;
  /** Bytes of a description, after it is decompressed. */
  bytes: number;
  redirects: number;
  /** Requests under way at the same time. */
  concurrency: number;
  /** Requests in all. */
  requests: number;
  /** Descriptions that are judged, those that were named included. */
  documents: number;
  /** Bytes of descriptions that are held until they are judged; what is beyond them is asked for again. */
  held: number;
};

/** Enough for a book of some hundred pages; what they cut off is said in the report. */
export const LIMITS: Limits = {
  timeout: 20_000,
  total: 600_000,
  bytes: 64 * 1024 * 1024,
  redirects: 5,
  concurrency: 4,
  requests: 1000,
  documents: 200,
  held: 128 * 1024 * 1024,
};
