/** Where a price stands between what the vendor needs and what the client can pay (economics.md section 6). */
export type Zone = 'sound' | 'underpriced' | 'overpriced' | 'broken';

/** The position of a price, all in the same currency units per call. */
export function zoneOf(price: number, floor: number, ceiling: number): Zone {
  if (ceiling < floor) return 'broken';
  if (price < floor) return 'underpriced';
  return price > ceiling ? 'overpriced' : 'sound';
}
