import fc from 'fast-check';
import { type Call, directions, outcomes } from '#calls';
import { formatMicros, micros } from '#money';
import type { DurationUnit, Mapping } from './schema.ts';

/** Tokyo's clocks have not changed since 1951: a local time there is one instant. */
export const zone = 'Asia/Tokyo';
const OFFSET_MS = 9 * 3_600_000;

type Parts = Record<'yyyy' | 'yy' | 'M' | 'd' | 'H' | 'm' | 's' | 'S', number> & { ms: number };

export function partsOf(ms: number): Parts {
  const wall = new Date(ms + OFFSET_MS);
  const [yyyy, M, d] = [wall.getUTCFullYear(), wall.getUTCMonth() + 1, wall.getUTCDate()];
  const [H, m, s, S] = [wall.getUTCHours(), wall.getUTCMinutes(), wall.getUTCSeconds(), wall.getUTCMilliseconds()];
  return { yyyy, yy: yyyy % 100, M, d, H, m, s, S, ms };
}

const two = (value: number) => String(value).padStart(2, '0');
const months = [
  'gennaio',
  'febrero',
  'März',
  'avr.',
  'Maio',
  'june',
  'lug',
  'ago',
  'Sept.',
  'Oktober',
  'novembre',
  'DEZ',
];

/** How starts are written: a format, how finely it tells time (ms), and the columns' texts. */
export const dateForms: readonly { format: string; ms: number; write: (parts: Parts) => string[] }[] = [
  { format: 'iso', ms: 1, write: ({ ms }) => [new Date(ms).toISOString()] },
  { format: 'epoch_ms', ms: 1, write: ({ ms }) => [String(ms)] },
  { format: 'epoch_s', ms: 1000, write: ({ ms }) => [String(ms / 1000)] },
  { format: 'excel', ms: 1000, write: ({ ms }) => [((ms + OFFSET_MS) / 86_400_000 + 25_569).toFixed(9)] },
  {
    format: 'dd/MM/yyyy HH:mm',
    ms: 60_000,
    write: (p) => [`${two(p.d)}/${two(p.M)}/${p.yyyy} ${two(p.H)}:${two(p.m)}`],
  },
  {
    format: 'M-d-yy h:mm:ss a',
    ms: 1000,
    write: (p) => [`${p.M}-${p.d}-${two(p.yy)} ${p.H % 12 || 12}:${two(p.m)}:${two(p.s)} ${p.H < 12 ? 'am' : 'P.M.'}`],
  },
  {
    format: "d 'de' MMMM 'de' yyyy H:mm:ss.SSS",
    ms: 1,
    write: (p) => [
      `${p.d} de ${months[p.M - 1]} de ${p.yyyy}`,
      `${p.H}:${two(p.m)}:${two(p.s)}.${String(p.S).padStart(3, '0')}`,
    ],
  },
  {
    format: 'yyyyMMdd HHmmss',
    ms: 1000,
    write: (p) => [`${p.yyyy}${two(p.M)}${two(p.d)}`, two(p.H) + two(p.m) + two(p.s)],
  },
];

const clock = (ms: number) => {
  const [h, m, s] = [Math.floor(ms / 3_600_000), Math.floor(ms / 60_000) % 60, Math.floor(ms / 1000) % 60];
  return { h, m, s, fraction: `.${String(ms % 1000).padStart(3, '0')}` };
};

/** How durations are written, with a point before decimals. */
export const durationForms: Readonly<Record<DurationUnit, (ms: number) => string>> = {
  seconds: (ms) => (ms / 1000).toFixed(3),
  milliseconds: String,
  minutes: (ms) => (ms / 60_000).toFixed(8),
  day_fraction: (ms) => (ms / 86_400_000).toFixed(12),
  'hh:mm:ss': (ms) => {
    const { h, m, s, fraction } = clock(ms);
    return `${two(h)}:${two(m)}:${two(s)}${fraction}`;
  },
  'mm:ss': (ms) => {
    const { h, m, s, fraction } = clock(ms);
    return `${h * 60 + m}:${two(s)}${fraction}`;
  },
};

/** A number as a file with this decimal mark has it, its thousands perhaps set apart. */
export function marked(plain: string, mark: 'point' | 'comma', apart: boolean): string {
  const [whole = '', decimals] = plain.split('.');
  const group = mark === 'comma' ? '.' : ',';
  const grouped = apart ? whole.replace(/\B(?=(\d{3})+$)/g, group) : whole;
  return decimals === undefined ? grouped : `${grouped}${mark === 'comma' ? ',' : '.'}${decimals}`;
}

