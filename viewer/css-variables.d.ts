import 'react';

declare module 'react' {
  /** Custom properties, which our style sheets read. */
  interface CSSProperties extends Partial<Record<`--${string}`, string | number>> {
    /** An interface that only extends is merged all the same. */
    readonly '--'?: never;
  }
}
