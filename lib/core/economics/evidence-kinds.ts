import type { Contract } from '#contracts';
import type { DriverKind } from '#stats';

/**
 * What the noise of each book is proportional to: money that comes in, or labour cost. A vendor paid by outcome or by
 * revenue earns unevenly and its labour varies less; every other vendor is paid evenly for uneven labour.
 */
export function evidenceKinds(contract: Pick<Contract, 'charges'> | null): { client: DriverKind; vendor: DriverKind } {
  const paidByResult = contract?.charges.some(({ kind }) => kind === 'per_outcome' || kind === 'revenue_share');
  return { client: 'revenue', vendor: paidByResult ? 'revenue' : 'cost' };
}
