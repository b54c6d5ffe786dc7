import type { Say } from '#format';
import type { NamedReject } from '#views';

/** Every reject as one JSON document, written as they come. */
export function rejectsJson(pages: AsyncIterable<readonly NamedReject[]>, say: Say): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const reading = pages[Symbol.asyncIterator]();
  let written = 0;
  const lineOf = ({ reason, ...place }: NamedReject) =>
    `${written++ === 0 ? '' : ',\n'}${JSON.stringify({ ...place, reason: say(reason) })}`;
  return new ReadableStream({
    start: (controller) => controller.enqueue(encoder.encode('{"rejects":[')),
    async pull(controller) {
      const { done, value } = await reading.next();
      controller.enqueue(encoder.encode(done ? ']}\n' : value.map(lineOf).join('')));
      if (done) controller.close();
    },
    cancel: async () => {
      await reading.return?.();
    },
  });
}
