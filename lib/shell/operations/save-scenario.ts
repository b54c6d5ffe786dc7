import { randomUUID } from 'node:crypto';
import { requirePermission } from '#auth';
import { parseContract } from '#contracts';
import { createScenario, idsByCode, removeScenario, type Session } from '#db';
import { isDay } from '#time';
import { type InputIssue, OperationError } from './errors.ts';

/** Proposed terms to keep under a name, with the vendor, program (null = all) and days that they were tried on. */
export type ScenarioInput = {
  name: string;
  vendor: string;
  program: string | null;
  from: string;
  to: string;
  contract: unknown;
};

const LONGEST_NAME = 80;

/** Keeps a what-if scenario; nothing else is changed by it. Throws OperationError with every fault. */
export async function saveScenario(session: Session, input: ScenarioInput): Promise<{ id: string }> {
  requirePermission(session, 'change', 'scenarios');
  const { vendor, program, from, to } = input;
  const name = input.name.trim();
  const read = parseContract(input.contract);
  const ids = await idsByCode(session.database);
  const issues: InputIssue[] = [
    ...(name === '' || name.length > LONGEST_NAME
      ? [{ path: 'name', message: `a name has 1 to ${LONGEST_NAME} characters` }]
      : []),
    ...(ids.vendors.has(vendor) ? [] : [{ path: 'vendor', message: `"${vendor}" is not a declared vendor` }]),
    ...(program === null || ids.programs.has(program)
      ? []
      : [{ path: 'program', message: `"${program}" is not a declared program` }]),
    ...(read.ok ? [] : read.issues.map(({ path, message }) => ({ path: `contract.${path}`, message }))),
  ];
  if (!isDay(from) || !isDay(to) || from >= to) issues.push({ path: 'from', message: `no days from ${from} to ${to}` });
  if (issues.length > 0 || !read.ok || !isDay(from) || !isDay(to))
    throw new OperationError('validation', 'the scenario cannot be saved', issues);
  const id = randomUUID();
  await createScenario(session.database, {
    id,
    name,
    vendor,
    program,
    from,
    to,
    contract: read.contract,
    createdBy: session.actor.id,
    createdAt: session.now(),
  });
  return { id };
}

/** Forgets a scenario. Throws OperationError where there is none. */
export async function deleteScenario(session: Session, id: string): Promise<void> {
  requirePermission(session, 'change', 'scenarios');
  const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id);
  if (!isId || !(await removeScenario(session.database, id)))
    throw new OperationError('not_found', 'there is no such scenario');
}
