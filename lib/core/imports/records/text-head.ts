import type { TextBlock } from '../bytes/text-blocks.ts';

/** Characters of a document's beginning that are enough to tell what it is. */
const ENOUGH = 65_536;

/** What a text begins with, whether that is all of it, and the whole text again from its beginning. */
export type TextHead = { head: string; whole: boolean; texts: AsyncGenerator<TextBlock> };

/** Reads a document's beginning without taking it from whoever reads the document afterwards. */
export async function textHead(texts: AsyncGenerator<TextBlock>): Promise<TextHead> {
  const taken: TextBlock[] = [];
  let head = '';
  let whole = false;
  while (head.trimStart().length < ENOUGH) {
    const next = await texts.next();
    whole = next.done === true;
    if (next.done) break;
    taken.push(next.value);
    head += next.value.text;
  }
  return { head, whole, texts: again(taken, texts) };
}

async function* again(taken: readonly TextBlock[], rest: AsyncGenerator<TextBlock>): AsyncGenerator<TextBlock> {
  try {
    yield* taken;
    yield* rest;
  } finally {
    await rest.return(undefined);
  }
}
