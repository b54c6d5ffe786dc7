export type Row = Record<string, string | number | null>;

const quiet = {
  wait_s: 8,
  talk_s: 60,
  hold_s: 5,
  wrap_s: 20,
  answered: 'true',
  outcome: 'resolved',
  agent: 'ana',
  revenue: '',
};
let ids = 0;

/** A call of its own, ten minutes after the one before, of which there is nothing to be said. */
export function call(over: Row = {}): Row {
  ids += 1;
  const at = new Date(Date.UTC(2026, 1, 2, 9, 0, 7) + ids * 600_000).toISOString();
  return { call_id: `c${ids}`, started_at: at, ...quiet, disposition: '', customer_ref: '', ...over };
}
