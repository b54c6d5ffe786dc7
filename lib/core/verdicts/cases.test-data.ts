import type { BookDay, EvidenceDay } from '#economics';
import { addDays, type Day, parseDay } from '#time';
import type { JudgeInput, Situation } from './judge-input.ts';

const start = parseDay('2026-01-05');
const CALLS = 100;
const FEE = 3.6;

/** Days swing evenly around their mean, so that what is judged does not depend on chance. */
const swing = [0.3, -0.2, 0.1, -0.3, 0.2, -0.1, 0.25, -0.25];

/** The same margin per call on every one of so many days. */
export function days(count: number, margin: number): number[] {
  return new Array<number>(count).fill(margin);
}

/** The client pays 3.60 a call and gets revenue back that varies by the sale; sd of a call is twice its revenue. */
function clientDay(margin: number): BookDay {
  const revenue = FEE + margin;
  const squares = CALLS * 5 * revenue ** 2;
  return {
    n: CALLS,
    y: CALLS * margin,
    yy: squares - CALLS * (2 * FEE * revenue - FEE ** 2),
    x: CALLS * revenue,
    xx: squares,
  };
}

/** The vendor gets 3.60 a call and pays labour; `wage` scales that labour. */
function vendorDay(margin: number, wage: number): BookDay {
  const labour = (FEE - margin) * wage;
  const own = FEE - labour;
  return { n: CALLS, y: CALLS * own, yy: CALLS * (own ** 2 + 4), x: CALLS * labour, xx: CALLS * (labour ** 2 + 4) };
}

export type Story = {
  /** Margin per call by day; null = the book is unknown; NaN = no calls on that day. */
  client: number[] | null;
  vendor: number[] | null;
  /** How far the wage may lie from the best guess, as a share. */
  wageRange?: number;
};

/** The evidence of a story, 100 calls a day. */
function evidenceOf({ client, vendor, wageRange = 0 }: Story): EvidenceDay[] {
  const length = Math.max(client?.length ?? 0, vendor?.length ?? 0);
  return Array.from({ length }, (_, i) => {
    const idle = Number.isNaN(client?.[i] ?? 0) || Number.isNaN(vendor?.[i] ?? 0);
    const noise = swing[i % swing.length] ?? 0;
    const day = addDays(start, i);
    if (idle) return { day, calls: 0, client: null, vendor: null };
    const at = (wage: number) => vendorDay((vendor?.[i] ?? 0) + noise, wage);
    return {
      day,
      calls: CALLS,
      client: client && clientDay((client[i] ?? 0) + noise),
      vendor: vendor && { value: at(1), low: at(1 - wageRange), high: at(1 + wageRange) },
    };
  });
}

export const situation: Situation = {
  zone: null,
  aht: null,
  breakEvenAht: null,
  ahtParts: { talk: null, hold: null, wrap: null },
  planAhtSeconds: null,
  feePerCall: FEE,
  revenuePerCall: null,
  floor: null,
  ceiling: null,
  agentHourly: null,
  ahtNeeded: null,
  revenueNeeded: null,
  gaps: [],
};

/** A vendor to judge by its story. */
export function inputOf(story: Story, own: Partial<JudgeInput> = {}): JudgeInput {
  return {
    vendor: 'norte',
    program: 'orders',
    currency: 'EUR',
    days: evidenceOf(story),
    clientKind: 'revenue',
    vendorKind: 'cost',
    situation,
    ...own,
  };
}

/** The day with this number, 1 = the first. */
export function dayNo(count: number): Day {
  return addDays(start, count - 1);
}
