/** The known name that is fewest edits away, if it is near enough to be what was meant. */
export function nearestName(name: string, known: readonly string[]): string | undefined {
  const short = name.slice(0, 64);
  const candidates = known
    .map((candidate) => ({ candidate, distance: editDistance(short.toLowerCase(), candidate.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance);
  const [best] = candidates;
  return best !== undefined && best.distance <= Math.max(2, short.length / 3) ? best.candidate : undefined;
}

/** Levenshtein's, row by row. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
