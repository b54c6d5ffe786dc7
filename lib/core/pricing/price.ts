import type { ContractVersion } from '#contracts';
import type { Month } from '#time';
import type { Quantities } from './charge.ts';
import type { Line, Statement } from './statement.ts';
import { steps } from './steps.ts';

/**
 * The statement of a month: what the vendor's invoice should say for these quantities under this contract version
 * (economics.md section 4). Whose contract the rows were recorded under is not looked at, so that a proposed contract
 * can be priced on recorded calls. Throws MissingRateError where revenue in a foreign currency has no rate.
 */
export function price(version: ContractVersion, month: Month, quantities: Quantities): Statement {
  const lines: Line[] = [];
  for (const step of steps) {
    const billing = { ...quantities, version, month, before: [...lines] };
    for (const [place, charge] of version.charges.entries())
      for (const { part, ...line } of step.lines(charge, billing))
        lines.push({ id: `${version.id}/${place}/${part}`, contractId: version.id, charge: charge.kind, ...line });
  }
  return { contractId: version.id, month, currency: version.currency, lines };
}
