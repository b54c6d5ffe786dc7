import type { ContractVersion } from '#contracts';
import type { Say } from '#format';
import { formatMicros, type Micros, minorDigits } from '#money';
import { type CountedStatement, lacks, lineLabel, lineReason, monthTotals } from '#reports';
import type { StatementView } from '#views';

const money = (value: Micros | null, currency: string): string | null =>
  value === null ? null : formatMicros(value, minorDigits(currency));

/**
 * A month as `statement --json` has it (interface.md): amounts as decimal texts, a total null where a charge could not
 * be priced (`missing` says which) or where there are two currencies, which are never added up.
 */
export function statementJson({ month, statements, contracts }: StatementView, say: Say) {
  const totals = monthTotals(statements);
  const [total = null] = totals.length === 1 ? totals : [];
  return {
    month,
    currency: total?.currency ?? null,
    lines: statements.flatMap((own) => linesOf(own, contracts, say)),
    missing: statements.flatMap((own) => missingOf(own, say)),
    billed: total && money(total.billed, total.currency),
    effective: total && money(total.effective, total.currency),
  };
}

function linesOf({ lines, currency, contractId }: CountedStatement, contracts: readonly ContractVersion[], say: Say) {
  const version = contracts.find(({ id }) => id === contractId);
  return lines.map((line) => {
    const reason = version ? lineReason(line, version) : null;
    return {
      id: line.id,
      charge: line.charge,
      label: say(lineLabel(line)),
      quantity: line.quantity,
      rate: line.rate,
      amount: money(line.amount, currency),
      effective: money(line.effective, currency),
      class: line.class,
      currency,
      reason: reason && say(reason),
    };
  });
}

/** The charges of a statement that could not be priced, and why. */
export function missingOf({ missing, contractId }: Pick<CountedStatement, 'missing' | 'contractId'>, say: Say) {
  return missing.map((own) => ({
    contract: contractId,
    place: own.place,
    charge: own.charge,
    input: own.input,
    reason: say(lacks(own)),
  }));
}
