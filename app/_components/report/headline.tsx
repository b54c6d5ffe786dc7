import type { Say, Text } from '#format';

/** More sentences than these are reasons, and easier to read one below the other. */
const PARAGRAPH = 3;

/** The answer as a sentence that could be read out, and what follows from it. */
export function Headline({ sentences, say }: { sentences: readonly Text[]; say: Say }) {
  const [answer, ...rest] = sentences.map((sentence) => say(sentence));
  return (
    <div className="max-w-4xl">
      <p className="text-pretty font-semibold text-xl leading-snug tracking-tight sm:text-2xl">{answer}</p>
      {rest.length > 0 && rest.length <= PARAGRAPH && (
        <p className="mt-2 text-pretty text-muted sm:text-lg">{rest.join(' ')}</p>
      )}
      {rest.length > PARAGRAPH && (
        <ul className="mt-3 list-disc space-y-1 pl-4.5 text-muted marker:text-line-strong">
          {rest.map((sentence) => (
            <li key={sentence} className="text-pretty">
              {sentence}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
