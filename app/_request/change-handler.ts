import { OperationError } from '#operations';
import { openSession, type Session } from '#views';
import { formAnswer } from './form-answer.ts';

/** What can be done with a thing, by the last part of its address, each with what was sent for it. */
export type Changes<Sent> = Readonly<Record<string, (session: Session, id: string, sent: Sent) => Promise<unknown>>>;

/** The POST of `[id]/[change]`: does that change with what `read` takes from the request. `thing` is said in a refusal. */
export function changeHandler<Sent>(
  thing: string,
  { changes, read }: { changes: Changes<Sent>; read: (request: Request) => Promise<Sent> },
) {
  return async (request: Request, context: { params: Promise<{ id: string; change: string }> }): Promise<Response> => {
    const { id, change } = await context.params;
    return formAnswer(request, async () => {
      const own = Object.hasOwn(changes, change) ? changes[change] : undefined;
      if (!own) throw new OperationError('not_found', `${thing} has no "${change}"`);
      return own(await openSession(), id, await read(request));
    });
  };
}
