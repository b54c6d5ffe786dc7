import { stories } from '#demo';

const invented = new Set(stories.map(({ vendor }) => vendor));

/** Whether any of these vendors is one of the demonstration's invented ones: a page that shows it must say so. */
export function isDemonstration(vendors: readonly { code: string }[]): boolean {
  return vendors.some(({ code }) => invented.has(code));
}
