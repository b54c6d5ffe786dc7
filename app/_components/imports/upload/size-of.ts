/** Bytes in the unit that a person would use. */
export function sizeOf(bytes: number): { amount: number; unit: 'B' | 'kB' | 'MB' | 'GB' } {
  if (bytes < 1000) return { amount: bytes, unit: 'B' };
  if (bytes < 1e6) return { amount: bytes / 1e3, unit: 'kB' };
  return bytes < 1e9 ? { amount: bytes / 1e6, unit: 'MB' } : { amount: bytes / 1e9, unit: 'GB' };
}
