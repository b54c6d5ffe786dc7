function bare(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}

/** Letters to change, add or drop to make one word of the other (Levenshtein 1966), row by row. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/** How far two names are apart; null = too far for one to have been meant for the other. */
function distance(a: string, b: string): number | null {
  if (a === b) return 0;
  if (Math.min(a.length, b.length) < 4) return null;
  if (a.startsWith(b) || b.startsWith(a)) return 1;
  const edits = editDistance(a, b);
  return edits <= 2 ? edits : null;
}

/** The candidate that a column name was probably meant for (`talk_sec`, `Talk`, `tlak_s` for `talk_s`), if any. */
export function nearMiss<T extends string>(name: string, candidates: readonly T[]): T | null {
  const own = bare(name.slice(0, 60));
  const near = candidates.flatMap((candidate) => {
    const far = distance(own, bare(candidate.slice(0, 60)));
    return far === null ? [] : [{ candidate, far }];
  });
  return near.sort((a, b) => a.far - b.far)[0]?.candidate ?? null;
}
