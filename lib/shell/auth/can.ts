/** Somebody who acts: the person at this machine until sign-in exists. */
export type Actor = { id: string; name: string; role: 'admin' };

/** What an operation or view is given beside its input: who asks. */
export type Context = { actor: Actor };

export type Action = 'view' | 'change';
export type Resource =
  | 'economics'
  | 'verdicts'
  | 'statements'
  | 'invoices'
  | 'calls'
  | 'imports'
  | 'declarations'
  | 'rates'
  | 'inputs'
  | 'revenue'
  | 'scenarios'
  | 'jobs'
  | 'database';

/** The actor may not do this. */
export class ForbiddenError extends Error {
  constructor(actor: Actor, action: Action, resource: Resource) {
    super(`${actor.name} may not ${action} ${resource}`);
  }
}

type Granted = ReadonlySet<`${Action}:${Resource}`> | 'everything';

/** By role; one that is not here may do nothing. */
const permissions: ReadonlyMap<string, Granted> = new Map([['admin', 'everything']]);

/** Whether the actor may do the action on the resource. */
export function can(actor: Actor, action: Action, resource: Resource): boolean {
  const granted = permissions.get(actor.role);
  return granted === 'everything' || (granted?.has(`${action}:${resource}`) ?? false);
}

/** The first line of every operation and view. Throws ForbiddenError. */
export function requirePermission({ actor }: Context, action: Action, resource: Resource): void {
  if (!can(actor, action, resource)) throw new ForbiddenError(actor, action, resource);
}

/** The one local administrator, for a server on loopback and for the command line. */
export const localContext: Context = { actor: { id: 'local', name: 'Local administrator', role: 'admin' } };
