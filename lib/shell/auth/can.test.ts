import { describe, expect, it } from 'vitest';
import { type Actor, can, ForbiddenError, localContext, requirePermission } from '#auth';
import type { Session } from '#db';
import * as operations from '#operations';
import * as views from '#views';

/** Somebody whose role nobody knows: may do nothing. */
const nobody = { id: 'x', name: 'Somebody', role: 'nobody' } as unknown as Actor;

/** A session of nobody's; whatever touches the database before asking gives itself away. */
const session = new Proxy({ actor: nobody } as Session, {
  get(target, name) {
    if (name === 'actor') return target.actor;
    throw new Error(`looked at ${String(name)} before it asked for permission`);
  },
});

/** What the doors export beside operations and views: errors, the session, readers of what was given. */
const others = [
  'UnusableFileError',
  'OperationError',
  'InterruptedError',
  'CancelledError',
  'FailedImportError',
  'fileOfStream',
  'openSession',
  'readYaml',
  'termsIn',
  'inputTemplate',
  'revenueTemplate',
];
const asking = Object.entries({ ...operations, ...views }).filter(
  ([name, value]) => typeof value === 'function' && !others.includes(name),
);

describe('permission', () => {
  it('is asked by everything that the doors of operations and views open', () => {
    expect(asking.map(([name]) => name)).toEqual(
      expect.arrayContaining(['applyDeclaration', 'importCalls', 'overview', 'vendorPage', 'allRejects']),
    );
    expect(asking.length).toBeGreaterThanOrEqual(14);
  });

  it.each(asking)('%s asks for it before anything else', async (_, ask) => {
    const call = async () => {
      const answer: unknown = await (ask as (session: Session, ...input: unknown[]) => unknown)(session, {}, {});
      // A generator begins with its first step.
      if (answer && typeof answer === 'object' && 'next' in answer) await (answer as AsyncGenerator).next();
    };
    await expect(call()).rejects.toBeInstanceOf(ForbiddenError);
  });

  it('is the local administrator’s for everything, and nobody else’s', () => {
    expect(can(localContext.actor, 'change', 'database')).toBe(true);
    expect(can(nobody, 'view', 'economics')).toBe(false);
    expect(() => requirePermission({ actor: nobody }, 'change', 'imports')).toThrow('Somebody may not change imports');
  });
});
