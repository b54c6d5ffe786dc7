import type { Economics, MarginCurve } from '#economics';
import type { Cell, Text } from '#format';
import { micros } from '#money';
import { amount, margin, perCall, seconds } from './cells.ts';
import { vendorName } from './names.ts';
import type { WhatIfReportInput } from './what-if-report.ts';

/** The answer first: what a call would have cost; then both margins, the zone, and who pays for longer calls. */
export function whatIfHeadline(input: WhatIfReportInput): Text[] {
  const { current, proposed, curves } = input;
  return [
    costSentence(input),
    ...marginSentence(current.economics, proposed.economics),
    ...zoneSentence(current.economics, proposed.economics),
    ...riskSentences(curves, input.currency),
  ];
}

function costSentence(input: WhatIfReportInput): Text {
  const { vendor, period, currency } = input;
  const [before, after] = [input.current.economics, input.proposed.economics];
  const days: Cell = { kind: 'period', ...period };
  const values = { vendor: vendorName(input, vendor), period: days };
  if (after.perCall.cost === null || after.money.charges === null) return { key: 'whatIf.unknown', values };
  const cost = perCall(after.perCall.cost, currency);
  if (before.perCall.cost === null || before.money.charges === null)
    return { key: 'whatIf.cost', values: { ...values, cost } };
  const more = after.money.charges - before.money.charges;
  const key = more === 0n ? 'whatIf.same' : more > 0n ? 'whatIf.dearer' : 'whatIf.cheaper';
  const difference = amount(micros(more < 0n ? -more : more), currency);
  return { key, values: { ...values, cost, before: perCall(before.perCall.cost, currency), difference } };
}

function marginSentence(before: Economics, after: Economics): Text[] {
  const cell = (value: number | null | undefined) => margin(value ?? null, after.currency);
  const [client, vendor] = [after.perCall.margin, after.perCall.vendorMargin];
  if (client === null || vendor === null) return [];
  const values = {
    client: cell(client),
    clientBefore: cell(before.perCall.margin),
    vendor: cell(vendor.value),
    vendorBefore: cell(before.perCall.vendorMargin?.value),
  };
  const stays = client === before.perCall.margin && vendor.value === before.perCall.vendorMargin?.value;
  return [{ key: stays ? 'whatIf.marginsStay' : 'whatIf.margins', values }];
}

function zoneSentence({ zone: before }: Economics, { zone: after }: Economics): Text[] {
  if (after === null) return [];
  const zone: Cell = { kind: 'zone', zone: after };
  return before === null || before === after
    ? [{ key: 'whatIf.zoneStays', values: { zone } }]
    : [{ key: 'whatIf.zoneMoves', values: { zone, before: { kind: 'zone', zone: before } } }];
}

/** Below half of the last digit that is written a margin does not move. */
const STILL = 0.00005;

type Carrier = 'vendor' | 'client' | 'both' | 'nobody';

/** Whose margin falls as calls grow longer; null where one of them is not known. */
function carrierOf({ slope: { client, vendor } }: MarginCurve): Carrier | null {
  if (client === null || vendor === null) return null;
  const [clientLoses, vendorLoses] = [client < -STILL, vendor < -STILL];
  if (clientLoses && vendorLoses) return 'both';
  if (clientLoses) return 'client';
  return vendorLoses ? 'vendor' : 'nobody';
}

function riskSentences({ current, proposed }: WhatIfReportInput['curves'], currency: string): Text[] {
  const who = proposed && carrierOf(proposed);
  if (!proposed || who === null) return [];
  const was = current && carrierOf(current);
  return [
    {
      key: 'whatIf.risk',
      values: {
        who,
        currency,
        aht: seconds(proposed.today),
        ...moved('client', proposed.slope.client),
        ...moved('vendor', proposed.slope.vendor),
      },
    },
    ...(was && was !== who ? [{ key: 'whatIf.riskBefore', values: { who: was } }] : []),
  ];
}

/** How much a margin moves with a second, and in which direction. */
function moved(book: 'client' | 'vendor', slope: number | null): Record<string, Cell | string> {
  const value = slope ?? 0;
  return {
    [book]: { kind: 'number', value: Math.abs(value), digits: 4 },
    [`${book}Way`]: Math.abs(value) <= STILL ? 'still' : value > 0 ? 'gains' : 'loses',
  };
}
