import { randomUUID } from 'node:crypto';
import { requirePermission } from '#auth';
import { createJob, type Session } from '#db';
import { checkedInput } from './checked-input.ts';
import type { InputIn, Kinds, NameIn } from './kind.ts';
import { sendingQueue } from './queue.ts';

/** Records a job and queues it, both or neither. Throws ForbiddenError, and OperationError for input that is none. */
export async function enqueueIn<Registry extends Kinds, Name extends NameIn<Registry>>(
  kinds: Registry,
  session: Session,
  { kind: name, input }: { kind: Name; input: InputIn<Registry, Name> },
): Promise<{ id: string }> {
  const kind = kinds[name];
  if (!kind) throw new Error(`there is no kind of job "${name}"`);
  requirePermission(session, 'change', kind.resource);
  checkedInput(kind, input);
  const id = randomUUID();
  const queue = await sendingQueue(session.database, { kinds, name });
  await session.database.transaction(async (tx) => {
    await createJob(tx, { id, kind: name, input, actor: session.actor.id, createdAt: session.now() });
    await queue.send(tx, id);
  });
  return { id };
}
