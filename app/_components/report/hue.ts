/** The colour of a place in the palette of vendors, which has eight. */
export function hue(place: number): string {
  return `var(--hue-${((Math.trunc(place) % 8) + 8) % 8})`;
}
