import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';

/** A repeatable source of numbers in [0, 1): Park and Miller's minimal standard. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

export const header =
  'call_id,vendor,program,call_type,direction,started_at,wait_s,talk_s,hold_s,wrap_s,answered,disposition,outcome,agent,customer_ref,revenue,currency';

const types = ['billing', 'orders', 'returns', 'technical'];
const start = Date.UTC(2025, 0, 1);
const YEAR_MS = 365 * 86_400_000;

/** Writes a canonical log of `rows` calls over 2025, in order of time, four vendors on two programs. */
export async function writeLog(file: string, rows: number, seed = 20_260_101): Promise<void> {
  const next = numbers(seed);
  const stream = createWriteStream(file, { highWaterMark: 1 << 20 });
  stream.write(`${header}\n`);
  let text = '';
  for (let row = 0; row < rows; row += 1) {
    const sale = next() < 0.08;
    const talk = Math.ceil(-Math.log(1 - next()) * 250);
    const at = new Date(start + Math.floor((row * YEAR_MS) / rows)).toISOString();
    const vendor = `bench-${row % 4}`;
    const program = row % 3 === 0 ? 'bench-out' : 'bench-in';
    const money = sale ? (next() * 180 + 20).toFixed(2) : '';
    text += `c${String(row).padStart(9, '0')},${vendor},${program},${types[row % 4]},,${at},${Math.floor(next() * 60)},${talk},${Math.floor(next() * 20)},${Math.floor(next() * 60)},,,${sale ? 'sale' : 'no_sale'},agent-${row % 200},k${row % 400_000},${money},EUR\n`;
    if (text.length > 1 << 20) {
      if (!stream.write(text)) await new Promise<void>((done) => stream.once('drain', () => done()));
      text = '';
    }
  }
  stream.end(text);
  await finished(stream);
}

/** Declares what the log names. */
export const declaration = `
currency: EUR
timezone: Europe/Rome
vendors:
${[0, 1, 2, 3].map((n) => `  - { code: bench-${n}, name: Bench ${n}, timezone: Europe/Rome }`).join('\n')}
programs:
  - { code: bench-in, name: Inbound, direction: inbound, timezone: Europe/Rome, currency: EUR, grossMargin: 0.5, otherCostPerCall: "0.40", serviceLevel: { seconds: 20 } }
  - { code: bench-out, name: Outbound, direction: outbound, timezone: Europe/Rome, currency: EUR, grossMargin: 0.5 }
contracts:
${[0, 1, 2, 3]
  .map(
    (n) => `  - vendor: bench-${n}
    from: 2025-01-01
    currency: EUR
    timezone: Europe/Rome
    rating: { billable: handled, basis: connected, initialSeconds: 30, incrementSeconds: 6 }
    charges: [{ kind: ${n % 2 ? 'per_minute' : 'per_call'}, rate: "${n % 2 ? '0.60' : '3.60'}" }]
    vendorCost: { agentHourly: { value: "14.00", low: "12.50", high: "16.00" }, load: 1.35, occupancy: 0.80, shrinkage: 0.30, targetMargin: 0.10 }`,
  )
  .join('\n')}
`;
