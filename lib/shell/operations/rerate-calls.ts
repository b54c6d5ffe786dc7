import { requirePermission } from '#auth';
import { type Contract, parseContract } from '#contracts';
import { loadBooks, rerate, type Session } from '#db';
import { type PackedRow, packRows, proposedVersion } from '#economics';
import { eachMonth, isDay, monthPeriod, type Period } from '#time';
import { OperationError } from './errors.ts';
import type { Progress } from './rerate-changed.ts';

/** Recorded calls, and terms that rate them otherwise. */
export type RerateInput = { vendor: string; program: string | null; from: string; to: string; contract: unknown };

/**
 * A vendor's roll-up rows of whole months as proposed terms rate its calls, month by month, packed for the browser.
 * Changes nothing that is stored.
 */
export async function rerateCalls(
  session: Session,
  input: RerateInput,
  report: Progress = () => {},
): Promise<{ rows: PackedRow[] }> {
  requirePermission(session, 'view', 'economics');
  const { period, contract } = checked(input);
  const { vendor } = input;
  const program = input.program ?? undefined;
  const books = await loadBooks(session.database, period, { vendor });
  const versions = [proposedVersion({ books, vendor, program, contract })];
  const months = [...eachMonth(period)];
  const rows: PackedRow[] = [];
  for (const [done, month] of months.entries()) {
    await report({ done, total: months.length, step: 'rating' });
    const own = await rerate(session.database, { vendor, program, period: monthPeriod(month), versions });
    rows.push(...packRows(own));
  }
  return { rows };
}

function checked({ from, to, contract }: RerateInput): { period: Period; contract: Contract } {
  const read = parseContract(contract);
  if (!read.ok) throw new OperationError('validation', 'the calls cannot be rated under these terms', read.issues);
  if (!isDay(from) || !isDay(to) || from >= to)
    throw new OperationError('validation', `no days from ${from} to ${to}`, [{ path: 'from', message: from }]);
  return { period: { from, to }, contract: read.contract };
}
