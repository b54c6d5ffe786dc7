import { randomUUID } from 'node:crypto';
import { requirePermission } from '#auth';
import { createJob, type Db, type Session } from '#db';
import { checkedInput } from './checked-input.ts';
import type { InputIn, Kinds, NameIn } from './kind.ts';
import { sendingQueue } from './queue.ts';

type Asked<Registry extends Kinds, Name extends NameIn<Registry>> = {
  kind: Name;
  input: InputIn<Registry, Name>;
  /** Of a kind that runs in turns: whose turn it is to be. */
  turn?: string;
  /** Goes first in the same transaction; gives the job that does for this one already, where there is one. */
  instead?: (tx: Db, id: string) => Promise<string | null>;
};

/** Records a job and queues it, both or neither. Throws ForbiddenError, and OperationError for input that is none. */
export async function enqueueIn<Registry extends Kinds, Name extends NameIn<Registry>>(
  kinds: Registry,
  session: Session,
  { kind: name, input, turn, instead }: Asked<Registry, Name>,
): Promise<{ id: string }> {
  const kind = kinds[name];
  if (!kind) throw new Error(`there is no kind of job "${name}"`);
  requirePermission(session, 'change', kind.resource);
  checkedInput(kind, input);
  const id = randomUUID();
  const queue = await sendingQueue(session.database, { kinds, name });
  return session.database.transaction(async (tx) => {
    const other = await instead?.(tx, id);
    if (other) return { id: other };
    await createJob(tx, { id, kind: name, input, actor: session.actor.id, createdAt: session.now() });
    await queue.send(tx, id, turn);
    return { id };
  });
}