const text = fc.stringMatching(/^[A-Za-z0-9àéü][A-Za-z0-9àéü _.,;'-]{0,10}[A-Za-z0-9]$/);
const duration = fc.integer({ min: 0, max: 86_400_000 });

/** Calls of vendor norte as a mapping can give them, each with its own id. */
export const calls = fc
  .array(
    fc.record({
      startedAt: fc.integer({ min: Date.UTC(1990, 0, 2), max: Date.UTC(2068, 0, 1) }),
      direction: fc.constantFrom(...directions),
      waitMs: fc.option(duration),
      talkMs: duration,
      holdMs: fc.option(duration),
      wrapMs: fc.option(duration),
      answered: fc.boolean(),
      disposition: fc.option(text),
      outcome: fc.constantFrom(...outcomes),
      agent: fc.option(text),
      customerRef: fc.option(text),
      callType: fc.option(text),
      revenue: fc.option(fc.bigInt(-999_999_999_999n, 999_999_999_999n)),
      currency: fc.constantFrom('EUR', 'USD', 'JPY'),
    }),
    { maxLength: 8 },
  )
  .map((all) =>
    all.map(
      (one, index): Call => ({
        ...one,
        callId: `c-${index}`,
        vendor: 'norte',
        program: 'orders',
        revenue: one.revenue === null ? null : micros(one.revenue),
        legOf: null,
        details: null,
      }),
    ),
  );

/** How a table is written. */
export const ways = fc.record({
  date: fc.constantFrom(...dateForms),
  unit: fc.constantFrom(...(Object.keys(durationForms) as DurationUnit[])),
  decimal: fc.constantFrom('point' as const, 'comma' as const),
  apart: fc.boolean(),
  nothing: fc.constantFrom('', '-', 'N/A'),
  names: fc.uniqueArray(fc.stringMatching(/^[A-Za-z(][A-Za-z0-9 ()%/]{0,14}[a-z)]$/), {
    minLength: 20,
    maxLength: 20,
    selector: (name) => name.toLowerCase(),
  }),
  order: fc.shuffledSubarray([...Array(20).keys()], { minLength: 20, maxLength: 20 }),
  capitals: fc.boolean(),
});
export type Way = typeof ways extends fc.Arbitrary<infer Own> ? Own : never;

const words = { sale: 'Verkauft!', no_sale: 'NO', other: '—' };

/** Calls as the rows of a table written one way, and the mapping that reads them back. */
export function tableOf(all: readonly Call[], way: Way): { header: string[]; rows: string[][]; mapping: Mapping } {
  const { date, unit, decimal, apart, nothing, names } = way;
  const says = (value: string | null) => value ?? nothing;
  const number = (plain: string) => marked(plain, decimal, apart);
  const time = (ms: number | null) =>
    says(ms === null ? null : unit.includes(':') ? durationForms[unit](ms) : number(durationForms[unit](ms)));
  const word = (outcome: string) => (words as Record<string, string>)[outcome] ?? outcome.toUpperCase();
  const cellsOf = (call: Call): string[] => {
    const [day = '', clockText = ''] = date.write(partsOf(call.startedAt));
    const amount = call.revenue === null ? null : formatMicros(call.revenue, 6);
    return [
      ...[call.callId, day, clockText, time(call.talkMs), time(call.waitMs), time(call.holdMs), time(call.wrapMs)],
      ...[call.direction === 'inbound' ? 'IN' : 'outbound', call.answered ? 'ja' : 'Nein', says(call.disposition)],
      ...[word(call.outcome), says(call.agent), says(call.customerRef), says(call.callType)],
      ...[says(amount === null ? null : amount.replace(/[\d.]+/, number)), call.currency],
    ];
  };
  const name = (index: number) => (way.capitals ? (names[index] ?? '').toUpperCase() : (names[index] ?? ''));
  const unknown = nothing === '' ? {} : { unknown: [nothing] };
  const from = (index: number) => ({ from: name(index), ...unknown });
  const mapping: Mapping = {
    timezone: zone,
    decimal,
    columns: {
      call_id: { from: name(0) },
      started_at: { from: date.write(partsOf(0)).length > 1 ? [name(1), name(2)] : name(1), format: date.format },
      talk_s: { ...from(3), unit },
      wait_s: { ...from(4), unit },
      hold_s: { ...from(5), unit },
      wrap_s: { ...from(6), unit },
      direction: { from: name(7), words: { in: 'inbound' } },
      answered: { from: name(8), words: { ja: 'yes', nein: 'no' } },
      disposition: from(9),
      outcome: { from: name(10), words: Object.fromEntries(Object.entries(words).map(([to, own]) => [own, to])) },
      agent: from(11),
      customer_ref: from(12),
      call_type: from(13),
      revenue: from(14),
      currency: { from: name(15) },
    },
    otherwise: 'other',
  };
  const placed = (cells: readonly string[]) => way.order.map((index) => cells[index] ?? 'not used');
  return { header: placed(names), rows: all.map((call) => placed(cellsOf(call))), mapping };
}
