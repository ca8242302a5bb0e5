import type { ReactElement, ReactNode } from 'react';

/** A term of a record with what is said under it; nothing where nothing is. Stands in a `dl` of the class `record`. */
export function Field({ term, values }: { term: string; values: readonly ReactNode[] }): ReactElement | null {
  if (values.length === 0) return null;
  return (
    <div className="field">
      <dt>{term}</dt>
      {values.map((value, index) => (
        <dd key={index}>{value}</dd>
      ))}
    </div>
  );
}
