import { micros } from '#money';
import { standTogether } from '#stats';
import type { Day } from '#time';
import { type Case, decideCase, isOn, lookAtCase, openCase, type Standing, statesOf } from './case.ts';
import { assumptionsHold, worseBook } from './combine.ts';
import type { JudgeInput } from './judge-input.ts';
import { reasonsFor } from './reasons.ts';
import { figuresOf, lossSince } from './replay.ts';
import type { BookVerdict, DayState, State, VendorBookVerdict, Verdict } from './verdict.ts';

/** Under this many books each flag stands alone; from here on flags must also stand together (e-BH). */
const MANY = 10;

/** A verdict with the states of every day that led to it. */
export type Judgement = { verdict: Verdict; history: DayState[] };

/**
 * Judges vendors and programs on the evidence up to and including `asOf`, in the order given. The states are
 * replayed day by day from the start, so judging every day and judging once raise the same flags on the same days.
 * Hand in everything that is judged together: with ten books or more a flag must also stand among them all.
 */
export function judge(inputs: readonly JudgeInput[], asOf: Day): Judgement[] {
  let cases = inputs.map((input) => openCase(input, asOf));
  const histories = inputs.map((): DayState[] => []);
  const days = new Set(cases.flatMap((own) => own.days.map(({ day }) => day)));
  for (const day of [...days].sort()) {
    cases = stepDay(cases, day);
    for (const [index, own] of cases.entries()) {
      if (own.days[own.next - 1]?.day === day) histories[index]?.push(stateOn(own, day));
    }
  }
  return cases.map((own, index) => ({ verdict: conclude(own, asOf), history: histories[index] ?? [] }));
}

function stepDay(cases: readonly Case[], day: Day): Case[] {
  const looked = cases.map((own) => (isOn(own, day) ? lookAtCase(own) : own));
  const standings = standingsOf(looked);
  return looked.map((own, index) =>
    isOn(own, day) ? decideCase(own, standings[index] ?? { client: true, vendor: true }) : own,
  );
}

/** Which flags stand together today, among all books that have been looked at. */
function standingsOf(cases: readonly Case[]): Standing[] {
  const books = cases.flatMap(({ client, vendor }, index) => [
    ...(client.book.known && client.look ? [{ index, book: 'client', evidence: client.look.evidence }] : []),
    ...(vendor.value.book.known && vendor.value.look
      ? [{ index, book: 'vendor', evidence: vendor.value.look.evidence }]
      : []),
  ]);
  const few = books.length < MANY;
  const admitted = few ? [] : standTogether(books.map(({ evidence }) => evidence)).map((position) => books[position]);
  const stands = (index: number, book: string) =>
    few || admitted.some((entry) => entry?.index === index && entry.book === book);
  return cases.map((_, index) => ({ client: stands(index, 'client'), vendor: stands(index, 'vendor') }));
}

function overall({ client, vendor, marks }: Case): State {
  return worseBook(client.book.known ? marks.client.state : null, vendor.value.book.known ? marks.vendor.state : null);
}

function stateOn(own: Case, day: Day): DayState {
  return { day, state: overall(own), client: own.marks.client.state, vendor: own.marks.vendor.state };
}

function conclude(own: Case, asOf: Day): Verdict {
  const { input, marks } = own;
  const client: BookVerdict = { ...figuresOf(own.client), ...marks.client };
  const vendorBook: VendorBookVerdict = {
    ...figuresOf(own.vendor.value),
    ...marks.vendor,
    assumptionsHold: assumptionsHold(statesOf(own.vendor)),
  };
  const state = overall(own);
  const deciding = [client, vendorBook].find((book) => book.known && book.state === state);
  return {
    vendor: input.vendor,
    program: input.program,
    asOf,
    currency: input.currency,
    state,
    zone: input.situation.zone,
    client,
    vendorBook,
    aht: input.situation.aht,
    breakEvenAht: input.situation.breakEvenAht?.value ?? null,
    calls: own.days.reduce((sum, day) => sum + day.calls, 0),
    days: own.days.filter((day) => day.calls > 0).length,
    reasons: reasonsFor({ state, client, vendorBook, situation: input.situation }),
    since: deciding?.since ?? null,
    moneyAtStake: moneyAtStake(own),
  };
}

/** The loss of the failing book, the client's first: one party's money, never a sum of two parties' losses. */
function moneyAtStake({ client, vendor, marks }: Case): Verdict['moneyAtStake'] {
  const failing = marks.client.state === 'failing' ? client : marks.vendor.state === 'failing' ? vendor.value : null;
  return failing && micros(BigInt(Math.round(lossSince(failing) * 1e6)));
}
