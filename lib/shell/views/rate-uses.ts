import type { Books } from '#db';
import type { RateUse } from '#reports';
import { addDays, type Day } from '#time';

/** Which published rate each foreign currency of the books used on the period's last day: an old one is worth a note. */
export function rateUses({ versions, programs, rows, rates, currency, period }: Books): RateUse[] {
  const used = [...versions, ...programs, ...rows].map((own) => own.currency);
  const last = addDays(period.to, -1);
  return [...new Set(used)]
    .filter((own) => own !== currency)
    .sort()
    .flatMap((own) => {
      const rate = rates.onDay(own, last);
      return rate ? [{ currency: own, published: rate.published as Day, usedFor: last }] : [];
    });
}
