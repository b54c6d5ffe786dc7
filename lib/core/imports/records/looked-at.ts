/** What something begins with, whether that is all of it, and the whole of it again from its beginning. */
export type LookedAt<Part> = { taken: readonly Part[]; whole: boolean; all: AsyncGenerator<Part> };

/** Takes parts until they are `enough`, without taking them from whoever reads the whole afterwards. */
export async function lookedAt<Part>(
  source: AsyncGenerator<Part>,
  enough: (taken: readonly Part[]) => boolean,
): Promise<LookedAt<Part>> {
  const taken: Part[] = [];
  while (!enough(taken)) {
    const next = await source.next();
    if (next.done) return { taken, whole: true, all: again(taken, source) };
    taken.push(next.value);
  }
  return { taken, whole: false, all: again(taken, source) };
}

async function* again<Part>(taken: readonly Part[], rest: AsyncGenerator<Part>): AsyncGenerator<Part> {
  try {
    yield* taken;
    yield* rest;
  } finally {
    await rest.return(undefined);
  }
}
