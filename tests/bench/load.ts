/** What one round of load met. */
export type LoadResult = {
  /** Answered, with whatever status. */
  requests: number;
  /** Sent: the last few may not have been answered when the time was up. */
  sent: number;
  seconds: number;
  /** Milliseconds. */
  p50: number;
  p99: number;
  /** Answers of 400 and above, and connections that broke. */
  failed: number;
  bytes: number;
};

export type LoadTarget = {
  /** `http://127.0.0.1:8080` */
  origin: string;
  /** Asked for in this order, from the first again after the last. */
  paths: readonly string[];
};

/** Asks as fast as answers come, over kept connections, for a number of seconds. */
export type Load = {
  name: string;
  run: (target: LoadTarget, connections: number, seconds: number) => Promise<LoadResult>;
};
