/** How wide characters of Roboto are, in parts of the size of type; a little more than they are, never less. */
const classes: readonly (readonly [RegExp, number])[] = [
  [/[ .,:;'|!ijlI-]/, 0.29],
  [/[ftr/\\"()[\]]/, 0.37],
  [/[MWmw@%–—…]/, 0.9],
  [/[A-Z&#+=<>]/, 0.69],
];
const OTHERS = 0.58;

/** The room that text needs on one line, in points. */
export function textWidth(text: string, size: number): number {
  const parts = [...text].map((letter) => classes.find(([of]) => of.test(letter))?.[1] ?? OTHERS);
  return parts.reduce((sum, part) => sum + part, 0) * size;
}

/** The room that the longest word of a text needs, in points. */
export function wordWidth(text: string, size: number): number {
  return Math.max(0, ...text.split(/\s/).map((word) => textWidth(word, size)));
}
