import type { Say, Text } from '#format';

/** The answer as a sentence that could be read out, and what follows from it. */
export function Headline({ sentences, say }: { sentences: readonly Text[]; say: Say }) {
  const [answer, ...rest] = sentences.map((sentence) => say(sentence));
  return (
    <div className="max-w-4xl">
      <p className="text-pretty font-semibold text-xl leading-snug tracking-tight sm:text-2xl">{answer}</p>
      {rest.length > 0 && <p className="mt-2 text-pretty text-muted sm:text-lg">{rest.join(' ')}</p>}
    </div>
  );
}
