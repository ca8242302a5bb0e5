import { quoted } from './shown.ts';

/** Where something stands: a chain from the part up to the whole, spelled out only when it is shown. */
export type Path = { readonly within: Path; readonly key: string | number } | undefined;

/** The whole document. */
export const ROOT: Path = undefined;

export function under(path: Path, ...keys: readonly (string | number)[]): Path {
  return keys.reduce<Path>((within, key) => ({ within, key }), path);
}

/** JSONPath (RFC 9535 §2.7): `$.items[3].label.en[0]`, `$["@context"]`. */
export function formatPath(path: Path): string {
  const steps: string[] = [];
  for (let step = path; step !== undefined; step = step.within) steps.push(formatKey(step.key));
  return `$${steps.reverse().join('')}`;
}

function formatKey(key: string | number): string {
  if (typeof key === 'number') return `[${key}]`;
  return /^[A-Za-z_]\w{0,63}$/.test(key) ? `.${key}` : `[${quoted(key)}]`;
}
