import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Session } from '#db';
import { rebuildRollup } from '#operations';
import { testSession } from '#testing';
import {
  anyLog,
  anyStep,
  declareBoth,
  fold,
  forgetImports,
  importAs,
  type Log,
  play,
  rollup,
  type Standing,
  type Step,
  stored,
} from './interleavings.test-data.ts';

let session: Session;
beforeAll(async () => {
  session = await testSession();
  await declareBoth(session);
});

/** What the logs that stand give when they alone are imported, in their order. */
async function alone(standing: readonly Standing[]) {
  await forgetImports(session);
  const again: Standing[] = [];
  for (const { log } of standing) again.push({ log, batch: await importAs(session, log, 'file') });
  return { state: await stored(session, again), figures: await rollup(session) };
}

const row = { id: 0, day: 2, talk: 60, vendor: 'norte' } as const;
const file = (log: number): Step => ({ do: 'import', log, as: 'file' });
const undo = (batch: number): Step => ({ do: 'undo', batch });

/** What chance seldom finds. */
const examples: [Log[], Step[]][] = [
  // The same call is said by three logs in the same words, and the second of them comes again: it is no mere repeat.
  [
    [
      { vendor: 'norte', rows: [row] },
      { vendor: 'norte', rows: [row, { ...row, id: 1 }] },
      { vendor: 'norte', rows: [row, { ...row, id: 2 }] },
    ],
    [file(0), file(1), file(2), file(1), undo(0), undo(0)],
  ],
  // A log of no vendor in particular speaks of the vendor's call in between.
  [
    [
      { vendor: 'norte', rows: [row] },
      { vendor: null, rows: [{ ...row, talk: 90 }] },
    ],
    [file(0), file(1), file(0)],
  ],
  // Another way round.
  [
    [
      { vendor: null, rows: [row] },
      { vendor: 'norte', rows: [{ ...row, talk: 90 }] },
    ],
    [file(0), file(1), file(0)],
  ],
  // What was said before was another day's call.
  [
    [
      { vendor: 'norte', rows: [row] },
      { vendor: 'norte', rows: [{ ...row, day: 5 }] },
    ],
    [file(0), file(1), undo(1)],
  ],
];

describe('imports, repeats, cancels and undos in any order', () => {
  it('leave what the logs that stand give alone, call by call and word by word', { timeout: 600_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyLog, { minLength: 1, maxLength: 3 }),
        fc.array(anyStep, { minLength: 2, maxLength: 9 }),
        async (logs, steps) => {
          await forgetImports(session);
          const standing = await play(session, logs, steps);
          const [state, figures] = [await stored(session, standing), await rollup(session)];
          expect(state).toEqual(fold(standing));
          await rebuildRollup(session);
          expect(await rollup(session)).toEqual(figures);
          expect(await alone(standing)).toEqual({ state, figures });
        },
      ),
      { numRuns: 25, endOnFailure: true, examples },
    );
  });
});
