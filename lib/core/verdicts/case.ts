import type { BookDay, EvidenceDay } from '#economics';
import type { DriverKind } from '#stats';
import type { Day } from '#time';
import { openBook } from './book.ts';
import { acrossWages } from './combine.ts';
import type { JudgeInput } from './judge-input.ts';
import { decide, look, type Replay, startReplay } from './replay.ts';
import type { State } from './verdict.ts';

/** The vendor's book at the best guess of the wage and at the ends of its range. */
export type WageReplays = { value: Replay; low: Replay; high: Replay };

/** When a book was last flagged, while it fails, and when it last stopped failing. */
type Marks = { state: State; flaggedOn: Day | null; recoveredOn: Day | null };

/** One vendor and program on its way through the days. */
export type Case = {
  input: JudgeInput;
  /** Its days up to the day of judgement, and how many of them have been looked at. */
  days: readonly EvidenceDay[];
  next: number;
  client: Replay;
  vendor: WageReplays;
  marks: { client: Marks; vendor: Marks };
};

const unmarked: Marks = { state: 'not_enough_evidence', flaggedOn: null, recoveredOn: null };

/** A case before its first day. */
export function openCase(input: JudgeInput, asOf: Day): Case {
  const days = input.days.filter(({ day }) => day <= asOf);
  const replay = (pick: (day: EvidenceDay) => BookDay | null, kind: DriverKind, maturityDays: number) =>
    startReplay(openBook({ days: days.map((own) => ({ ...own, book: pick(own) })), kind, maturityDays }));
  const wage = (end: keyof WageReplays) => replay(({ vendor }) => vendor?.[end] ?? null, input.vendorKind, 0);
  return {
    input,
    days,
    next: 0,
    client: replay(({ client }) => client, input.clientKind, input.maturityDays ?? 0),
    vendor: { value: wage('value'), low: wage('low'), high: wage('high') },
    marks: { client: unmarked, vendor: unmarked },
  };
}

/** Whether the case has figures for this day. */
export function isOn({ days, next }: Case, day: Day): boolean {
  return days[next]?.day === day;
}

/** Every book of the case after a look at its next day. */
export function lookAtCase(own: Case): Case {
  const { client, vendor, next } = own;
  return { ...own, client: look(client, next), vendor: mapWages(vendor, (replay) => look(replay, next)) };
}

/** Which of the case's two flags stand among all vendors'. */
export type Standing = { client: boolean; vendor: boolean };

/** The case after its states of the day are decided. */
export function decideCase(own: Case, standing: Standing): Case {
  const day = own.days[own.next]?.day ?? null;
  const client = decide(own.client, standing.client);
  const vendor = mapWages(own.vendor, (replay) => decide(replay, standing.vendor));
  const marks = {
    client: mark(own.marks.client, client.condition.state, day),
    vendor: mark(own.marks.vendor, acrossWages(statesOf(vendor)), day),
  };
  return { ...own, client, vendor, marks, next: own.next + 1 };
}

/** The states that the wages lead to. */
export function statesOf({ value, low, high }: WageReplays): { value: State; low: State; high: State } {
  return { value: value.condition.state, low: low.condition.state, high: high.condition.state };
}

function mapWages(vendor: WageReplays, change: (replay: Replay) => Replay): WageReplays {
  return { value: change(vendor.value), low: change(vendor.low), high: change(vendor.high) };
}

function mark(before: Marks, state: State, day: Day | null): Marks {
  if (state === 'failing') {
    return { state, flaggedOn: before.state === 'failing' ? before.flaggedOn : day, recoveredOn: null };
  }
  const left = before.state === 'failing' ? day : before.recoveredOn;
  return { state, flaggedOn: null, recoveredOn: state === 'healthy' ? null : left };
}
