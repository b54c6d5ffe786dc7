import type { z } from 'zod';
import type { Resource } from '#auth';
import type { JobProgress, Session } from '#db';

/** What is kept of a job beside its record's own columns: anything that JSON can hold. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json | undefined };

/**
 * Says how far a job has come, as often as one likes: the newest is written a few times a second, at nobody's expense.
 * Throws where the job is to stop, so that its transaction is undone.
 */
export type Report = (progress: JobProgress) => void;

/** One kind of work in the background: what it takes, who may ask for it, and the one operation that does it. */
export type Kind<Input extends z.ZodType<unknown, Json> = z.ZodType<unknown, Json>, Result extends Json = Json> = {
  /** Whoever may change it may ask for the job. */
  resource: Resource;
  input: Input;
  /** How many a process runs at once, where it is more than one. */
  parallel?: number;
  /** Each is asked for in a turn: those of the same turn run strictly one after the other, in the order asked. */
  inTurn?: true;
  run(session: Session, input: z.output<Input>, report: Report): Promise<Result>;
  /** Sees to what its own records say is to be done and no job does; often, and after each of its jobs. */
  tidy?: (session: Session, kinds: Kinds) => Promise<void>;
};

/** Kinds by name. */
export type Kinds = Readonly<Record<string, Kind>>;

/** Infers a kind's types from its schema and its operation. */
export function defineKind<Input extends z.ZodType<unknown, Json>, Result extends Json>(
  kind: Kind<Input, Result>,
): Kind<Input, Result> {
  return kind;
}

/** The names of a registry. */
export type NameIn<Registry extends Kinds> = keyof Registry & string;

/** What a job of this name is given. */
export type InputIn<Registry extends Kinds, Name extends NameIn<Registry>> = z.input<Registry[Name]['input']>;
