import type { ContractVersion } from '#contracts';
import type { Month } from '#time';
import type { Billing, ChargeLine, Quantities } from './charge.ts';
import { type Indexed, indexed } from './indexation.ts';
import { inputsOf } from './inputs.ts';
import type { Line, Missing, Statement } from './statement.ts';
import { steps } from './steps.ts';

/**
 * The statement of a month: what the vendor's invoice should say for these quantities under this contract version
 * (economics.md section 4). Whose contract the rows were recorded under is not looked at, so that a proposed contract
 * can be priced on recorded calls. Throws MissingRateError where revenue in a foreign currency has no rate.
 */
export function price(version: ContractVersion, month: Month, quantities: Quantities): Statement {
  const inputs = inputsOf(quantities.inputs, version, month);
  const terms = indexed(version, month, inputs.indices);
  const lines: Line[] = [];
  const missing: Missing[] = [...terms.missing];
  for (const step of steps) {
    const billing: Billing = { ...quantities, inputs, version, month, before: [...lines], missing: [...missing] };
    for (const [place, { charge, factor }] of terms.charges.entries()) {
      const priced = step.lines(charge, billing);
      if (Array.isArray(priced))
        for (const line of priced) lines.push(placed(line, { version, place, kind: charge.kind, factor }));
      else missing.push({ place, charge: charge.kind, input: priced.lacks });
    }
  }
  return { contractId: version.id, month, currency: version.currency, lines, missing };
}

type Place = { version: ContractVersion; place: number; kind: Line['charge']; factor: Indexed['factor'] };

function placed({ part, ...line }: ChargeLine, { version, place, kind, factor }: Place): Line {
  const detail = factor === null ? line.detail : { ...line.detail, indexed: { factor } };
  return {
    id: `${version.id}/${place}/${part}`,
    contractId: version.id,
    charge: kind,
    effective: line.amount,
    ...line,
    detail,
  };
}
