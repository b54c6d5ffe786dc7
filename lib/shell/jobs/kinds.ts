import { z } from 'zod';
import { changeContract, rerateCalls, runImport, undoImport } from '#operations';
import { defineKind, type InputIn, type Kinds, type NameIn } from './kind.ts';
import { tidyImports } from './queue-import.ts';

const ofBatch = z.object({ batch: z.string() });

/** Every kind of work in the background; a line each, which names the operation that does it. */
export const kinds = {
  recompute: defineKind({
    resource: 'declarations',
    input: z.object({ terms: z.json(), note: z.string().max(2000).nullish() }),
    run: (session, { terms, note }, report) => changeContract(session, { terms, note: note ?? null }, report),
  }),
  rerate: defineKind({
    resource: 'scenarios',
    input: z.object({
      vendor: z.string(),
      program: z.string().nullable(),
      from: z.string(),
      to: z.string(),
      contract: z.json(),
    }),
    run: rerateCalls,
  }),
  /** In the turn of its vendor: vendors side by side. */
  import: defineKind({
    resource: 'imports',
    input: ofBatch,
    parallel: 2,
    inTurn: true,
    run: runImport,
    tidy: tidyImports,
  }),
  undo: defineKind({ resource: 'imports', input: ofBatch, inTurn: true, run: undoImport }),
} as const satisfies Kinds;

export type KindName = NameIn<typeof kinds>;
export type InputOf<Name extends KindName> = InputIn<typeof kinds, Name>;
